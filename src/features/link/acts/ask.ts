/** Shows the account with the rights a code that its owner types on the other one. */
import { randomInt } from 'node:crypto';
import type { Caller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import { needingAgreement } from '../../../domain/link/linking.ts';
import type { Tx } from '../../../ports/store.ts';
import { approversOf } from '../read/pair.ts';
import { standingOf } from '../read/standing.ts';

/** Letters and digits that are not mistaken for one another, also when read aloud. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 8;

/**
 * An earlier code of the person is good for nothing from now on.
 * @throws Refusal `link.second` on an account that came by a link itself, so that it brings no others; `link.nobody` when nobody
 * could agree to it
 */
export async function askForLink(tx: Tx, { person, platform, now }: Caller): Promise<string> {
  if (await tx.links.ofAccount({ personId: person.id, platform })) refuse('link.second');
  for (const id of needingAgreement(await standingOf(tx, person.id))) {
    if ((await approversOf(tx, { id }, [person.id])).length === 0) refuse('link.nobody');
  }
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  await tx.linkRequests.ask({ personId: person.id, platform }, code, now);
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** The code as it is kept, however it was typed. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
