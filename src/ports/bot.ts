/** The application as an adapter sees it. */
import type { Answer, Inbound } from './inbound.ts';

/** How an argument is asked for in a form. */
export type FieldKind = 'line' | 'text' | 'date' | 'person' | 'choice' | 'switch';

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** A command as data for completion, menus and forms. */
export interface CommandInfo {
  /** Names the command in an inbound form. */
  readonly code: string;
  /** The words to type, such as `/aufgabe neu`. */
  readonly words: string;
  readonly usage: string;
  readonly summary: string;
  readonly example: string;
  readonly fields: readonly FormField[];
}

export interface Bot {
  /** Applies one event and gives the sender's answer; messages it causes leave soon after. A fault is answered, logged and has changed nothing. */
  handle(inbound: Inbound): Promise<Answer>;
  /** Makes a person known before they have spoken, so that others can name them. */
  introduce(platform: string, sender: Inbound['sender']): Promise<void>;
  /** Does everything due by now, in order, and sends what is to be sent. */
  catchUp(): Promise<void>;
  /** The earliest instant at which something is due or a message may be tried; null when nothing waits. */
  nextWork(): Promise<Date | null>;
  /** Waits until nothing that was started is under way. */
  settle(): Promise<void>;
  commands(locale: string): readonly CommandInfo[];
}
