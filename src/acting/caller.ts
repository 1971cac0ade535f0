/** Who acts, from where and when: what every act needs to know about the situation. */

import { refuse } from '../domain/failure.ts';
import type { Group, Membership } from '../domain/group/group.ts';
import type { Person } from '../domain/person/person.ts';
import type { Process } from '../domain/process/process.ts';
import type { Room } from '../domain/process/room.ts';
import type { LocalDate, LocalTime } from '../domain/time/calendar.ts';
import { localDateOf, localTimeOf } from '../domain/time/calendar.ts';
import type { Belonging, Standing } from '../ports/store/arrivals.ts';
import type { Place } from '../ports/store/people.ts';
import { type Phrases, phrases } from '../text/phrases.ts';

/** Who acts, where and when, as far as that hangs on no process. */
export interface Visitor {
  readonly now: Date;
  readonly platform: string;
  /** Where the bot is at home on the platform: people of another origin are from elsewhere. */
  readonly origin: string;
  readonly person: Person;
  readonly room: Room;
  /** Address of the message the person acted on, where the platform has one. */
  readonly permalink: string | null;
  /** The room itself tells of its process, or of several, also by the spaces it lies in. */
  readonly told: boolean;
  /** The active processes the person coordinates or to whose groups they belong, oldest first. */
  readonly own: readonly Process[];
  /**
   * The processes between which the spaces of the room leave it open to which it belongs; empty where they do not, and
   * for whoever takes part in none of them.
   */
  readonly rivals: readonly string[];
  /** What the person is in each process that may be meant. */
  readonly standings: readonly Standing[];
  /** The group that lives in the room, and the person's place in it. */
  readonly roomGroup: Belonging | null;
  /** Whether any process is going on. */
  readonly anyActive: boolean;
  /** The configuration names the person as one who may set up processes. */
  readonly mayBegin: boolean;
  /** What holds where neither the person nor the process has chosen. */
  readonly defaults: { readonly locale: string; readonly zone: string };
}

/** The same in a process, if there is one. */
export interface Caller extends Visitor {
  /** Language of the answers to this person. */
  readonly locale: string;
  readonly process: Process | null;
  /** Of the process. */
  readonly coordinator: boolean;
  /** Takes part in the process: coordinates it, belongs to one of its groups, or was let into one of its rooms. */
  readonly participant: boolean;
  /** The group that lives in the room; in a direct chat the only group the person belongs to. */
  readonly group: Group | null;
  /** The person's membership in that group. */
  readonly membership: Membership | null;
  /** May set up a process: nobody has yet, or the configuration names the person. */
  readonly maySetUp: boolean;
}

/** A caller whose room or person belongs to a process. */
export interface ProcessCaller extends Caller {
  readonly process: Process;
}

/** A caller in a group of a process. */
export interface GroupCaller extends ProcessCaller {
  readonly group: Group;
}

/**
 * @throws Refusal `process.none`, `process.notYours` when there are others, `process.rivals`, {@link WhichProcess}
 */
export function inProcess(caller: Caller): ProcessCaller {
  if (caller.process) return { ...caller, process: caller.process };
  if (caller.rivals.length > 0) refuse('process.rivals', { processes: caller.rivals.join(', ') });
  if (caller.own.length > 1) throw new WhichProcess();
  return refuse(caller.maySetUp ? 'process.none' : 'process.notYours');
}

/** Never shown: whoever takes part in several processes is asked which one is meant. */
export class WhichProcess extends Error {}

/** From where the caller names people. */
export function placeOf({ platform, origin, process }: Caller): Place {
  return { platform, origin, process: process?.id ?? null };
}

/** @throws Refusal those of {@link inProcess}, or `group.none` when it is not clear which group is meant. */
export function inGroup(caller: Caller): GroupCaller {
  const { process } = inProcess(caller);
  return caller.group ? { ...caller, process, group: caller.group } : refuse('group.none');
}

/** The zone in which the person reads and writes dates. */
export function zoneOf(caller: Caller): string {
  return caller.person.zone ?? caller.process?.zone ?? caller.defaults.zone;
}

export function todayOf(caller: Caller): LocalDate {
  return localDateOf(caller.now, zoneOf(caller));
}

export function clockTimeOf(caller: Caller): LocalTime {
  return localTimeOf(caller.now, zoneOf(caller));
}

/** How the person is answered: in their language, with the dates of the process. */
export function voiceFor(caller: Caller): Phrases {
  return phrases(caller.locale, caller.process?.zone ?? null);
}
