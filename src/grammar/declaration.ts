/** A command is data: parsing, help, permission, completion, forms and the README's table are derived from it. */

import type { Caller } from '../acting/caller.ts';
import type { Process } from '../domain/process/process.ts';
import type { Card, Text } from '../message/model.ts';
import type { Question } from '../ports/store/questions.ts';
import type { Tx } from '../ports/store.ts';
import type { ArgSpecs, ArgValues } from './args/spec.ts';

/** Who may, as far as person and room tell: asked in one spot before anything runs. */
export type WhoFirst = 'everyone' | 'setup' | 'participant' | 'member' | 'groupLead' | 'coordinator';

/**
 * Who may, where that hangs on the object: the group it belongs to, a task's assignee, a vote's roll. Named here for
 * help and the README; asked by the act, which alone knows the object.
 */
export type WhoOfObject =
  | 'ofGroup'
  | 'leadOfGroup'
  | 'assignee'
  | 'asked'
  | 'taker'
  | 'author'
  | 'drafter'
  | 'roll'
  | 'seat'
  | 'chair';

export type Who = WhoFirst | WhoOfObject;

/** What a command stands on: nothing, a process, a group (of the room, or the person's only one), the room itself. */
export type Where = 'anywhere' | 'process' | 'group' | 'room';

/** `reads` changes nothing; `ends` closes something or takes it away, where `changes` could be changed again. */
export type Effect = 'reads' | 'changes' | 'ends';

/** Something that was said before is to be done now, in this process; null: in none. */
export class Resumption {
  readonly deed: Question['deed'];
  readonly process: Process | null;

  constructor(deed: Question['deed'], process: Process | null) {
    this.deed = deed;
    this.process = process;
  }
}

export interface Command<Specs extends ArgSpecs = ArgSpecs> {
  readonly family: string;
  readonly verb: string;
  readonly effect: Effect;
  readonly args: Specs;
  readonly who: Who;
  readonly where: Where;
  /**
   * `everyProcess`: it changes all processes of a person at once, and nothing else happens in any of them meanwhile.
   * `none`: it changes none itself; what it lets go on takes its own turn.
   */
  readonly turn?: 'everyProcess' | 'none';
  /** What it means, of what `ends` something: asked before it is done. It would be done as it stands. */
  readonly asks?: (tx: Tx, caller: Caller, args: ArgValues<Specs>) => Promise<Text>;
  /** Language-neutral examples live in the catalogue: `example.<family>.<verb>`; the summary in `summary.<family>.<verb>`. */
  readonly run: (tx: Tx, caller: Caller, args: ArgValues<Specs>) => Promise<Card | null | Resumption>;
}

/** Ties the types of `args` and `run` together, then forgets them so that all commands fit in one list. */
export function command<Specs extends ArgSpecs>(declaration: Command<Specs>): Command {
  return declaration as unknown as Command;
}

export interface Family {
  readonly name: string;
  /** The verb that runs when nothing follows the family's name. */
  readonly bare: string;
  /** The verb whose argument the text is when its first word is no verb; null: that is a mistake. */
  readonly implied: string | null;
  /** Verbs people may expect that are not there yet: their words are not taken for the text of the implied one. */
  readonly missing?: readonly string[];
  /** The verb that is meant when the family's name is given on another message, without a verb. */
  readonly onMessage?: string;
  readonly commands: readonly Command[];
}

/** `task.add`: the name of a command in catalogues, audit log and forms. */
export function codeOf(declaration: Pick<Command, 'family' | 'verb'>): string {
  return `${declaration.family}.${declaration.verb}`;
}
