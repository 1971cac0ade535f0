/** Which space is meant: the one named, or the only one it can be. */

import type { ProcessCaller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { Space } from '../../../domain/process/space.ts';
import type { Tx } from '../../../ports/store.ts';
import { fold } from '../../../text/words.ts';

type Spaces = Pick<Tx, 'spaces'>;

/**
 * Of those the room lies in; where it lies in none, of those that have to do with the process.
 * @throws Refusal `space.none`, `space.unknown`, `space.which`
 */
export async function spaceMeant(tx: Spaces, caller: ProcessCaller, name: string): Promise<Space> {
  const candidates = await around(tx, caller);
  if (candidates.length === 0) candidates.push(...(await tx.spaces.ofProcess(caller.platform, caller.process.id)));
  return onlyOne(candidates, caller, name) ?? refuse('space.none');
}

/** @throws Refusal `space.notBound`, `space.unknown`, `space.which` */
export async function ownSpace(tx: Spaces, caller: ProcessCaller, name: string): Promise<Space> {
  const known = await tx.spaces.ofProcess(caller.platform, caller.process.id);
  const own = known.filter(({ processId }) => processId === caller.process.id);
  return onlyOne(own, caller, name) ?? refuse('space.notBound');
}

async function around(tx: Spaces, { platform, room }: ProcessCaller): Promise<Space[]> {
  return room.kind === 'direct' ? [] : [...(await tx.spaces.around(platform, room.externalId))];
}

/** Null when there is none; unless another one is named, one that belongs to the process is meant. */
function onlyOne(candidates: readonly Space[], { process }: ProcessCaller, name: string): Space | null {
  if (candidates.length === 0) return null;
  const own = candidates.filter(({ processId }) => processId === process.id);
  const named = candidates.filter((space) => fold(space.name) === fold(name));
  const meant = name !== '' ? named : own.length === 1 ? own : candidates;
  const spaces = candidates.map((space) => space.name).join(', ');
  const [only] = meant;
  if (!only) return refuse('space.unknown', { name, spaces });
  return meant.length === 1 ? only : refuse('space.which', { spaces });
}
