/** The key that proves the sessions of the local page, kept so that a restart throws nobody out. */
import { randomBytes } from 'node:crypto';
import type { PlatformMemory } from '../ports/platformMemory.ts';

const NAME = 'session-key';

/** @param known the key in use, for a store that was emptied meanwhile */
export async function sessionKeyOf(memory: PlatformMemory, known: string | null): Promise<string> {
  const key = known ?? (await memory.get(NAME)) ?? randomBytes(32).toString('base64url');
  await memory.set(NAME, key);
  return key;
}
