/** The card of an input round in its group's room: the question, how to answer, and how many have. */

import { action, actions, card, fields, quote } from '../../../cards/build.ts';
import { lastingDeadline } from '../../../cards/date.ts';
import type { Group } from '../../../domain/group/group.ts';
import { roundId } from '../../../domain/labels.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import type { Participation } from '../../../domain/round/participation.ts';
import type { Zone } from '../../../domain/time/calendar.ts';
import type { Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { endOf } from './deadline.ts';
import { howTo } from './howTo.ts';

export interface RoundView {
  readonly round: InputRound;
  readonly group: Pick<Group, 'name'>;
  /** Of the process: its deadlines are days of this zone. */
  readonly zone: Zone;
  readonly participation: Participation;
}

export function roundCard(say: Phrases, view: RoundView): Card {
  const { round, group } = view;
  const open = round.state === 'open';
  const title = say.say('input.title', { id: roundId(round), group: group.name, state: round.state });
  return card(title, [
    quote(round.question),
    whenItEnds(say, view),
    ...(open ? howTo(say, round, 'room') : []),
    progress(say, view),
    ...(open ? [actions(mine(say, round))] : []),
  ]);
}

/** Its deadline while it is open, later when it ended. */
export function whenItEnds(say: Phrases, { round, zone }: RoundView): Node {
  return round.state === 'closed'
    ? fields([[say.say('input.field.closed'), [endOf(say, round, zone)]]])
    : fields([[say.say('input.field.until'), lastingDeadline(say, round.deadline)]]);
}

export function progress(say: Phrases, { participation }: RoundView): Node {
  const { answered: done, invited: total } = participation;
  return { n: 'progress', label: say.say('input.progress', { done, total }), done, total };
}

function mine(say: Phrases, round: InputRound) {
  return action(say, { family: 'input', verb: 'show', args: { round: roundId(round) }, emoji: '🗒️' });
}
