/** What reaches the application from a platform, and what the sender alone gets back. */
import type { Card } from '../message/model.ts';
import type { Press } from '../message/press.ts';

/** Somebody as their platform knows them. */
export interface Sender {
  readonly externalId: string;
  /** Where the account is at home, such as a workspace or a homeserver; the adapter's own word, only ever compared. */
  readonly origin: string;
  /** What others type after `@`. */
  readonly handle: string;
  readonly name: string;
}

/** Somebody who was mentioned; in the text or field stands `@word`. */
export interface Mention extends Sender {
  readonly word: string;
  /** The platform does not say so: somebody in the room is called like the word that was typed. Several may be. */
  readonly typed?: true;
}

export interface Inbound {
  readonly platform: string;
  /** Unique per platform event: the same key has one effect and one answer, however often it arrives. */
  readonly key: string;
  /** Where the bot itself is at home there: people of another {@link Sender.origin} are from elsewhere. */
  readonly origin: string;
  readonly sender: Sender;
  /** Whom the platform knows to be meant, or possible; any other name is looked up among those who may be named here. */
  readonly mentions?: readonly Mention[];
  readonly room: { readonly externalId: string; readonly kind: 'channel' | 'direct'; readonly name: string };
  readonly what: InboundContent;
}

/**
 * `command`: typed text including its prefix (`/` or `!`), which may be missing in a direct chat.
 * `quoted`: the words of another message that the command was given on; they are its text where none was typed.
 * `form`: a filled-in form of the command `form`, its fields by argument name.
 * `press`: a button. One that an earlier version posted arrives as the command that it stands for, `pressed`.
 */
export type InboundContent =
  | {
      readonly kind: 'command';
      readonly text: string;
      readonly quoted?: string;
      readonly permalink?: string;
      readonly pressed?: true;
    }
  | {
      readonly kind: 'form';
      readonly command: string;
      readonly values: Readonly<Record<string, string>>;
      /** Address of the message the form was opened on. */
      readonly permalink?: string;
    }
  | ({ readonly kind: 'press'; readonly permalink?: undefined } & Press);

export interface Answer {
  /** Shown to the sender alone; null when the answer is a post to the room, or when nothing was meant for the bot. */
  readonly card: Card | null;
  /** Null when it was accepted; otherwise nothing has changed. `field` is the form field it concerns. */
  readonly refused: { readonly code: string; readonly field: string | null } | null;
}
