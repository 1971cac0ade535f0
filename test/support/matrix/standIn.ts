/** As much of a homeserver as an account needs that posts into rooms and finds a person to speak with. Synapse tells the rest. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RoomEvent } from './reading.ts';

export const BOT = '@mitwirk:example.org';
export const ROOM = '!room:example.org';
export const OTHER_ROOM = '!other:example.org';
export const DIRECT_ROOM = '!direct:example.org';
export const PERSON = '@person:example.org';

/** https://spec.matrix.org/v1.16/client-server-api/#size-limits, less what a server adds to an event. */
const MAX_CONTENT_BYTES = 65_000;

export type HomeserverStandIn = Awaited<ReturnType<typeof startHomeserver>>;

interface Answer {
  readonly status: number;
  readonly body: object;
}

const ok = (body: object): Answer => ({ status: 200, body });
const state = (type: string, content: object, key = '') => ({ type, state_key: key, content, sender: BOT });
const joined = (user: string) => state('m.room.member', { membership: 'join' }, user);

export async function startHomeserver() {
  /** Calls that have an effect, as they came in. */
  const calls: string[] = [];
  /** What the next sync tells of the room. */
  const timeline: object[] = [];
  const tokens: (string | null)[] = [];
  /** What was said, by room. */
  const events = new Map<string, RoomEvent[]>();
  /** What was answered to each transaction: https://spec.matrix.org/v1.16/client-server-api/#transaction-identifiers */
  const transactions = new Map<string, object>();
  const closed = new Set<string>();
  let count = 0;
  let askToWaitMs = 0;
  let passing = 0;
  let losing = false;
  let takesFiles = true;

  function say(roomId: string, event: Omit<RoomEvent, 'event_id'>): object {
    count += 1;
    const id = `$${count}`;
    events.set(roomId, [...(events.get(roomId) ?? []), { ...event, event_id: id }]);
    return { event_id: id };
  }

  function send(path: string, body: Buffer): Answer {
    const [, room = '', act, what = ''] = /\/rooms\/([^/]+)\/(send|redact)\/([^/]+)\//.exec(path) ?? [];
    if (closed.has(room)) return { status: 403, body: { errcode: 'M_FORBIDDEN', error: 'not in room' } };
    if (body.length > MAX_CONTENT_BYTES) return { status: 413, body: { errcode: 'M_TOO_LARGE', error: 'too large' } };
    const answered = transactions.get(path);
    if (answered) return ok(answered);
    const content = JSON.parse(body.toString());
    const answer = say(
      room,
      act === 'send' ? { type: what, content } : { type: 'm.room.redaction', content, redacts: what },
    );
    transactions.set(path, answer);
    return ok(answer);
  }

  function effect(path: string, body: Buffer): Answer {
    if (path.endsWith('/createRoom')) return ok({ room_id: DIRECT_ROOM });
    if (path.endsWith('/upload')) {
      if (!takesFiles) return { status: 403, body: { errcode: 'M_FORBIDDEN', error: 'no files' } };
      count += 1;
      return ok({ content_uri: `mxc://example.org/${count}` });
    }
    return path.includes('/send/') || path.includes('/redact/') ? send(path, body) : ok({});
  }

  async function read(path: string, query: URLSearchParams): Promise<object | null> {
    if (path.endsWith('/whoami')) return { user_id: BOT, device_id: 'DEVICE' };
    if (path.endsWith('/joined_rooms')) return { joined_rooms: [ROOM, OTHER_ROOM] };
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

  /** Whether the answer to this call gets lost. */
  function loses(path: string): boolean {
    if (!losing || !path.includes('/send/m.room.message/')) return false;
    if (passing > 0) passing -= 1;
    else losing = false;
    return !losing;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://homeserver');
    const path = decodeURIComponent(pathname);
    const respond = ({ status, body }: Answer) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const body = await bodyOf(request);
    if (request.method === 'GET') {
      const found = await read(pathname, searchParams);
      return void respond(found ? ok(found) : { status: 404, body: { errcode: 'M_NOT_FOUND' } });
    }
    calls.push(`${request.method} ${path}`);
    const wait = calls.length > 1 ? askToWaitMs : 0;
    if (wait > 0) askToWaitMs = 0;
    if (wait > 0) return void respond({ status: 429, body: { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: wait } });
    const answered = effect(path, body);
    if (loses(path)) response.destroy();
    else respond(answered);
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
    eventsIn: (roomId: string): readonly RoomEvent[] => events.get(roomId) ?? [],
    /** Refuses one of the next calls, not the first there ever was, and asks to wait. */
    askToWait(milliseconds: number) {
      askToWaitMs = milliseconds;
    },
    /** Lets so many messages pass; the next arrives, and its answer is lost. */
    loseAnswer(after: number) {
      passing = after;
      losing = true;
    },
    keepAnswers() {
      losing = false;
    },
    /** Whether the bot may speak in the room. */
    setOpen(roomId: string, open: boolean) {
      if (open) closed.delete(roomId);
      else closed.add(roomId);
    },
    setTakesFiles(takes: boolean) {
      takesFiles = takes;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
