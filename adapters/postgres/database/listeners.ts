/** Who listens to which channel: the engine has one listener, itself, so its notifications are handed out here. */
import type { WireMessage } from './wire.ts';
import { textAt } from './wire.ts';

/** A name in SQL: folded to lower case unless it is quoted. */
function channelName(written: string): string {
  return written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written.toLowerCase();
}

function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
}

const statement = /(?:^|;)\s*(UN)?LISTEN\s+("(?:[^"]|"")+"|[\w$]+|\*)/gi;

/** The channel of a notification: after letter, length and sender. */
function channelOf(notification: WireMessage): string {
  return textAt(notification.bytes, 9);
}

/** @typeParam L whoever can be told of a notification */
export class Listeners<L extends { notified(message: Buffer): void }> {
  readonly #channels = new Map<string, Set<L>>();

  /**
   * Follows the LISTEN and UNLISTEN commands in `sql`, which the engine has accepted; comments may stand before them.
   * @returns the commands after which the engine listens again to everything anybody wants to hear
   */
  follow(listener: L, sql: string): string[] {
    let lost = false;
    for (const [, un, written = ''] of withoutComments(sql).matchAll(statement)) {
      if (un) {
        lost = true;
        if (written === '*') this.leave(listener);
        else this.#channels.get(channelName(written))?.delete(listener);
      } else {
        const channel = channelName(written);
        this.#channels.set(channel, (this.#channels.get(channel) ?? new Set()).add(listener));
      }
    }
    if (!lost) return [];
    const wanted = [...this.#channels].filter(([, set]) => set.size > 0);
    return wanted.map(([channel]) => `LISTEN "${channel.replaceAll('"', '""')}"`);
  }

  /** Forgets a listener that is gone. */
  leave(listener: L): void {
    for (const set of this.#channels.values()) set.delete(listener);
  }

  tell(notifications: readonly WireMessage[]): void {
    for (const notification of notifications) {
      for (const listener of this.#channels.get(channelOf(notification)) ?? []) listener.notified(notification.bytes);
    }
  }
}
