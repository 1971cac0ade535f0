/** As much of a homeserver as an account needs that posts into one room and finds a person to speak with. Synapse tells the rest. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export const BOT = '@mitwirk:example.org';
export const ROOM = '!room:example.org';
export const PERSON = '@person:example.org';

export type HomeserverStandIn = Awaited<ReturnType<typeof startHomeserver>>;

const state = (type: string, content: object, key = '') => ({ type, state_key: key, content, sender: BOT });
const joined = (user: string) => state('m.room.member', { membership: 'join' }, user);

export async function startHomeserver() {
  /** Calls that have an effect, as they came in. */
  const calls: string[] = [];
  /** What the next sync tells of the room. */
  const timeline: object[] = [];
  const tokens: (string | null)[] = [];
  let events = 0;
  let askToWaitMs = 0;

  function effect(path: string): object {
    events += 1;
    if (path.endsWith('/createRoom')) return { room_id: '!direct:example.org' };
    if (path.endsWith('/upload')) return { content_uri: `mxc://example.org/${events}` };
    return path.includes('/send/') || path.includes('/redact/') ? { event_id: `$${events}` } : {};
  }

  async function read(path: string, query: URLSearchParams): Promise<object | null> {
    if (path.endsWith('/whoami')) return { user_id: BOT, device_id: 'DEVICE' };
    if (path.endsWith('/joined_rooms')) return { joined_rooms: [ROOM] };
    if (path.endsWith('/state')) return [state('m.room.create', {}), joined(BOT), joined(PERSON)];
    if (!path.endsWith('/sync')) return null;
    tokens.push(query.get('since'));
    if (timeline.length === 0) await sleep(30);
    const news = timeline.splice(0);
    return {
      next_batch: `s${tokens.length}`,
      rooms: { join: news.length > 0 ? { [ROOM]: { timeline: { events: news } } } : {} },
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://homeserver');
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    request.resume();
    await once(request, 'end');
    if (request.method === 'GET') {
      const found = await read(pathname, searchParams);
      return void (found ? say(200, found) : say(404, { errcode: 'M_NOT_FOUND' }));
    }
    calls.push(`${request.method} ${decodeURIComponent(pathname)}`);
    const wait = calls.length > 1 ? askToWaitMs : 0;
    if (wait > 0) askToWaitMs = 0;
    if (wait > 0) say(429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: wait });
    else say(200, effect(pathname));
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    timeline,
    /** With which token each sync began. */
    tokens,
    /** Refuses one of the next calls, not the first there ever was, and asks to wait. */
    askToWait(milliseconds: number) {
      askToWaitMs = milliseconds;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
