/** The open pages, and what they are told by server-sent events. */
import type { ServerResponse } from 'node:http';
import { type FeedMessage, seenBy } from './feed.ts';
import { shown } from './view.ts';

const HEARTBEAT_MS = 15_000;
/** A page that does not read what it is sent is let go; it comes back with the number of the last message it got. */
const MOST_UNREAD_BYTES = 4 * 1024 * 1024;

export interface Streams {
  add(response: ServerResponse, person: string): void;
  /** Messages to those who may see them. */
  publish(messages: readonly FeedMessage[], mark: string): void;
  /** Anything else, to everybody. */
  tell(event: string, data: unknown): void;
  endAll(): void;
}

/** `beat` is called with every heartbeat. */
export function createStreams(beat: () => void): Streams {
  const open = new Map<ServerResponse, string>();
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

  return {
    add(response, person) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      response.write('retry: 1500\n\n');
      open.set(response, person);
      response.on('close', () => remove(response));
      timer ??= setInterval(() => {
        for (const one of open.keys()) write(one, ': here\n\n');
        beat();
      }, HEARTBEAT_MS);
    },
    publish(messages, mark) {
      for (const [response, person] of open) {
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
export function messageEvent(message: FeedMessage, mark: string): string {
  return `id: ${mark}.${message.sequence}\n${eventOf('message', shown(message))}`;
}

export function eventOf(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
