/** The web server of the local chat: the page where it is wanted, and `/healthz`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse } from '../../../src/domain/failure.ts';
import { SAFETY_HEADERS } from './guard.ts';
import type { WebOptions } from './options.ts';
import { PageError } from './pageError.ts';
import { sendJson } from './reply.ts';
import { createSite } from './site.ts';
import { targetOf } from './target.ts';

export interface WebServer {
  /**
   * Port 0 takes a free one. `address` is what lets the first browser in; without the page, that of `/healthz`.
   * @throws Refusal `server.portTaken`, `server.portForbidden`, `server.hostUnknown`
   */
  listen(port: number, host: string): Promise<{ readonly port: number; readonly address: string }>;
  /** Ends open streams, finishes what was asked, and stops listening. */
  close(): Promise<void>;
}

export function createWebServer(options: WebOptions): WebServer {
  const { page, log } = options;
  let place = '';
  const site = page && createSite(options, page.sessionKey, () => page.entered(address()));
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => fail(request, response, error));
  });

  function address(): string {
    return `${place}${site?.entry() ?? '/healthz'}`;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SAFETY_HEADERS)) response.setHeader(name, value);
    const url = targetOf(request.url);
    if (url.pathname === '/healthz') return health(response);
    if (!site) throw new PageError(404, 'unknown');
    await site.answer(request, response, url);
  }

  async function health(response: ServerResponse): Promise<void> {
    const reason = await options.trouble();
    if (reason === null) sendJson(response, 200, { status: 'ok' });
    else sendJson(response, 503, { status: 'unavailable', reason });
  }

  function fail({ method, url }: IncomingMessage, response: ServerResponse, error: unknown): void {
    const known = error instanceof PageError ? error : new PageError(500, 'fault');
    if (known !== error) log.error('a request of the page failed', error, { method, path: url?.split('?')[0] });
    if (response.headersSent) response.destroy();
    else sendJson(response, known.status, { error: known.code });
  }

  return {
    async listen(port, host) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      }).catch((error: NodeJS.ErrnoException) => explain(error, port, host));
      const taken = (server.address() as AddressInfo).port;
      place = `http://${shownHost(host)}:${taken}`;
      site?.open(host, taken);
      return { port: taken, address: address() };
    },
    async close() {
      site?.close();
      if (!server.listening) return;
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A browser on this machine gets there. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): never {
  if (error.code === 'EADDRINUSE') refuse('server.portTaken', { port: String(port) });
  if (error.code === 'EACCES') refuse('server.portForbidden', { port: String(port) });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') refuse('server.hostUnknown', { host });
  throw error;
}
