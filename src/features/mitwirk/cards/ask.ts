/** Asked before something is ended: what it means, and a button each for yes and no. */
import { action, actions, card, paragraph } from '../../../cards/build.ts';
import type { Card, Text } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

/** @param question the number under which it waits for the answer, `F-12` */
export function askFirstCard(say: Phrases, means: Text, question: string): Card {
  const args = { question };
  return card('', [
    paragraph(means, 'warning'),
    paragraph(say.line('mitwirk.ask')),
    actions(
      action(say, { family: 'mitwirk', verb: 'confirm', args, style: 'danger', emoji: '✅' }),
      action(say, { family: 'mitwirk', verb: 'keep', args, emoji: '❌' }),
    ),
  ]);
}
