/** Every migration in the order in which it is applied. The schema `mitwirk` is there before the first. */

import { initial } from './0001_initial.ts';
import { lostRooms } from './0002_lostRooms.ts';
import { platformMemory } from './0003_platformMemory.ts';
import { links } from './0004_links.ts';
import { retractions } from './0005_retractions.ts';
import { spaces } from './0006_spaces.ts';
import { replicas } from './0007_replicas.ts';
import { clocks } from './0008_clocks.ts';
import { accountLinks } from './0009_accountLinks.ts';
import { dueFailures } from './0010_dueFailures.ts';
import { origins } from './0011_origins.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  initial,
  lostRooms,
  platformMemory,
  links,
  retractions,
  spaces,
  replicas,
  clocks,
  accountLinks,
  dueFailures,
  origins,
];
