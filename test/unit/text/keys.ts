/** Which message keys the product's code says: written out, or put together at run time. */

import { MEMBER_ROLES } from '../../../src/domain/group/group.ts';
import { ENDINGS } from '../../../src/domain/time/clockDoubt.ts';
import { AGAINST } from '../../../src/domain/time/clockTrust.ts';
import { PROFILE_NAMES } from '../../../src/domain/vote/profileName.ts';
import { families } from '../../../src/features/families.ts';
import { PROCESS_SETTINGS } from '../../../src/features/process/acts/change.ts';
import { codeOf } from '../../../src/grammar/declaration.ts';
import { LANGUAGES } from '../../../src/text/catalogue.ts';
import { pageSources, productSources } from '../../support/sources.ts';

const [de] = LANGUAGES;
const commands = families.flatMap((family) => family.commands);
const withPrefix = (prefix: string, values: readonly string[], suffix = '') =>
  values.map((value) => `${prefix}${value}${suffix}`);

const TASK_STATES = ['open', 'done', 'dropped'];
const TASK_LISTS = ['mine', 'open', 'late', 'done', 'all'];
const RESULTS = ['adopted', 'rejected', 'notQuorate', 'objected', 'noResolution'];

/** Every family of keys made at run time, as it stands in the code with `*` for what is filled in, and all its members. */
export const DYNAMIC: Readonly<Record<string, readonly string[]>> = {
  // declarations
  'family.*': withPrefix(
    'family.',
    families.map((family) => family.name),
  ),
  'summary.*': withPrefix('summary.', commands.map(codeOf)),
  'example.*': withPrefix('example.', commands.map(codeOf)),
  'arg.*': withPrefix('arg.', [...new Set(commands.flatMap((command) => Object.keys(command.args)))]),
  'who.*': withPrefix('who.', [...new Set(commands.map(({ who }) => who))]),
  // Buttons are found by pressing them in the dialogs; here the catalogue itself names them.
  'action.*': Object.keys(de.messages).filter((key) => key.startsWith('action.')),
  // refusals
  'failure.*': [],
  'failure.ref.*': withPrefix('failure.ref.', ['task', 'result', 'vote', 'round']),
  'failure.vote.*': withPrefix('failure.vote.', ['notOnRoll', 'recused', 'deputyActs', 'notOffered', 'reasonMissing']),
  'failure.vote.deputy.*': withPrefix('failure.vote.deputy.', [
    'noSuchSeat',
    'recused',
    'holdsSeat',
    'deputyElsewhere',
    'notActive',
  ]),
  // process, group, me
  'clock.against.*': withPrefix('clock.against.', AGAINST),
  'clock.settled.*': withPrefix('clock.settled.', ENDINGS),
  'group.founded.*': withPrefix('group.founded.', ['steering', 'working']),
  'link.*.title': withPrefix('link.', ['typed', 'offered'], '.title'),
  'link.*.warning': withPrefix('link.', ['typed', 'offered'], '.warning'),
  'link.*.advice': withPrefix('link.', ['typed', 'offered'], '.advice'),
  'link.answered.*': withPrefix('link.answered.', ['confirmed', 'declined']),
  'link.settled.*': withPrefix('link.settled.', ['agreed', 'declined']),
  'link.linked.*': withPrefix('link.linked.', ['kept', 'added', 'others']),
  'link.unlinked.*': withPrefix('link.unlinked.', ['kept', 'added', 'others']),
  'invitation.means.*': withPrefix('invitation.means.', MEMBER_ROLES),
  'invitation.settled.*': withPrefix('invitation.settled.', ['answered', 'withdrawn']),
  'me.reminders.*': withPrefix('me.reminders.', ['on', 'off']),
  'profile.*': withPrefix('profile.', PROFILE_NAMES),
  'setting.*': withPrefix('setting.', PROCESS_SETTINGS),
  'due.failing.*': [
    'due.failing.digest',
    ...withPrefix('due.failing.', ['vote', 'round'], '.close'),
    ...withPrefix('due.failing.', ['vote', 'round', 'task'], '.remind'),
  ],
  // tasks
  'task.list.*': withPrefix('task.list.', TASK_LISTS),
  'task.list.empty.*': withPrefix('task.list.empty.', TASK_LISTS),
  'task.remind.one.*': withPrefix('task.remind.one.', ['overdue', 'today', 'week', 'later', 'escalated', 'unanswered']),
  'task.said.*': withPrefix('task.said.', [
    'done',
    'dropped',
    'reopened',
    'accepted',
    'declined',
    'assigned',
    'moved',
    'commented',
  ]),
  'task.span.*': withPrefix('task.span.', ['day', 'week']),
  'task.state.*': withPrefix('task.state.', TASK_STATES),
  'task.state.*By': withPrefix('task.state.', ['done', 'dropped'], 'By'),
  'task.urgency.*': withPrefix('task.urgency.', ['overdue', 'today', 'week', 'later']),
  // rounds and results
  'input.anonymity.*': withPrefix('input.anonymity.', ['named', 'anonymous']),
  'input.howTo.*': withPrefix('input.howTo.', ['room', 'person']),
  'result.answer.*': withPrefix('result.answer.', ['drafted', 'edited', 'submitted', 'withdrawn']),
  // votes
  'outcome.*': withPrefix('outcome.', ['adopted', 'rejected']),
  'outcome.*.chair': withPrefix('outcome.', ['adopted', 'rejected'], '.chair'),
  'outcome.*.consent': withPrefix('outcome.', ['adopted', 'rejected'], '.consent'),
  'rule.majority.*': withPrefix('rule.majority.', ['simple', 'absolute']),
  'rule.recusal.*': withPrefix('rule.recusal.', ['noBallot', 'roll', 'rollMinusRecused']),
  'rule.silence.*': withPrefix('rule.silence.', ['notVoted', 'consents']),
  'rule.tie.*': withPrefix('rule.tie.', ['rejected', 'chairDecides']),
  'vote.choice.*': withPrefix('vote.choice.', ['yes', 'no', 'abstain', 'concern', 'objection']),
  'vote.group.next.*': withPrefix('vote.group.next.', RESULTS),
  'vote.mine.*': withPrefix('vote.mine.', ['notOnRoll', 'recused', 'deputyActs']),
  'vote.quorum.*': withPrefix('vote.quorum.', ['second', 'met', 'missed']),
  'vote.reopened.seat.*': withPrefix('vote.reopened.seat.', ['cast', 'none', 'recused']),
  'vote.receipt.*': withPrefix('vote.receipt.', ['recorded', 'changed', 'same', 'mine']),
  'vote.recusal.answer.*': withPrefix('vote.recusal.answer.', ['recorded', 'back']),
  'vote.remind.*': withPrefix('vote.remind.', ['halfTime', 'lastCall']),
  // What is adopted or rejected becomes a numbered resolution.
  'vote.resolution.*': withPrefix('vote.resolution.', ['notQuorate', 'objected', 'noResolution']),
  // digest and dates
  'digest.section.*': withPrefix('digest.section.', ['new', 'closed', 'late', 'returns', 'decide', 'decided', 'next']),
  'date.*': withPrefix('date.', ['ahead', 'ago', 'since']),
  'date.note.*': withPrefix('date.note.', ['past', 'weekend', 'holiday', 'closed']),
  'holiday.*': Object.keys(de.messages).filter((key) => key.startsWith('holiday.')),
};

