/** Asks somebody of several processes which one they mean, one button each. */

import { actions, card, paragraph, pressOf, text } from '../../../cards/build.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Action, Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { quoted } from '../../../text/quoted.ts';
import { typed, wordFor } from '../../../text/words.ts';

const DIGITS = ['1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣', '6️⃣', '7️⃣', '8️⃣', '9️⃣', '🔟'];

/**
 * @param asked why: they take part in several, or they pressed a button that may be about one that has ended
 * @param processes those it may be for
 * @param question what stands behind the process in the command of a button
 */
export function whichProcessCard(
  say: Phrases,
  asked: 'several' | 'pressed',
  processes: readonly Process[],
  question: string,
): Card {
  const [first] = processes;
  const clause = first ? text(`${wordFor(say.locale, 'process')} ${quoted(first.name)}`, 'code') : text('');
  const buttons = processButtons(say, processes, question);
  if (asked === 'pressed') return card('', [paragraph(say.line('process.whichPressed')), buttons]);
  return card('', [
    paragraph(say.line('process.which')),
    buttons,
    paragraph(say.line('process.whichTyped', { clause }), 'muted'),
  ]);
}

/** The process that commands in a direct chat are for, and the way to another. */
export function chosenProcessCard(say: Phrases, own: readonly Process[], chosen: Process | null): Card {
  const name = chosen ? text(chosen.name, 'bold') : '';
  return card('', [
    paragraph(say.line(chosen ? 'process.chosenNow' : 'process.chosenNone', { name })),
    processButtons(
      say,
      own.filter(({ id }) => id !== chosen?.id),
    ),
  ]);
}

/** Whoever takes part in more processes than there are digits types the others. */
function processButtons(say: Phrases, processes: readonly Process[], question = ''): Node {
  return actions(
    ...DIGITS.flatMap((emoji, index): readonly Action[] => {
      const process = processes[index];
      if (!process) return [];
      const command = typed(say.locale, 'me', 'process', quoted(process.name), question).trim();
      const press = pressOf('me', 'process', { chosen: String(process.id), ...(question ? { question } : {}) });
      return [{ id: `me.process.${process.id}`, label: process.name, command, press, style: 'plain', emoji }];
    }),
  );
}
