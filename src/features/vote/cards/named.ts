/** Who voted how, said after the end of an open vote. */

import { fields, heading, list, people, person, text } from '../../../cards/build.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Inline, Node, Text } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { choiceWord, type VoteView } from './view.ts';

/** Nothing in a confidential vote. */
export function named(say: Phrases, view: VoteView): readonly Node[] {
  if (view.vote.rule.secret) return [];
  const { vote, seats, ballots, names } = view;
  const silent = seats.filter((seat) => !seat.recused && !ballots.has(seat.holderId)).map((seat) => seat.holderId);
  const groups = vote.rule.choices.map((choice) => {
    const holders = seats.filter((seat) => ballots.get(seat.holderId)?.choice === choice).map((seat) => seat.holderId);
    return [choiceWord(say, vote.rule, choice), holders.length === 0 ? null : voices(say, view, holders)] as const;
  });
  return [
    heading(say.say('vote.named.title')),
    fields([...groups, [say.say('vote.named.silent'), silent.length === 0 ? null : people(silent, names, say)]]),
    ...reasons(say, view),
  ];
}

/** Where a deputy voted, both names. */
function voices(say: Phrases, { ballots, names }: VoteView, holders: readonly PersonId[]): Text {
  return holders.flatMap((id, index): Inline[] => {
    const castBy = ballots.get(id)?.castBy ?? id;
    const holder = person(id, names, say);
    const voice =
      castBy === id ? [holder] : say.line('vote.named.deputy', { holder, deputy: person(castBy, names, say) });
    return [...(index > 0 ? [text(', ')] : []), ...voice];
  });
}

function reasons(say: Phrases, { vote, seats, ballots, names }: VoteView): readonly Node[] {
  const lines = seats.flatMap((seat) => {
    const ballot = ballots.get(seat.holderId);
    if (!ballot?.reason) return [];
    const choice = choiceWord(say, vote.rule, ballot.choice);
    return [
      say.line('vote.named.reason', { person: person(ballot.castBy, names, say), choice, reason: ballot.reason }),
    ];
  });
  return lines.length === 0 ? [] : [heading(say.say('vote.named.reasons')), list(lines)];
}
