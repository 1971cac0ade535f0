/** The page as browsers reach it: past the guard and the door to its files, its stream of events and its routes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readAssets, sendAsset } from './assets.ts';
import { createClosedPage } from './closed.ts';
import { cookieOf, sessionCookie, setCookie } from './cookies.ts';
import { createDesk } from './desk.ts';
import { createDoor } from './door.ts';
import { guardOf } from './guard.ts';
import { chosenLocale } from './html.ts';
import type { WebOptions } from './options.ts';
import { PageError } from './pageError.ts';
import { readBody, sendJson } from './reply.ts';
import { routes } from './routes.ts';
import { Follow, read } from './schema.ts';

export interface Site {
  /** Begins to follow the application. */
  open(host: string, port: number): void;
  /** What lets the next browser in. */
  entry(): string;
  /** @throws PageError */
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  close(): void;
}

const READS: readonly string[] = ['GET', 'HEAD'];

/** `entered` is called when a browser has come in. */
export function createSite(options: WebOptions, sessionKey: string, entered: () => void): Site {
  const assets = readAssets();
  const desk = createDesk(options);
  const door = createDoor(sessionKey);
  const sendClosed = createClosedPage(options.locale);
  let checkGuard = guardOf('localhost');
  let cookie = sessionCookie(0);

  /** The token leaves the address at once, so that nobody passes it on with a bookmark or over a shoulder. */
  function comeIn(response: ServerResponse, url: URL, session: string | null): void {
    const begun = session === null ? door.enter(url.searchParams.get('token') ?? '') : null;
    if (session === null && begun === null) {
      sendClosed(response);
      return;
    }
    url.searchParams.delete('token');
    const begins = begun === null ? {} : { 'set-cookie': setCookie(cookie, begun) };
    response.writeHead(303, { location: `/${url.search}`, 'cache-control': 'no-store', ...begins });
    response.end();
    if (begun !== null) entered();
  }

  return {
    open(host, port) {
      checkGuard = guardOf(host);
      cookie = sessionCookie(port);
      desk.open();
    },
    entry: () => `/?token=${door.token()}`,
    async answer(request, response, url) {
      checkGuard(request);
      const { method = '', headers } = request;
      const { pathname, searchParams } = url;
      const session = door.sessionOf(cookieOf(headers.cookie, cookie));
      if (method === 'GET' && pathname === '/' && searchParams.has('token')) {
        comeIn(response, url, session);
        return;
      }
      if (session === null) {
        if (!asksForPage(request, pathname)) throw new PageError(401, 'session');
        sendClosed(response);
        return;
      }
      const asset = READS.includes(method) ? assets.get(pathname) : undefined;
      if (asset) return sendAsset(response, asset, chosenLocale(headers.cookie) ?? options.locale);
      const asked = Object.fromEntries(searchParams);
      if (pathname === '/api/events' && method === 'GET') {
        const { person, after } = read(Follow, asked);
        return desk.follow(response, { session, person }, headers['last-event-id']?.toString() ?? after);
      }
      const route = routes[`${method} ${pathname}`];
      if (!route) throw new PageError(404, 'unknown');
      sendJson(response, 200, await route(desk, method === 'POST' ? await readBody(request) : asked));
    },
    close: () => desk.close(),
  };
}

/** Whoever reads the answer is a person. */
function asksForPage({ method = '', headers }: IncomingMessage, pathname: string): boolean {
  return READS.includes(method) && (pathname === '/' || headers.accept?.includes('text/html') === true);
}
