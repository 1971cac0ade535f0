/** A platform that keeps what it was given in memory and can be told to fail. The contract of a chat holds for it as for the others. */

import { createLane } from '../../adapters/kit/lanes.ts';
import type { Card } from '../../src/message/model.ts';
import { plainLines } from '../../src/message/plain.ts';
import { type Chat, ChatError, type ChatTarget } from '../../src/ports/chat.ts';
import { assertHeld } from '../../src/ports/leases.ts';

export interface Given {
  readonly to: string;
  readonly key: string;
  readonly edit: boolean;
  readonly text: string;
}

/** `failing` is asked before each message and may throw. */
export function createFakeChat(failing: (to: string) => void = () => {}) {
  const given: Given[] = [];
  const lane = createLane();
  const ids = new Map<string, string>();
  const messages = new Map<string, { readonly to: string; readonly card: Card }>();
  /** How many messages go well before the answer to one is lost. */
  let losing = Number.POSITIVE_INFINITY;

  /** Does it unless it was done before; gives the message's id. */
  async function once(target: ChatTarget, card: Card, key: string, edited: string | null): Promise<string> {
    const to = target.externalId;
    await assertHeld();
    failing(to);
    const name = `${edited === null ? 'post' : 'edit'} ${key}`;
    const before = ids.get(name);
    if (before !== undefined) return before;
    if (edited !== null && !messages.has(edited)) throw new ChatError('no such message', null);
    given.push({ to, key, edit: edited !== null, text: plainLines(card).join('\n') });
    const id = edited ?? `message ${given.length}`;
    ids.set(name, id);
    messages.set(id, { to, card });
    losing -= 1;
    if (losing >= 0) return id;
    losing = Number.POSITIVE_INFINITY;
    throw new Error('the answer was lost');
  }

  const chat: Chat = {
    platform: 'local',
    post: (target, card, key) => lane(() => once(target, card, key, null)),
    edit: async (target, id, card, key) => void (await lane(() => once(target, card, key, id))),
  };
  return {
    chat,
    given,
    /** The cards that stand with a recipient, in order. */
    cardsOf: (to: string) => [...messages.values()].filter((message) => message.to === to).map(({ card }) => card),
    /** So many messages go well; the next one arrives, and its answer is lost. */
    loseAnswer(after: number) {
      losing = after;
    },
  };
}
