/** A card for somebody of several processes: its buttons say for which one they are. */
import type { Process } from '../domain/process/process.ts';
import type { Action, Card, Node } from '../message/model.ts';
import type { Phrases } from '../text/phrases.ts';
import { quoted } from '../text/quoted.ts';
import { wordFor } from '../text/words.ts';
import { action, actions, paragraph, text } from './build.ts';

type Named = Pick<Process, 'name'>;

/** Pressed later they still mean the same, whatever the direct chat is about by then. */
export function withinProcess<T extends Pick<Card, 'body'>>(
  { locale }: Pick<Phrases, 'locale'>,
  card: T,
  process: Named,
): T {
  const clause = ` ${wordFor(locale, 'process')} ${quoted(process.name)}`;
  return { ...card, body: card.body.map((node) => nodeWithin(node, clause)) };
}

/** The answer to what was said in a direct chat: for which process it was understood, and the way to another. */
export function answerWithin(say: Phrases, card: Card | null, process: Named): Card {
  const within = card ? withinProcess(say, card, process) : { title: '', body: [], attention: 'quiet' as const };
  const line = paragraph(say.line('process.within', { name: text(process.name, 'bold') }), 'muted');
  return { ...within, body: [...within.body, line, chooseButton(say, true)] };
}

/** For which process commands in the direct chat are at present. */
export function chosenProcess(say: Phrases, chosen: Named | null): readonly Node[] {
  const line = chosen
    ? say.line('process.chosenNow', { name: text(chosen.name, 'bold') })
    : say.line('process.chosenNone');
  return [paragraph(line), chooseButton(say, chosen !== null)];
}

function chooseButton(say: Phrases, again: boolean): Node {
  const variant = again ? { variant: 'change' } : {};
  return actions(action(say, { family: 'me', verb: 'process', rest: [], ...variant, emoji: '🔀' }));
}

function nodeWithin(node: Node, clause: string): Node {
  switch (node.n) {
    case 'actions':
      return { ...node, items: node.items.map((item) => actionWithin(item, clause)) };
    case 'poll':
      return {
        ...node,
        options: node.options.map((item) => actionWithin(item, clause)),
        undo: `${node.undo}${clause}`,
      };
    default:
      return node;
  }
}

function actionWithin(item: Action, clause: string): Action {
  const undo = item.undo === undefined ? {} : { undo: `${item.undo}${clause}` };
  return { ...item, command: `${item.command}${clause}`, ...undo };
}