const CALL = /\b(say|line|sentence|translate|refuse)\(\s*(?:[\w.']+,\s*)?([^()`]*?)(?=[,)])/g;
const TEMPLATE = /\b(say|line|sentence|translate|refuse)\([^()`]*?`([^`]*)`|\bcode: `([^`]*)`/g;
const LITERAL = /'([a-z][\w-]*(?:\.[\w-]+)+)'/g;

/** Keys written out in the code and where; `anywhere`: every quoted word that could be one, for keys handed on as values. */
export function keysSaid({ anywhere = false } = {}): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [file, source] of productSources()) {
    for (const [, call, argument = ''] of source.matchAll(CALL)) {
      for (const [, key = ''] of argument.matchAll(LITERAL))
        found.set(call === 'refuse' ? `failure.${key}` : key, file);
    }
    for (const [, key = ''] of source.matchAll(/\bcode: '([^']+)'/g)) found.set(`failure.${key}`, file);
    if (anywhere) for (const [, key = ''] of source.matchAll(LITERAL)) found.set(key, file).set(`failure.${key}`, file);
  }
  return found;
}

/** Keys the page says, `page.` in front: written out in its script or its HTML, or beginning like one made at run time. */
export function pageKeysSaid(): { readonly exactly: ReadonlySet<string>; readonly maybe: (key: string) => boolean } {
  const sources = [...pageSources().values()].join('\n');
  const exactly = new Set(
    [...sources.matchAll(/\bt\(\s*'([\w.]+)'|\{\{(\w+)\}\}/g)].map(([, said, held]) => `page.${said ?? held}`),
  );
  const quoted = new Set([...sources.matchAll(/['"]([\w.]+)['"]/g)].map(([, word]) => `page.${word}`));
  const prefixes = [...sources.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix]) => `page.${prefix}`);
  return {
    exactly,
    maybe: (key) => exactly.has(key) || quoted.has(key) || prefixes.some((prefix) => key.startsWith(prefix)),
  };
}

/** Keys put together at run time, with `*` for each part that is filled in, and where. */
export function patternsSaid(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [file, source] of productSources()) {
    for (const [, call, said, code] of source.matchAll(TEMPLATE)) {
      const pattern = (said ?? code ?? '').replaceAll(/\$\{[^}]*\}/g, '*');
      if (/^[a-z]\w*\..*\*/.test(pattern))
        found.set(call === 'refuse' || code !== undefined ? `failure.${pattern}` : pattern, file);
    }
  }
  return found;
}
