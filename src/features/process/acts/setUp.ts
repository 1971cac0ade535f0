/** Sets up a process; whoever does it coordinates it. */

import type { Caller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { readLocale, readRegion, readZone } from '../../../acting/settings.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Process } from '../../../domain/process/process.ts';
import { localTime } from '../../../domain/time/calendar.ts';
import { DEFAULT_PROFILE } from '../../../domain/vote/profileName.ts';
import type { Tx } from '../../../ports/store.ts';
import { isSameName } from '../../../text/quoted.ts';
import { scheduleDigest } from '../../digest/due/schedule.ts';

export interface NewProcessInput {
  readonly name: string;
  /** Empty where it was not given. */
  readonly region: string;
  readonly zone: string;
  readonly language: string;
  readonly example?: boolean;
}

/** @throws Refusal `process.exists`, `process.roomTaken`, `region.unknown`, `region.bavaria`, `zone.unknown`, `language.unknown` */
export async function setUpProcess(tx: Tx, caller: Caller, input: NewProcessInput): Promise<Process> {
  await refuseSecond(tx, caller, input.name);
  const process = await tx.processes.create({
    name: input.name,
    region: input.region === '' ? null : readRegion(input.region),
    zone: input.zone === '' ? caller.defaults.zone : readZone(input.zone),
    locale: input.language === '' ? caller.locale : readLocale(input.language),
    digest: { weekday: 1, time: localTime('08:00') },
    voteProfile: DEFAULT_PROFILE,
    example: input.example ?? false,
    createdAt: caller.now,
  });
  await tx.processes.addCoordinator(process.id, caller.person.id);
  if (caller.room.kind === 'channel') await tx.rooms.bind(caller.room.id, process.id);
  await tx.processes.setLastDigest(process.id, caller.now);
  await scheduleDigest(tx, process, caller.now);
  await record(tx, process, caller.now, caller.person, 'process.setup', { region: process.region, zone: process.zone });
  return process;
}

/** The same name twice is a slip of the finger; a room can live in one process only. */
async function refuseSecond(tx: Tx, caller: Caller, name: string): Promise<void> {
  const active = await tx.processes.active();
  if (active.some((process) => isSameName(process.name, name))) refuse('process.exists', { name });
  if (caller.room.processId !== null) refuse('process.roomTaken', { name: caller.process?.name ?? '' });
}
