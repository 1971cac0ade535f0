/** To the coordination, one card in one place: a clock is not believed, it is again, or somebody has confirmed it. */

import { action, actions, card, paragraph, sentence } from '../../../cards/build.ts';
import { instantLeaf } from '../../../cards/date.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { ClockDoubt, Ending } from '../../../domain/time/clockDoubt.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

export function clockDoubtCard(say: Phrases, { zone }: Pick<Process, 'zone'>, doubt: ClockDoubt): Card {
  const shown = instantLeaf(say, doubt.shown, zone);
  const expected = instantLeaf(say, doubt.expected, zone);
  return card(
    say.say('clock.doubt.title'),
    [
      paragraph(say.line(`clock.against.${doubt.against}`, { shown, expected })),
      paragraph(say.line('clock.doubt.means')),
      paragraph(say.line('clock.doubt.ask', { shown })),
      actions(
        action(say, {
          family: 'process',
          verb: 'confirm-clock',
          args: { doubt: String(doubt.id) },
          emoji: '🕰️',
          style: 'primary',
        }),
      ),
    ],
    'ping',
  );
}

export function clockBelievedCard(say: Phrases, how: Ending): Card {
  return sentence(say.line(`clock.settled.${how}`));
}

/** `own`: the answer to whoever confirmed; `told`: in place of the question, for all who coordinate. */
export function clockConfirmedCard(
  say: Phrases,
  { zone }: Pick<Process, 'zone'>,
  { shown }: Pick<ClockDoubt, 'shown'>,
  to: 'own' | 'told',
): Card {
  const key = to === 'own' ? 'clock.confirmed' : 'clock.confirmedFor';
  return sentence(say.line(key, { shown: instantLeaf(say, shown, zone) }));
}
