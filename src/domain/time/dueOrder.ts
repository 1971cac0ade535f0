/** What comes first of what is due together, and what is done together. */
import { DUE_STAGES, type DueItem } from './due.ts';

const STAGE_OF: ReadonlyMap<string, number> = new Map(
  DUE_STAGES.flatMap((kinds, stage) => kinds.map((kind) => [kind, stage] as const)),
);

/** Items of one process that one handler does together, ordered by their time. */
export interface Bundle {
  /** The beginning of their kinds: `task`, `vote`, `round`, `digest`. */
  readonly subject: string;
  readonly items: readonly DueItem[];
}

/**
 * The items of one process in the order in which they are done: stage by stage, within a stage by their time. A kind
 * nobody knows comes first; nothing handles it.
 */
export function bundlesOf(items: readonly DueItem[]): readonly Bundle[] {
  const bundles: { readonly stage: number; readonly subject: string; readonly items: DueItem[] }[] = [];
  for (const item of items.toSorted(inOrder)) {
    const stage = stageOf(item);
    const subject = subjectOf(item);
    const last = bundles.at(-1);
    if (last?.stage === stage && last.subject === subject) last.items.push(item);
    else bundles.push({ stage, subject, items: [item] });
  }
  return bundles;
}

/** Of several items of one object that are due together, as after a standstill, only the last is still worth doing. */
export function lastOfEach(items: readonly DueItem[]): readonly DueItem[] {
  const last = new Map(items.map((item) => [item.objectId, item]));
  return items.filter((item) => last.get(item.objectId) === item);
}

function inOrder(a: DueItem, b: DueItem): number {
  return stageOf(a) - stageOf(b) || a.at.getTime() - b.at.getTime() || a.id - b.id;
}

function stageOf({ kind }: DueItem): number {
  return STAGE_OF.get(kind) ?? -1;
}

function subjectOf({ kind }: DueItem): string {
  return kind.split('.')[0] ?? kind;
}
