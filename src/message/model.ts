/** The neutral message tree. Leaves are typed; there is no markup, so user text arrives exactly as typed. */
import type { PersonId } from '../domain/ids.ts';
import type { Carried, Press } from './press.ts';

export type Inline =
  /** Literal text, no grammar at all. */
  | { readonly t: 'text'; readonly text: string; readonly style?: 'bold' | 'italic' | 'code' }
  | { readonly t: 'link'; readonly url: string; readonly text: string }
  /** `name` is shown where the platform has no mentions, or the person is not on it. */
  | { readonly t: 'person'; readonly id: PersonId; readonly name: string }
  | DateLeaf;

/**
 * A day, or an instant of one. `text` is it written out as clocks in the process's zone show it; a platform that knows the
 * reader's own clock and language shows `at` by them instead.
 */
export interface DateLeaf {
  readonly t: 'date';
  /** ISO 8601, in UTC. Of a day without a time it is noon, so that readers in other zones see the same day. */
  readonly at: string;
  readonly show: 'day' | 'dayTime';
  readonly text: string;
  /** What the zone of `text` is called, such as `MEZ`. */
  readonly zone: string;
}

export type Text = readonly Inline[];

/**
 * A button. Pressing it does the same as typing its command, with the same rights checked; the words are for those who have
 * no buttons, and nothing reads them when it is pressed. `id` is stable across languages.
 */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly command: string;
  readonly press: Press;
  readonly style: 'plain' | 'primary' | 'danger';
  readonly emoji: string;
  /** What takes the press back, and nothing else; absent where another button does that. */
  readonly undo?: Carried | undefined;
}

export type Node =
  | { readonly n: 'paragraph'; readonly text: Text; readonly tone?: 'muted' | 'warning' }
  | { readonly n: 'quote'; readonly text: Text }
  | { readonly n: 'heading'; readonly text: string }
  | { readonly n: 'list'; readonly items: readonly Text[] }
  | { readonly n: 'fields'; readonly items: readonly { readonly label: string; readonly value: Text }[] }
  | { readonly n: 'progress'; readonly label: string; readonly done: number; readonly total: number }
  | { readonly n: 'chart'; readonly chart: Chart }
  | { readonly n: 'divider' }
  | { readonly n: 'actions'; readonly items: readonly Action[] }
  | Poll;

/**
 * Choices of the card as a poll, where the platform has polls; everywhere else nothing is shown. An answer is a press.
 * `undo` takes back whatever was chosen, `ended` says what came of it, null while it is open.
 */
export interface Poll {
  readonly n: 'poll';
  readonly question: string;
  readonly options: readonly Action[];
  readonly undo: Carried;
  readonly ended: string | null;
}

/**
 * Numbers as stacked bars. They always stand in words too, a line for each bar; a platform that shows pictures adds one, with
 * the same words for those who cannot see it.
 */
export interface Chart {
  readonly title: string;
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly label: string;
  readonly parts: readonly ChartPart[];
}

export interface ChartPart {
  /** What is counted, such as `erledigt`; the same word in every bar. */
  readonly label: string;
  /** A whole number, not negative. */
  readonly value: number;
  readonly tone: 'good' | 'neutral' | 'bad';
}

export interface Card {
  /** Empty for a plain sentence. */
  readonly title: string;
  readonly body: readonly Node[];
  /** `ping` must reach people (a reminder, a vote opened); `quiet` waits until they look. */
  readonly attention: 'quiet' | 'ping';
}
