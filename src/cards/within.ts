/** A card's buttons say for which process they are, and for somebody of several processes the words beside them do too. */
import type { Process } from '../domain/process/process.ts';
import type { Action, Card, Node } from '../message/model.ts';
import type { Carried } from '../message/press.ts';
import type { Phrases } from '../text/phrases.ts';
import { quoted } from '../text/quoted.ts';
import { wordFor } from '../text/words.ts';
import { action, actions, paragraph, text } from './build.ts';

type Named = Pick<Process, 'id' | 'name'>;

/** Pressed later they still mean this process, whatever the room or the direct chat is about by then. */
export function ofProcess<T extends Pick<Card, 'body'>>(card: T, process: Pick<Process, 'id'>): T {
  return withActions(card, (item) => actionOf(item, process), process);
}

/** The same, and what is typed instead of pressing them names it. */
export function withinProcess<T extends Pick<Card, 'body'>>(
  { locale }: Pick<Phrases, 'locale'>,
  card: T,
  process: Named,
): T {
  const clause = ` ${wordFor(locale, 'process')} ${quoted(process.name)}`;
  const named = (item: Action) => ({ ...actionOf(item, process), command: `${item.command}${clause}` });
  return withActions(card, named, process);
}

/** The answer to what was said in a direct chat: for which process it was understood, and the way to another. */
export function answerWithin(say: Phrases, card: Card | null, process: Named): Card {
  const within = card ? withinProcess(say, card, process) : { title: '', body: [], attention: 'quiet' as const };
  const line = paragraph(say.line('process.within', { name: text(process.name, 'bold') }), 'muted');
  return { ...within, body: [...within.body, line, chooseButton(say, true)] };
}

/** For which process commands in the direct chat are at present. */
export function chosenProcess(say: Phrases, chosen: Pick<Process, 'name'> | null): readonly Node[] {
  const line = chosen
    ? say.line('process.chosenNow', { name: text(chosen.name, 'bold') })
    : say.line('process.chosenNone');
  return [paragraph(line), chooseButton(say, chosen !== null)];
}

function chooseButton(say: Phrases, again: boolean): Node {
  const variant = again ? { variant: 'change' } : {};
  return actions(action(say, { family: 'me', verb: 'process', ...variant, emoji: '🔀' }));
}

function withActions<T extends Pick<Card, 'body'>>(
  card: T,
  change: (item: Action) => Action,
  process: Pick<Process, 'id'>,
): T {
  const node = (one: Node): Node => {
    switch (one.n) {
      case 'actions':
        return { ...one, items: one.items.map(change) };
      case 'poll':
        return { ...one, options: one.options.map(change), undo: carriedOf(one.undo, process) };
      default:
        return one;
    }
  };
  return { ...card, body: card.body.map(node) };
}

function actionOf(item: Action, process: Pick<Process, 'id'>): Action {
  const undo = item.undo === undefined ? {} : { undo: carriedOf(item.undo, process) };
  return { ...item, press: { ...item.press, process: process.id }, ...undo };
}

function carriedOf(carried: Carried, { id }: Pick<Process, 'id'>): Carried {
  return typeof carried === 'string' ? carried : { ...carried, process: id };
}
