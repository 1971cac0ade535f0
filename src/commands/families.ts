/** All commands of the product, in the order in which help shows them. */
import type { Family } from './declaration.ts';
import { groupFamily } from './families/group.ts';
import { inputFamily } from './families/input.ts';
import { meFamily } from './families/me.ts';
import { mitwirkFamily } from './families/mitwirk.ts';
import { processFamily } from './families/process.ts';
import { resultFamily } from './families/result.ts';
import { taskFamily } from './families/task.ts';
import { voteFamily } from './families/vote.ts';

const subjects: readonly Family[] = [
  meFamily,
  taskFamily,
  inputFamily,
  resultFamily,
  voteFamily,
  groupFamily,
  processFamily,
];

export const families: readonly Family[] = [...subjects, mitwirkFamily(subjects)];
