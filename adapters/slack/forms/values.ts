/** What was filled in, as the fields of a form. */
import type { Mention } from '../../../src/ports/inbound.ts';
import { createMentions } from '../inbound/typed.ts';
import type { SlackPerson } from '../web/people.ts';
import { VALUE } from './fields.ts';

/** What Slack says of one element; each kind of element fills another member. */
export interface Filled {
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[];
  readonly selected_users?: readonly string[];
  readonly selected_conversation?: string | null;
}

export type State = Readonly<Record<string, Readonly<Record<string, Filled>>>>;

export function filledIn(state: State, block: string): Filled {
  return state[block]?.[VALUE] ?? {};
}

export function usersIn(state: State): readonly string[] {
  return Object.keys(state).flatMap((block) => filledIn(state, block).selected_users ?? []);
}

/** By block, as a form can be opened with it again: people by their ids. */
export function writtenIn(state: State): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(state).map((block) => [block, textOf(filledIn(state, block), (id) => id)]));
}

/** People are named as they would be typed, `@word`. */
export function valuesOf(
  state: State,
  people: ReadonlyMap<string, SlackPerson>,
): { readonly values: Readonly<Record<string, string>>; readonly mentions: readonly Mention[] } {
  const { mentions, wordFor } = createMentions();
  const named = (id: string) => {
    const person = people.get(id);
    return `@${person ? wordFor(person) : id}`;
  };
  const values = Object.keys(state)
    .filter((block) => !block.endsWith(':'))
    .map((block) => [block, textOf(filledIn(state, block), named)] as const);
  return { values: Object.fromEntries(values), mentions };
}

function textOf(filled: Filled, named: (id: string) => string): string {
  if (filled.selected_users) return filled.selected_users.map(named).join(' ');
  if (filled.selected_options) return filled.selected_options[0]?.value ?? '';
  return filled.value ?? filled.selected_date ?? filled.selected_option?.value ?? '';
}
