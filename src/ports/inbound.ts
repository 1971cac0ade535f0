/** What reaches the application from a platform, and what the sender alone gets back. */
import type { Card } from '../cards/model.ts';

/** Somebody as their platform knows them. */
export interface Sender {
  readonly externalId: string;
  /** What others type after `@`. */
  readonly handle: string;
  readonly name: string;
}

/** Somebody the platform says was mentioned; in the text or field stands `@word`. */
export interface Mention extends Sender {
  readonly word: string;
}

export interface Inbound {
  readonly platform: string;
  /** Unique per platform event: the same key has one effect and one answer, however often it arrives. */
  readonly key: string;
  readonly sender: Sender;
  /** Where the platform itself says who is meant; a name that is not here is looked up among those who are known. */
  readonly mentions?: readonly Mention[];
  readonly room: { readonly externalId: string; readonly kind: 'channel' | 'direct'; readonly name: string };
  readonly what: InboundContent;
}

/**
 * `command`: typed text including its prefix (`/` or `!`), which may be missing in a direct chat.
 * `quoted`: the words of another message that the command was given on; they are its text where none was typed.
 * `form`: a filled-in form of the command `form`, its fields by argument name.
 * A pressed button arrives as the command it stands for.
 */
export type InboundContent =
  | { readonly kind: 'command'; readonly text: string; readonly quoted?: string; readonly permalink?: string }
  | {
      readonly kind: 'form';
      readonly command: string;
      readonly values: Readonly<Record<string, string>>;
      /** Address of the message the form was opened on. */
      readonly permalink?: string;
    };

export interface Answer {
  /** Shown to the sender alone; null when the answer is a post to the room, or when nothing was meant for the bot. */
  readonly card: Card | null;
  /** Null when it was accepted; otherwise nothing has changed. `field` is the form field it concerns. */
  readonly refused: { readonly code: string; readonly field: string | null } | null;
}
