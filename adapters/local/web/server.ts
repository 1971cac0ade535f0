/** The web server of the local chat: the page, its data, and `/healthz`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse } from '../../../src/domain/failure.ts';
import { type Asset, readAssets, sendAsset } from './assets.ts';
import { createDesk } from './desk.ts';
import { guardOf, SAFETY_HEADERS } from './guard.ts';
import { chosenLocale } from './html.ts';
import type { WebOptions } from './options.ts';
import { PageError } from './pageError.ts';
import { readBody, sendJson } from './reply.ts';
import { routes } from './routes.ts';
import { Follow, read } from './schema.ts';

export interface WebServer {
  /**
   * Port 0 takes a free one.
   * @throws Refusal `server.portTaken`, `server.portForbidden`, `server.hostUnknown`
   */
  listen(port: number, host: string): Promise<{ readonly port: number }>;
  /** Ends open streams, finishes what was asked, and stops listening. */
  close(): Promise<void>;
}

const READS: readonly string[] = ['GET', 'HEAD'];

export function createWebServer(options: WebOptions): WebServer {
  const { localChat, log } = options;
  const assets = localChat ? readAssets() : new Map<string, Asset>();
  const desk = createDesk(options);
  let checkGuard = guardOf('localhost');
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => fail(request, response, error));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://page');
    for (const [name, value] of Object.entries(SAFETY_HEADERS)) response.setHeader(name, value);
    if (url.pathname === '/healthz') return health(response);
    if (!localChat) throw new PageError(404, 'unknown');
    checkGuard(request);
    const asset = READS.includes(request.method ?? '') ? assets.get(url.pathname) : undefined;
    if (asset) return sendAsset(response, asset, chosenLocale(request.headers.cookie) ?? options.locale);
    if (url.pathname === '/api/events' && request.method === 'GET') {
      const { person, after } = read(Follow, Object.fromEntries(url.searchParams));
      return desk.follow(request, response, person, after);
    }
    const route = routes[`${request.method} ${url.pathname}`];
    if (!route) throw new PageError(404, 'unknown');
    const given = request.method === 'POST' ? await readBody(request) : Object.fromEntries(url.searchParams);
    sendJson(response, 200, await route(desk, given));
  }

  async function health(response: ServerResponse): Promise<void> {
    const ready = await options.ready();
    sendJson(response, ready ? 200 : 503, { status: ready ? 'ok' : 'unavailable' });
  }

  function fail({ method, url }: IncomingMessage, response: ServerResponse, error: unknown): void {
    const known = error instanceof PageError ? error : new PageError(500, 'fault');
    if (known !== error) log.error('a request of the page failed', error, { method, path: url?.split('?')[0] });
    if (response.headersSent) response.destroy();
    else sendJson(response, known.status, { error: known.code });
  }

  return {
    async listen(port, host) {
      checkGuard = guardOf(host);
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      }).catch((error: NodeJS.ErrnoException) => explain(error, port, host));
      if (localChat) desk.open();
      return { port: (server.address() as AddressInfo).port };
    },
    async close() {
      desk.close();
      if (!server.listening) return;
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): never {
  if (error.code === 'EADDRINUSE') refuse('server.portTaken', { port: String(port) });
  if (error.code === 'EACCES') refuse('server.portForbidden', { port: String(port) });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') refuse('server.hostUnknown', { host });
  throw error;
}
