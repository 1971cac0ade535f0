/** The poll of a card: begun once, and ended once. */
import type { Card, Poll } from '../../../src/message/model.ts';
import { isRefusal } from '../http/homeserverError.ts';
import { POLL_END, POLL_START, pollEnd, pollStart } from '../render/poll.ts';
import type { KeptCard, KeptPoll } from '../schema.ts';
import type { Events } from './events.ts';
import { patiently } from './patience.ts';
import { transactionId } from './transaction.ts';

/** As for the reactions of a card. */
const PATIENCE_MS = 20_000;

export function pollOf(card: Card): Poll | undefined {
  return card.body.find((node) => node.n === 'poll');
}

/** Whether there is something to be said about the poll of a card. */
export function isPollDue(kept: KeptPoll | undefined, poll: Poll | undefined): poll is Poll {
  if (!poll) return false;
  return kept ? poll.ended !== null && !kept.ended : poll.ended === null;
}

/** Begins or ends the poll. Gives it as it is then; null where the room has no polls, and the card stands alone. */
export async function bringUpToDate(events: Events, card: KeptCard, poll: Poll): Promise<KeptPoll | null> {
  const [name = ''] = card.parts;
  try {
    if (card.poll && poll.ended !== null) {
      const { event } = card.poll;
      const content = pollEnd(event, poll.ended);
      await patiently(() => events.send(card.room, POLL_END, content, transactionId('poll end', event)), PATIENCE_MS);
      return { ...card.poll, ended: true };
    }
    const transaction = transactionId('poll', name);
    const event = await patiently(() => events.send(card.room, POLL_START, pollStart(poll), transaction), PATIENCE_MS);
    const options = poll.options.map(({ id, label, command, press, undo }) => ({
      id,
      label,
      command,
      ...(press ? { press } : {}),
      undo,
    }));
    return { event, options, undo: poll.undo, ended: false };
  } catch (error) {
    if (isRefusal(error, 'M_FORBIDDEN')) return null;
    throw error;
  }
}
