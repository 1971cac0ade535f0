/** Stands between the bot and its homeserver, and makes the network as bad as it can be. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly at: number;
}

export interface Refusal {
  readonly path: RegExp;
  /** How many requests pass before. */
  after?: number;
  /** How many requests are refused. */
  times: number;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
  /** The homeserver does it all the same; only its answer is lost. */
  readonly answerLost?: true;
}

export interface BadNetwork {
  readonly url: string;
  readonly passed: readonly Passed[];
  /** Requests that match are answered so, as many as it says. */
  refuse(refusal: Refusal): void;
  /** Nothing more is refused. */
  calm(): void;
  /** While it is down, every connection is cut. */
  down: boolean;
  close(): Promise<void>;
}

export async function startBadNetwork(homeserver: string): Promise<BadNetwork> {
  const passed: Passed[] = [];
  const refusals: Refusal[] = [];
  const network = { down: false };

  function refusalOf(path: string): Refusal | undefined {
    const refusal = refusals.find((candidate) => candidate.times > 0 && candidate.path.test(path));
    if (refusal?.after) {
      refusal.after -= 1;
      return undefined;
    }
    if (refusal) refusal.times -= 1;
    return refusal;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const [path = ''] = url.split('?');
    const note = (status: number) =>
      passed.push({ method, path: decodeURIComponent(path), status, at: performance.now() });
    if (network.down) return void request.socket.destroy();
    const refusal = refusalOf(decodeURIComponent(path));
    if (refusal && !refusal.answerLost) {
      note(refusal.status);
      response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers });
      return void response.end(JSON.stringify(refusal.body));
    }
    const body = await read(request);
    const answered = await fetch(homeserver + url, {
      method,
      headers: {
        ...(headers.authorization ? { authorization: headers.authorization } : {}),
        'content-type': headers['content-type'] ?? 'application/json',
      },
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const text = await answered.text();
    if (network.down || refusal) return void request.socket.destroy();
    note(answered.status);
    response.writeHead(answered.status, { 'content-type': 'application/json' });
    response.end(text);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    passed,
    refuse: (refusal) => void refusals.push(refusal),
    calm: () => void refusals.splice(0),
    get down() {
      return network.down;
    },
    set down(down) {
      network.down = down;
      if (down) server.closeAllConnections();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
