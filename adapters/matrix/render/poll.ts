/**
 * Polls as events: https://github.com/matrix-org/matrix-spec-proposals/pull/3381. Clients read the types with the proposal's
 * number in them; the ones without it are no part of the specification yet.
 */
import type { Poll } from '../../../src/message/model.ts';
import type { Content } from '../schema.ts';
import { typedHere } from './commands.ts';

export const POLL_START = 'org.matrix.msc3381.poll.start';
export const POLL_END = 'org.matrix.msc3381.poll.end';
const TEXT = 'org.matrix.msc1767.text';

/** Nothing is disclosed before the end: an interim result would tell the later ones what to do. */
export function pollStart({ question, options }: Poll): Content {
  const lines = options.map((option, index) => `${index + 1}. ${option.label} · ${typedHere(option)}`);
  return {
    [POLL_START]: {
      kind: 'org.matrix.msc3381.poll.undisclosed',
      max_selections: 1,
      question: { [TEXT]: question, body: question, msgtype: 'm.text' },
      answers: options.map(({ id, label }) => ({ id, [TEXT]: label })),
    },
    // What clients without polls show.
    [TEXT]: [question, ...lines].join('\n'),
    'm.mentions': {},
  };
}

export function pollEnd(eventId: string, text: string): Content {
  return {
    'm.relates_to': { rel_type: 'm.reference', event_id: eventId },
    [POLL_END]: {},
    [TEXT]: text,
    'm.mentions': {},
  };
}
