/** All rules that are broken one at a time, to see that a test notices each. */
import type { Rule } from './rule.ts';
import { delivery } from './rules/delivery.ts';
import { escaping } from './rules/escaping.ts';
import { permissions } from './rules/permissions.ts';
import { reminders } from './rules/reminders.ts';
import { votes } from './rules/votes.ts';

export const RULES: readonly Rule[] = [...permissions, ...reminders, ...votes, ...delivery, ...escaping];
