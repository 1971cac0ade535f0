/** Times work against a reference in the same breath: on a shared machine ratios hold where absolute figures move. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Statements } from '../test/support/countStatements.ts';

export interface Work {
  /** The timed part. */
  once(): Promise<unknown>;
  /** What has to end before the next measurement and is not part of this one. */
  settle?(): Promise<unknown>;
}

/** What a piece of work takes. */
export interface Cost {
  readonly ms: number;
  /** Processor time of this process, in which the embedded database runs too; a server's is not in it. */
  readonly cpuMs: number;
  /** Sent to the database before the work was done. */
  readonly statements: number;
}

/** The same work in several repeats; each entry is one repeat. */
export interface Measured {
  readonly name: string;
  /** How many are under way at any time. */
  readonly inFlight: number;
  readonly own: readonly Cost[];
  readonly raw: readonly Cost[];
}

export interface Comparison {
  readonly name: string;
  readonly inFlight: number;
  /** Pieces of work in a repeat. */
  readonly count: number;
  readonly repeats: number;
  readonly statements: Statements;
}

/** A repeat is cut into so many slices, each beside one of the reference. */
const SLICES = 4;

/** A slice of each is done first and thrown away, so that nothing is measured cold. */
export async function compare(work: Work, raw: Work, comparison: Comparison): Promise<Measured> {
  const { name, inFlight, count, repeats, statements } = comparison;
  const slice = Math.max(1, Math.round(count / SLICES));
  const measure = (what: Work) => costOf(what, slice, inFlight, statements);
  await measure(raw);
  await measure(work);
  const own: Cost[] = [];
  const reference: Cost[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const ownParts: Cost[] = [];
    const rawParts: Cost[] = [];
    for (let part = 0; part < SLICES; part += 1) {
      rawParts.push(await measure(raw));
      ownParts.push(await measure(work));
    }
    own.push(meanOf(ownParts));
    reference.push(meanOf(rawParts));
  }
  return { name, inFlight, own, raw: reference };
}

/** For each: one after the other every piece is measured alone; with more in flight all of them together. */
export async function costOf(work: Work, count: number, inFlight: number, statements: Statements): Promise<Cost> {
  if (inFlight > 1) {
    const total = await cost(() => together(work, count, inFlight), statements);
    await work.settle?.();
    return { ms: total.ms / count, cpuMs: total.cpuMs / count, statements: total.statements / count };
  }
  const costs: Cost[] = [];
  for (let done = 0; done < count; done += 1) {
    costs.push(await cost(() => work.once(), statements));
    await work.settle?.();
  }
  return meanOf(costs);
}

async function together(work: Work, count: number, inFlight: number): Promise<void> {
  let begun = 0;
  const lane = async () => {
    while (begun < count) {
      begun += 1;
      await work.once();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}

/** What `work` takes until it is done. */
export async function cost(work: () => Promise<unknown>, statements: Statements): Promise<Cost> {
  await nextTurn();
  const before = { at: performance.now(), cpu: process.cpuUsage(), statements: statements() };
  await work();
  const ms = performance.now() - before.at;
  const { user, system } = process.cpuUsage(before.cpu);
  return { ms, cpuMs: (user + system) / 1000, statements: statements() - before.statements };
}

/** How many times as long as the reference, in each repeat. */
export function ratios({ own, raw }: Pick<Measured, 'own' | 'raw'>): readonly number[] {
  return own.map(({ ms }, repeat) => ms / (raw[repeat]?.ms ?? Number.NaN));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (low + high) / 2;
}

function meanOf(costs: readonly Cost[]): Cost {
  const mean = (of: (one: Cost) => number) => costs.reduce((sum, one) => sum + of(one), 0) / costs.length;
  return { ms: mean(({ ms }) => ms), cpuMs: mean(({ cpuMs }) => cpuMs), statements: mean((one) => one.statements) };
}
