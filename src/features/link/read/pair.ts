/** Whether two accounts may become one person: the same question at every step, because answers may come days apart. */

import type { Caller } from '../../../acting/caller.ts';
import { refuse } from '../../../domain/failure.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { shortId } from '../../../domain/labels.ts';
import { directionOf, needingAgreement } from '../../../domain/link/linking.ts';
import type { Person } from '../../../domain/person/person.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Account, LinkRequest } from '../../../ports/store/links.ts';
import type { Tx } from '../../../ports/store.ts';
import { sharedOpenVotes, standingOf } from './standing.ts';

/** The account that showed the code, or the one that typed it. */
export interface Side {
  readonly account: Account;
  readonly person: Person;
}

export interface Pair {
  readonly request: LinkRequest;
  /** Whose rights are at stake. */
  readonly shown: Side;
  readonly typed: Side;
  /** In which `shown` takes part. */
  readonly processes: readonly Process[];
  /** Those of them in which somebody else must agree and nobody has yet. */
  readonly pending: readonly Process[];
}

/** As they are, whether or not they may. @throws Refusal `link.over` when one of them is gone */
export async function pairOf(tx: Tx, request: LinkRequest, typist: Account): Promise<Pair> {
  const shown = await sideOf(tx, request.asker);
  const typed = await sideOf(tx, typist);
  const standing = await standingOf(tx, shown.person.id);
  const processes = (await tx.processes.active()).filter(({ id }) => standing.has(id));
  const needing = needingAgreement(standing).filter((id) => !request.agreedIn.includes(id));
  return { request, shown, typed, processes, pending: processes.filter(({ id }) => needing.includes(id)) };
}

/**
 * Two who may become one.
 * @throws Refusal those of {@link pairOf}; `link.already`, `link.platform`, `link.several`, `link.direction`, `link.processes`,
 * `link.vote`, `link.nobody`
 */
export async function checkedPair(tx: Tx, request: LinkRequest, typist: Account): Promise<Pair> {
  const pair = await pairOf(tx, request, typist);
  const [shown, typed] = [pair.shown.person.id, pair.typed.person.id];
  await checkAccounts(tx, shown, typed);
  const direction = directionOf(await standingOf(tx, shown), await standingOf(tx, typed));
  if (direction !== 'forward') refuse(direction === 'back' ? 'link.direction' : 'link.processes');
  const votes = await sharedOpenVotes(tx, shown, typed);
  if (votes.length > 0) refuse('link.vote', { ids: votes.map(({ number }) => shortId('vote', number)).join(', ') });
  for (const process of pair.pending) {
    if ((await approversOf(tx, process, [shown, typed])).length === 0) refuse('link.nobody');
  }
  return pair;
}

async function sideOf(tx: Pick<Tx, 'people'>, account: Account): Promise<Side> {
  const person = await tx.people.byId(account.personId);
  const accounts = await tx.people.identities(account.personId);
  if (!person || !accounts.some(({ platform }) => platform === account.platform)) refuse('link.over');
  return { account, person };
}

async function checkAccounts(tx: Pick<Tx, 'people'>, shown: PersonId, typed: PersonId): Promise<void> {
  if (shown === typed) refuse('link.already');
  const there = (await tx.people.identities(shown)).map(({ platform }) => platform);
  const here = (await tx.people.identities(typed)).map(({ platform }) => platform);
  if (here.some((platform) => there.includes(platform))) refuse('link.platform');
  if (here.length > 1) refuse('link.several');
}

/** The pending processes in which the caller is one of those who may agree. */
export async function asksOf(tx: Tx, { person }: Caller, pair: Pair): Promise<readonly Process[]> {
  const concerned = [pair.shown.person.id, pair.typed.person.id];
  const found: Process[] = [];
  for (const process of pair.pending) {
    if ((await approversOf(tx, process, concerned)).includes(person.id)) found.push(process);
  }
  return found;
}

/** Coordinators and chair of the process who can be asked, without those whom it concerns. */
export async function approversOf(
  tx: Pick<Tx, 'processes' | 'groups' | 'people'>,
  process: Pick<Process, 'id'>,
  concerned: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const found = new Set(await tx.processes.coordinators(process.id));
  for (const group of await tx.groups.ofProcess(process.id)) {
    if (group.kind !== 'steering') continue;
    for (const { personId, role } of await tx.groups.members(group.id)) if (role === 'chair') found.add(personId);
  }
  const reachable = await tx.people.platforms([...found]);
  return [...found].filter((id) => reachable.has(id) && !concerned.includes(id));
}
