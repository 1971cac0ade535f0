/** All commands of the product, in the order in which help shows them. */
import type { Family } from '../grammar/declaration.ts';
import { groupFamily } from './group/commands.ts';
import { meFamily } from './me/commands.ts';
import { mitwirkFamily } from './mitwirk/commands.ts';
import { processFamily } from './process/commands.ts';
import { resultFamily } from './result/commands.ts';
import { inputFamily } from './round/commands.ts';
import { taskFamily } from './task/commands.ts';
import { voteFamily } from './vote/commands.ts';

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
