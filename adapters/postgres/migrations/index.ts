/** Every migration in the order in which it is applied. The schema `mitwirk` is there before the first. */
import type { Migration } from '../migrate.ts';
import { initial } from './0001_initial.ts';

export const migrations: readonly Migration[] = [initial];
