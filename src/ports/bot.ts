/** The application as an adapter sees it. */

import type { SpaceInSight } from '../domain/process/space.ts';
import type { Card } from '../message/model.ts';
import type { Answer, Inbound, Sender } from './inbound.ts';

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

/** Somebody in a room, before they say anything. */
export interface Whereabouts {
  readonly platform: string;
  /** Where the bot is at home there. */
  readonly origin: string;
  readonly person: string;
  readonly room: string;
}

export interface Bot {
  /**
   * Applies one event and gives the sender's answer; messages it causes leave soon after. A fault is answered, logged and has
   * changed nothing, unless the store was lost at the very end: the same event, handled again, then finds out.
   */
  handle(inbound: Inbound): Promise<Answer>;
  /** Makes a person known before they have spoken, so that others can name them. */
  introduce(platform: string, sender: Sender): Promise<void>;
  /** Somebody changed their name or handle; nothing happens when they are not known. */
  rename(platform: string, sender: Sender): Promise<void>;
  /** Somebody has left the platform: whoever must look after their tasks is told. */
  depart(platform: string, externalId: string): Promise<void>;
  /** The bot was shut out of a room, or let in again: lead and coordination are told, and what it has to say there waits. */
  reach(platform: string, externalRoomId: string, reach: 'lost' | 'found'): Promise<void>;
  /** Every space the bot is in on the platform, each time whole: what is not among them is out of sight. */
  seeSpaces(platform: string, spaces: readonly SpaceInSight[]): Promise<void>;
  /** The platform replaced a room by another, or a space: what was in the first is in the second from now on. */
  moveRoom(platform: string, fromExternalId: string, toExternalId: string): Promise<void>;
  /** The accounts of those whom a name typed by this person in this room may mean, to be offered meanwhile. */
  nameable(place: Whereabouts): Promise<readonly string[]>;
  /** The language in which the person is answered. */
  localeOf(platform: string, externalId: string): Promise<string>;
  /** What concerns the person, as one card to come back to; for the coordination the whole process too. */
  home(platform: string, externalId: string): Promise<Card>;
  /** Does everything due by now, in order, and sends what is to be sent. */
  catchUp(): Promise<void>;
  /** The earliest instant at which something is due or a message may be tried; null when nothing waits. */
  nextWork(): Promise<Date | null>;
  /** Waits until nothing that was started is under way. */
  settle(): Promise<void>;
  commands(locale: string): readonly CommandInfo[];
}
