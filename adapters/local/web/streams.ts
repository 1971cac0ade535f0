/** The open pages, and what they are told by server-sent events. */
import type { ServerResponse } from 'node:http';
import type { TimelineEntry } from '../../../src/ports/timeline.ts';
import { seenBy } from './feed.ts';
import { PageError } from './pageError.ts';
import { shown } from './view.ts';

const HEARTBEAT_MS = 15_000;
/** A page that does not read what it is sent is let go; it comes back with the number of the last message it got. */
const MOST_UNREAD_BYTES = 1024 * 1024;
/** Browsers hold six connections to a server: one stays free for what people do. */
const MOST_OF_SESSION = 5;
const MOST = 200;

/** Whose browser follows, and as whom. */
export interface Follower {
  readonly session: string;
  readonly person: string;
}

export interface Streams {
  /** @throws PageError `tabs` when the browser follows often enough already, `full` when all together do */
  add(response: ServerResponse, follower: Follower): void;
  /** Messages to those who may see them. */
  publish(messages: readonly TimelineEntry[], mark: string): void;
  /** Anything else, to everybody. */
  tell(event: string, data: unknown): void;
  endAll(): void;
}

/** `beat` is called with every heartbeat. */
export function createStreams(beat: () => void): Streams {
  const open = new Map<ServerResponse, Follower>();
  let timer: NodeJS.Timeout | null = null;

  function write(response: ServerResponse, text: string): void {
    response.write(text);
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  }

  function remove(response: ServerResponse): void {
    open.delete(response);
    if (open.size > 0 || !timer) return;
    clearInterval(timer);
    timer = null;
  }

  function checkRoom(session: string): void {
    if (open.size >= MOST) throw new PageError(503, 'full');
    const own = [...open.values()].filter((follower) => follower.session === session);
    if (own.length >= MOST_OF_SESSION) throw new PageError(429, 'tabs');
  }

  return {
    add(response, follower) {
      // Gone already: nobody would ever take it off the list.
      if (response.destroyed) return;
      checkRoom(follower.session);
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      response.write('retry: 1500\n\n');
      open.set(response, follower);
      response.on('close', () => remove(response));
      timer ??= setInterval(() => {
        for (const one of open.keys()) write(one, ': here\n\n');
        beat();
      }, HEARTBEAT_MS);
    },
    publish(messages, mark) {
      for (const [response, { person }] of open) {
        const seen = messages.filter((message) => seenBy(message, person));
        if (seen.length > 0) write(response, seen.map((message) => messageEvent(message, mark)).join(''));
      }
    },
    tell(event, data) {
      for (const response of open.keys()) write(response, eventOf(event, data));
    },
    endAll() {
      for (const response of open.keys()) response.end();
    },
  };
}

/** `mark` tells which application's messages are numbered. */
export function messageEvent(message: TimelineEntry, mark: string): string {
  return `id: ${mark}.${message.sequence}\n${eventOf('message', shown(message))}`;
}

export function eventOf(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
