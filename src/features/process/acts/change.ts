/** Changes a setting of a process. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { record } from '../../../acting/record.ts';
import { readLocale, readRegion, readZone } from '../../../acting/settings.ts';
import { refuse } from '../../../domain/failure.ts';
import { PROFILE_NAMES, type ProfileName } from '../../../domain/vote/profileName.ts';
import type { ProcessChange } from '../../../ports/store/places.ts';
import type { Tx } from '../../../ports/store.ts';
import { isSameName } from '../../../text/quoted.ts';
import { fold, isSaid, wordFor } from '../../../text/words.ts';
import { replan } from './replan.ts';

export const PROCESS_SETTINGS = ['name', 'region', 'zone', 'language', 'rule', 'polls'] as const;
export type ProcessSetting = (typeof PROCESS_SETTINGS)[number];

/**
 * Gives the value as it was understood.
 * @throws Refusal `process.exists`, `region.unknown`, `region.bavaria`, `zone.unknown`, `language.unknown`, `profile.unknown`, `choice.unknown`
 */
export async function changeProcess(
  tx: Tx,
  caller: ProcessCaller,
  setting: ProcessSetting,
  value: string,
): Promise<ProcessChange> {
  const change = changeFor(caller, setting, value);
  if (change.name !== undefined) await refuseTaken(tx, caller, change.name);
  await tx.processes.update(caller.process.id, change);
  if (setting === 'zone' || setting === 'region') await replan(tx, { ...caller.process, ...change }, caller.now);
  await record(tx, caller.process, caller.now, caller.person, 'process.set', { setting });
  return change;
}

async function refuseTaken(tx: Pick<Tx, 'processes'>, { process }: ProcessCaller, name: string): Promise<void> {
  const others = (await tx.processes.active()).filter((other) => other.id !== process.id);
  if (others.some((other) => isSameName(other.name, name))) refuse('process.exists', { name });
}

function changeFor(caller: ProcessCaller, setting: ProcessSetting, value: string): ProcessChange {
  switch (setting) {
    case 'name':
      return { name: value };
    case 'region':
      return { region: readRegion(value) };
    case 'zone':
      return { zone: readZone(value) };
    case 'language':
      return { locale: readLocale(value) };
    case 'rule':
      return { voteProfile: readProfile(caller, value) };
    case 'polls':
      return { polls: readSwitch(caller, value) };
    default:
      return setting satisfies never;
  }
}

function readSwitch({ locale }: ProcessCaller, value: string): boolean {
  const said = fold(value);
  if (isSaid('switch.on', said)) return true;
  if (isSaid('switch.off', said)) return false;
  const choices = `${wordFor(locale, 'switch.on')}, ${wordFor(locale, 'switch.off')}`;
  return refuse('choice.unknown', { word: value, choices });
}

function readProfile({ locale }: ProcessCaller, value: string): ProfileName {
  const said = fold(value);
  const profile = PROFILE_NAMES.find((name) => isSaid(`profile.${name}`, said));
  const profiles = PROFILE_NAMES.map((name) => wordFor(locale, `profile.${name}`)).join(', ');
  return profile ?? refuse('profile.unknown', { word: value, profiles });
}
