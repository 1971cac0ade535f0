/** Small builders, so that a card reads like what it shows. */

import type { PersonId } from '../domain/ids.ts';
import type { Action, Card, Inline, Node, Text } from '../message/model.ts';
import type { Press } from '../message/press.ts';
import { declaredKey } from '../text/catalogue.ts';
import { listParts } from '../text/lists.ts';
import { type Phrases, text } from '../text/phrases.ts';
import { typed } from '../text/words.ts';

export { text };

/** Names of people for person leaves; whoever is not in it has been erased. */
export type NameBook = ReadonlyMap<PersonId, string>;

/** A mention. Someone who was erased is shown as the catalogue says, never as an empty name. */
export function person(id: PersonId, names: NameBook, say: Phrases): Inline {
  const name = names.get(id);
  return name ? { t: 'person', id, name } : text(say.say('person.gone'));
}

/** People as a list in words: «A, B und C». */
export function people(ids: readonly PersonId[], names: NameBook, say: Phrases): Text {
  const joined = listParts(say.locale, ids.map(String));
  return joined.map((part) =>
    part.type === 'element' ? person(Number(part.value) as PersonId, names, say) : text(part.value),
  );
}

export function paragraph(line: Text | string, tone?: 'muted' | 'warning'): Node {
  const leaves = typeof line === 'string' ? [text(line)] : line;
  return tone ? { n: 'paragraph', text: leaves, tone } : { n: 'paragraph', text: leaves };
}

export function quote(words: string): Node {
  return { n: 'quote', text: [text(words)] };
}

export function heading(words: string): Node {
  return { n: 'heading', text: words };
}

export function list(items: readonly Text[]): Node {
  return { n: 'list', items };
}

/** Label and value pairs; pairs whose value is null are left out. */
export function fields(items: readonly (readonly [label: string, value: Text | string | null])[]): Node {
  return {
    n: 'fields',
    items: items.flatMap(([label, value]) =>
      value === null ? [] : [{ label, value: typeof value === 'string' ? [text(value)] : value }],
    ),
  };
}

interface ActionSpec {
  readonly family: string;
  readonly verb: string;
  /** The arguments by name, as the command declares them. */
  readonly args?: Press['args'];
  /** What follows the verb in the typed command; the arguments as they are, where nothing else is given. */
  readonly rest?: readonly string[];
  readonly style?: Action['style'];
  readonly emoji: string;
  /** Distinguishes two buttons of the same verb, such as two spans of `snooze`. */
  readonly variant?: string;
  readonly undo?: Press;
}

/** A button; its label is the message `action.<family>.<verb>[.<variant>]`. */
export function action(say: Phrases, spec: ActionSpec): Action {
  const { args = {}, rest = Object.values(args) } = spec;
  const id = [spec.family, spec.verb, ...(spec.variant ? [spec.variant] : [])].join('.');
  return {
    id,
    label: say.say(declaredKey(`action.${id}`)),
    command: typed(say.locale, spec.family, spec.verb, ...rest),
    press: pressOf(spec.family, spec.verb, args),
    style: spec.style ?? 'plain',
    emoji: spec.emoji,
    ...(spec.undo === undefined ? {} : { undo: spec.undo }),
  };
}

/** On a card about a process `ofProcess` says which one it is. */
export function pressOf(family: string, verb: string, args: Press['args'] = {}): Press {
  return { code: `${family}.${verb}`, args, process: null };
}

export function actions(...items: readonly Action[]): Node {
  return { n: 'actions', items };
}

export function card(title: string, body: readonly Node[], attention: Card['attention'] = 'quiet'): Card {
  return { title, body, attention };
}

/** A card of one sentence. */
export function sentence(line: Text | string, attention: Card['attention'] = 'quiet'): Card {
  return card('', [paragraph(line)], attention);
}
