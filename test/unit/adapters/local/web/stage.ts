/** The page's server over a real timeline and a bot that answers by rote. */
import { request } from 'node:http';
import { createLocalChat } from '../../../../../adapters/local/chat.ts';
import { createConversation } from '../../../../../adapters/local/conversation.ts';
import type { PageOptions, WebOptions, WebService } from '../../../../../adapters/local/web/options.ts';
import { createWebServer } from '../../../../../adapters/local/web/server.ts';
import type { Database } from '../../../../../adapters/postgres/database/database.ts';
import { createTimeline } from '../../../../../adapters/postgres/timeline.ts';
import type { Action, Card } from '../../../../../src/message/model.ts';
import type { Bot } from '../../../../../src/ports/bot.ts';
import type { MovableClock } from '../../../../../src/ports/clock.ts';
import type { Inbound } from '../../../../../src/ports/inbound.ts';
import type { Log } from '../../../../../src/ports/log.ts';

export const YES = { code: 'vote.yes', args: { vote: 'B-1' }, process: null };
const ACTION: Action = {
  id: 'vote.yes',
  label: 'Ja',
  command: '/beschluss ja B-1',
  press: YES,
  style: 'primary',
  emoji: '',
};

export const VOTE: Card = { title: 'B-1', body: [{ n: 'actions', items: [ACTION] }], attention: 'ping' };

export interface Stage {
  readonly service: WebService;
  /** What reached the bot. */
  readonly heard: Inbound[];
  /** What the log says went wrong. */
  readonly faults: unknown[];
  readonly clock: MovableClock;
  readonly port: number;
  /** What the server says lets the next browser in. */
  entry(): string;
  /** The cookie of a browser that has come in. */
  readonly session: string;
  /** What anybody on the machine may send. */
  ask(method: string, path: string, headers?: Readonly<Record<string, string>>, body?: unknown): Promise<Reply>;
  /** As the browser with the session. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
  readonly json: any;
}

/** Nothing is in the way of the clock; a reset does nothing. */
export const PRACTICE: NonNullable<PageOptions['practice']> = {
  possible: async () => true,
  async moveClock(move) {
    await move();
    return null;
  },
  reset: async () => null,
};

/** Two people, two rooms, Monday 11 January 2027, 09:00 in Berlin; `page` changes the page alone, null takes it away. */
export async function openStage(
  database: Database,
  changes: Partial<WebOptions> = {},
  page: Partial<PageOptions> | null = {},
): Promise<Stage> {
  const heard: Inbound[] = [];
  const faults: unknown[] = [];
  const entries: string[] = [];
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of watchers) watcher();
  };
  const clock = standingClock('2027-01-11T08:00:00Z');
  const timeline = createTimeline(database.pool);
  const bot = rotely(heard, clock, () => chat.post({ kind: 'room', externalId: 'steuerung' }, VOTE, 'due', false));
  const chat = createLocalChat(timeline, clock, changed);
  const conversation = createConversation({ bot, timeline, clock, changed });
  const service: WebService = { bot, timeline, conversation, watch: (watcher) => follow(watchers, watcher) };
  for (const id of ['leitung', 'vorsitz']) await conversation.meet({ id, name: id });
  for (const id of ['steuerung', 'ag-bildung']) await timeline.ensureRoom({ id, name: id });
  const log: Log = { info() {}, warn() {}, error: (_event, error) => faults.push(error) };
  const server = createWebServer({
    service: () => service,
    clock,
    zone: 'Europe/Berlin',
    locale: 'de',
    title: async () => 'Integrationskonzept',
    trouble: async () => null,
    page: page && { sessionKey: 'key', entered: (next) => void entries.push(next), practice: PRACTICE, ...page },
    log,
    ...changes,
  });
  const { port, address } = await server.listen(0, '127.0.0.1');
  entries.push(address);
  const entry = () => new URL(entries.at(-1) ?? '').search;
  const ask: Stage['ask'] = (method, path, headers = {}, body = undefined) =>
    send(port, method, path, headers, body === undefined ? undefined : JSON.stringify(body));
  const session = page ? sessionIn(await ask('GET', `/${entry()}`)) : '';
  const signedIn = (headers: Readonly<Record<string, string>>) => ({
    ...headers,
    cookie: [session, headers.cookie].filter(Boolean).join('; '),
  });
  return {
    service,
    heard,
    faults,
    clock,
    port,
    entry,
    session,
    ask,
    get: (path, headers = {}) => ask('GET', path, signedIn(headers)),
    post: (path, body, headers = {}) =>
      ask('POST', path, signedIn({ 'content-type': 'application/json', ...headers }), body),
    close: () => server.close(),
  };
}

/** The cookie by which a browser is known from then on. */
export function sessionIn({ headers }: Reply): string {
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

function follow(watchers: Set<() => void>, watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function standingClock(start: string): MovableClock {
  let now = new Date(start);
  return {
    now: () => now,
    moveTo(at) {
      if (at < now) throw new RangeError('back');
      now = at;
    },
  };
}

/** Answers every command privately; a form is refused at its field `text` unless that is filled in. One thing is due at noon. */
function rotely(heard: Inbound[], clock: MovableClock, due: () => Promise<unknown>): Bot {
  const noon = new Date('2027-01-11T11:00:00Z');
  let done = false;
  return {
    nameable: async ({ person, room }) => [`whom ${person} may name in ${room}`],
    async handle(inbound) {
      heard.push(inbound);
      const card: Card = { title: 'Antwort', body: [], attention: 'quiet' };
      if (inbound.what.kind === 'command')
        return { card: inbound.what.text.startsWith('/') ? card : null, refused: null };
      if (inbound.what.kind === 'press') return { card, refused: null };
      const filled = inbound.what.values.text !== undefined;
      return { card, refused: filled ? null : { code: 'field.missing', field: 'text' } };
    },
    async introduce() {},
    async rename() {},
    async depart() {},
    async reach() {},
    async seeSpaces() {},
    async moveRoom() {},
    localeOf: async () => 'de',
    home: async () => VOTE,
    async catchUp() {
      if (done || clock.now() < noon) return;
      done = true;
      await due();
    },
    nextWork: async () => (done ? null : noon),
    async settle() {},
    commands: (locale) => [
      {
        code: 'vote.yes',
        words: locale === 'de' ? '/beschluss ja' : '/vote yes',
        usage: '',
        summary: '',
        example: '',
        fields: [],
      },
    ],
  };
}

function send(
  port: number,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', method, path, headers: { ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('error', reject).on('end', () => {
        const isJson = response.headers['content-type']?.startsWith('application/json');
        const json = isJson ? JSON.parse(text) : null;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
