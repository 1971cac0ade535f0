/** A person on a homeserver with a client of their own: nothing of the product is used, so that it is really asked from outside. */
import { randomUUID } from 'node:crypto';

export interface SeenEvent {
  readonly roomId: string;
  readonly event_id: string;
  readonly type: string;
  readonly sender: string;
  readonly state_key?: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly redacts?: string;
}

interface Timeline {
  readonly timeline?: { readonly events: readonly Omit<SeenEvent, 'roomId'>[] };
}

interface SyncAnswer {
  readonly next_batch: string;
  readonly rooms?: { readonly join?: Record<string, Timeline>; readonly invite?: Record<string, unknown> };
}

const WAIT_MS = 15_000;

export class MatrixUser {
  readonly homeserver: string;
  readonly userId: string;
  readonly token: string;
  readonly deviceId: string;
  /** Everything seen in joined rooms, in order of arrival. */
  readonly seen: SeenEvent[] = [];
  readonly invitations = new Set<string>();
  /** Direct chats are entered as soon as somebody opens one. */
  acceptsInvitations = true;
  #since: string | undefined;

  constructor(homeserver: string, { userId, token, deviceId }: { userId: string; token: string; deviceId: string }) {
    this.homeserver = homeserver;
    this.userId = userId;
    this.token = token;
    this.deviceId = deviceId;
  }

  static async register(homeserver: string, name: string, password = 'pass phrase'): Promise<MatrixUser> {
    const body = { username: name, password, auth: { type: 'm.login.dummy' } };
    const answer = await request(homeserver, null, 'POST', '/register', body);
    const { user_id: userId, access_token: token, device_id: deviceId } = answer as Record<string, string>;
    return new MatrixUser(homeserver, { userId: userId ?? '', token: token ?? '', deviceId: deviceId ?? '' });
  }

  /** @throws Error with status and body */
  call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    return request(this.homeserver, this.token, method, path, body);
  }

  async createRoom(options: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return String((await this.call('POST', '/createRoom', { preset: 'private_chat', ...options })).room_id);
  }

  join(roomId: string): Promise<unknown> {
    return this.call('POST', `/join/${encodeURIComponent(roomId)}`, {});
  }

  invite(roomId: string, userId: string): Promise<unknown> {
    return this.call('POST', `/rooms/${encodeURIComponent(roomId)}/invite`, { user_id: userId });
  }

  async send(roomId: string, type: string, content: object, transaction: string = randomUUID()): Promise<string> {
    const path = `/rooms/${encodeURIComponent(roomId)}/send/${type}/${encodeURIComponent(transaction)}`;
    return String((await this.call('PUT', path, content)).event_id);
  }

  setState(roomId: string, type: string, content: object, key = ''): Promise<unknown> {
    const path = `/rooms/${encodeURIComponent(roomId)}/state/${type}/${encodeURIComponent(key)}`;
    return this.call('PUT', path, content);
  }

  say(roomId: string, body: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return this.send(roomId, 'm.room.message', { msgtype: 'm.text', body, ...more });
  }

  react(roomId: string, eventId: string, key: string): Promise<string> {
    const relation = { rel_type: 'm.annotation', event_id: eventId, key };
    return this.send(roomId, 'm.reaction', { 'm.relates_to': relation });
  }

  redact(roomId: string, eventId: string): Promise<unknown> {
    const path = `/rooms/${encodeURIComponent(roomId)}/redact/${encodeURIComponent(eventId)}/${randomUUID()}`;
    return this.call('PUT', path, {});
  }

  edit(roomId: string, eventId: string, body: string): Promise<string> {
    const relation = { rel_type: 'm.replace', event_id: eventId };
    const content = { 'm.new_content': { msgtype: 'm.text', body }, 'm.relates_to': relation };
    return this.say(roomId, `* ${body}`, content);
  }

  reply(roomId: string, eventId: string, body: string): Promise<string> {
    return this.say(roomId, body, { 'm.relates_to': { 'm.in_reply_to': { event_id: eventId } } });
  }

  /** Waits for an event that was not found by an earlier call with the same predicate to be there. */
  async waitFor(wanted: (event: SeenEvent) => boolean, milliseconds = WAIT_MS): Promise<SeenEvent> {
    for (const until = performance.now() + milliseconds; ; ) {
      const found = this.seen.find(wanted);
      if (found) return found;
      if (performance.now() > until)
        throw new Error(`${this.userId} waited in vain; seen last:\n${this.transcript(12)}`);
      await this.sync(500);
    }
  }

  /** Waits until a text of the sender appears in the room (any room when left out). */
  waitForText(
    text: string | RegExp,
    { from, roomId, after, within }: { from?: string; roomId?: string; after?: number; within?: number } = {},
  ) {
    const matches = (body: unknown) =>
      typeof body === 'string' && (typeof text === 'string' ? body.includes(text) : text.test(body));
    const start = after ?? 0;
    return this.waitFor(
      (event) =>
        event.type === 'm.room.message' &&
        matches(newest(event).body) &&
        this.seen.indexOf(event) >= start &&
        (from === undefined || event.sender === from) &&
        (roomId === undefined || event.roomId === roomId),
      within,
    );
  }

  async sync(timeout = 0): Promise<void> {
    const since = this.#since === undefined ? '' : `&since=${encodeURIComponent(this.#since)}`;
    const filter = encodeURIComponent(JSON.stringify({ room: { timeline: { limit: 200 } }, presence: { types: [] } }));
    const answer = (await this.call(
      'GET',
      `/sync?timeout=${timeout}&filter=${filter}${since}`,
    )) as unknown as SyncAnswer;
    this.#since = answer.next_batch;
    for (const [roomId, room] of Object.entries(answer.rooms?.join ?? {})) {
      for (const event of room.timeline?.events ?? []) this.seen.push({ ...event, roomId });
    }
    for (const roomId of Object.keys(answer.rooms?.invite ?? {})) {
      this.invitations.add(roomId);
      if (this.acceptsInvitations) await this.join(roomId).catch(() => undefined);
    }
  }

  transcript(last: number): string {
    return this.seen
      .slice(-last)
      .map((event) => `${event.roomId} ${event.sender} ${event.type} ${JSON.stringify(event.content).slice(0, 200)}`)
      .join('\n');
  }
}

/** What a message says now, if it is an edit: its new words. */
export function newest(event: SeenEvent): Readonly<Record<string, unknown>> {
  const edited = event.content['m.new_content'];
  return typeof edited === 'object' && edited !== null ? { ...edited } : event.content;
}

async function request(
  homeserver: string,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${homeserver}/_matrix/client/v3${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path.split('?')[0]}: ${response.status} ${text}`);
  return JSON.parse(text);
}
