/** Links the identities of one human being on several platforms: asked on one side, answered on the other, confirmed on the first. */
import { randomInt } from 'node:crypto';
import { refuse } from '../../domain/failure.ts';
import type { Person } from '../../domain/person.ts';
import { shortId } from '../../domain/shortId.ts';
import type { LinkRequest } from '../../ports/store/links.ts';
import type { Tx } from '../../ports/store.ts';
import type { Caller } from '../caller.ts';
import { record } from '../record.ts';

/** A code can be used for so many milliseconds. */
const VALID_MS = 15 * 60_000;

/** Letters and digits that are not mistaken for one another, also when read aloud. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 8;

/** Gives the code to type on the other side, within a quarter of an hour. */
export async function askForLink(tx: Tx, { person, now }: Caller): Promise<string> {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  await tx.links.ask({ personId: person.id, code, askedAt: now });
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** The other side answers; gives the person who asked. @throws Refusal `link.code`, `link.same` */
export async function answerLink(tx: Tx, caller: Caller, typed: string): Promise<Person> {
  const code = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const request = current(await tx.links.byCode(code), caller) ?? refuse('link.code');
  if (request.personId === caller.person.id) refuse('link.same');
  if (request.claimedBy !== null && request.claimedBy !== caller.person.id) refuse('link.code');
  await tx.links.claim(code, caller.person.id);
  return (await tx.people.byId(request.personId)) ?? refuse('link.code');
}

/**
 * The first side agrees: both are one from now on, with one membership in each group and one ballot in each vote. The one known longer stays.
 * @throws Refusal `link.none`; `link.vote` while a vote runs in which both have a seat, because its roll is fixed
 */
export async function confirmLink(tx: Tx, caller: Caller): Promise<Person> {
  const request = current(await tx.links.ofPerson(caller.person.id), caller);
  const other = request?.claimedBy ? await tx.people.byId(request.claimedBy) : null;
  if (!other || other.erasedAt) return refuse('link.none');
  const votes = await tx.links.sharedOpenVotes(caller.person.id, other.id);
  if (votes.length > 0) refuse('link.vote', { ids: votes.map((number) => shortId('vote', number)).join(', ') });
  const [kept, gone] = caller.person.id < other.id ? [caller.person, other] : [other, caller.person];
  const processes = new Map(
    [...(await tx.processes.ofPerson(kept.id)), ...(await tx.processes.ofPerson(gone.id))].map((one) => [one.id, one]),
  );
  await tx.links.remove(caller.person.id);
  await tx.links.remove(other.id);
  await tx.links.merge(kept.id, gone.id);
  for (const process of processes.values()) {
    await record(tx, process, caller.now, kept, 'person.link', { person: kept.token, other: gone.token });
  }
  return other;
}

function current(request: LinkRequest | null, { now }: Caller): LinkRequest | null {
  return request && now.getTime() - request.askedAt.getTime() <= VALID_MS ? request : null;
}
