/** Typed commands as people type them here: with `!`, because clients keep `/` for themselves. Buttons become lines that say what to type. */
import type { Action, Card, Inline, Node, Text } from '../../../src/message/model.ts';
import { dateWithZone } from '../../../src/message/plain.ts';

/** Family names such as `aufgabe`, in every language. */
export type FamilyNames = ReadonlySet<string>;

/** `/aufgabe` at the beginning of a word, where it is the name of a family; anything else after a slash is left alone. */
export function withExclamationMark(line: string, families: FamilyNames): string {
  return line.replaceAll(/(?<![^\s(„“”"»«–])\/(\p{L}+)/gu, (found, word: string) =>
    families.has(word.toLowerCase()) ? `!${word}` : found,
  );
}

/** What is typed instead of pressing the button. */
export function typedHere({ command }: Pick<Action, 'command'>): string {
  return command.replace(/^\//, '!');
}

/** The card with `!` in its sentences, its times with their zone, and a legend in the place of its buttons. What people wrote, in quotes, stays as it is. */
export function asTypedHere(card: Card, families: FamilyNames): Card {
  const leaf = (inline: Inline): Inline => {
    if (inline.t === 'text') return { ...inline, text: withExclamationMark(inline.text, families) };
    // Nobody's own clock is known here, so a time says whose it is.
    return inline.t === 'date' ? { t: 'text', text: dateWithZone(inline) } : inline;
  };
  const line = (text: Text): Text => text.map(leaf);
  const node = (one: Node): Node => {
    switch (one.n) {
      case 'paragraph':
        return { ...one, text: line(one.text) };
      case 'list':
        return { ...one, items: one.items.map(line) };
      case 'fields':
        return { ...one, items: one.items.map(({ label, value }) => ({ label, value: line(value) })) };
      case 'actions':
        return legend(one.items);
      case 'heading':
      case 'quote':
      case 'progress':
      case 'chart':
      case 'divider':
      case 'poll':
        return one;
      default:
        return one satisfies never;
    }
  };
  return { ...card, body: card.body.map(node) };
}

/** `✅ Ja · !beschluss ja B-3`, a line for each button. */
function legend(items: readonly Action[]): Node {
  const lines = items.flatMap(
    (action, index): Text => [
      { t: 'text', text: `${index === 0 ? '' : '\n'}${action.emoji} ${action.label} · ` },
      { t: 'text', text: typedHere(action), style: 'code' },
    ],
  );
  return { n: 'paragraph', text: lines };
}
