/** `/input`: rounds are opened and closed, contributions given, changed and withdrawn. */

import { inGroup, inProcess, type ProcessCaller, voiceFor } from '../../acting/caller.ts';
import { refuse } from '../../domain/failure.ts';
import { roundId, shortId } from '../../domain/labels.ts';
import { businessCalendarOf } from '../../domain/process/process.ts';
import type { InputRound } from '../../domain/round/inputRound.ts';
import { localDateOf } from '../../domain/time/calendar.ts';
import { dateAfter } from '../../grammar/args/dates.ts';
import { ref } from '../../grammar/args/refs.ts';
import { text } from '../../grammar/args/text.ts';
import { flag, word } from '../../grammar/args/words.ts';
import { command, type Family } from '../../grammar/declaration.ts';
import type { Card } from '../../message/model.ts';
import { fold, waysToSay } from '../../text/words.ts';
import { closeEarly } from './acts/close.ts';
import { giveContribution } from './acts/give.ts';
import { openRound } from './acts/open.ts';
import { reopenRound } from './acts/reopen.ts';
import { editContribution, withdrawContribution } from './acts/revise.ts';
import { receiptCard } from './cards/receiptCard.ts';
import { type RoundStep, roundAnswer } from './cards/roundAnswer.ts';
import { roundListCard, shownContributionCard, shownRoundCard } from './cards/shownCards.ts';
import { listRounds } from './read/list.ts';
import { roundMeant } from './read/meant.ts';
import { showContribution, showRound } from './read/show.ts';

const base = { family: 'input' } as const;
/** The act asks who belongs to the round's group, so that it works from a direct chat too. */
const invited = { ...base, who: 'ofGroup', where: 'process' } as const;
const author = { ...base, who: 'author', where: 'process' } as const;
const lead = { ...base, who: 'leadOfGroup', where: 'process' } as const;

const open = command({
  ...base,
  verb: 'open',
  effect: 'changes',
  args: { question: text(), until: dateAfter('until'), anonymous: flag('anonymous'), named: flag('named') },
  who: 'groupLead',
  where: 'group',
  async run(tx, caller, { question, until, anonymous, named }) {
    if (anonymous && named) refuse('round.bothWays');
    refuseUnknownClause(question);
    const anonymity = anonymous ? 'anonymous' : 'named';
    const round = await openRound(tx, inGroup(caller), { question, until, anonymity });
    return answer(inProcess(caller), round, 'opened');
  },
});

const give = command({
  ...invited,
  verb: 'give',
  effect: 'changes',
  args: { round: ref('round', { optional: true, beforeText: true }), text: text() },
  async run(tx, caller, args) {
    const given = { ref: args.round, text: args.text, behalfOf: null };
    const { round, contribution } = await giveContribution(tx, inProcess(caller), given);
    return receiptCard(voiceFor(caller), round, contribution, 'given');
  },
});

const behalf = command({
  ...invited,
  verb: 'behalf',
  effect: 'changes',
  args: { round: ref('round', { optional: true, beforeText: true }), voice: word(), text: text() },
  async run(tx, caller, args) {
    const given = { ref: args.round, text: args.text, behalfOf: args.voice };
    const { round, contribution } = await giveContribution(tx, inProcess(caller), given);
    return receiptCard(voiceFor(caller), round, contribution, 'given');
  },
});

const edit = command({
  ...author,
  verb: 'edit',
  effect: 'changes',
  args: { contribution: ref('round', { part: true }), text: text() },
  async run(tx, caller, args) {
    const change = { ref: args.contribution, text: args.text };
    const { round, contribution } = await editContribution(tx, inProcess(caller), change);
    return receiptCard(voiceFor(caller), round, contribution, 'edited');
  },
});

const withdraw = command({
  ...author,
  verb: 'withdraw',
  effect: 'ends',
  args: { contribution: ref('round', { part: true }), confirmed: flag('confirm') },
  async asks(_tx, caller, { contribution: { number, part } }) {
    return voiceFor(caller).line('input.askWithdraw', { id: shortId('round', number, part) });
  },
  async run(tx, caller, args) {
    const { round, contribution } = await withdrawContribution(tx, inProcess(caller), args.contribution);
    return receiptCard(voiceFor(caller), round, contribution, 'withdrawn');
  },
});

const list = command({
  ...base,
  verb: 'list',
  effect: 'reads',
  args: {},
  who: 'participant',
  where: 'process',
  async run(tx, caller) {
    return roundListCard(voiceFor(caller), await listRounds(tx, inProcess(caller)));
  },
});

const show = command({
  ...invited,
  verb: 'show',
  effect: 'reads',
  args: { round: ref('round', { optional: true, part: 'either' }) },
  async run(tx, caller, args) {
    const say = voiceFor(caller);
    if (args.round?.part) {
      const shown = await showContribution(tx, inProcess(caller), args.round);
      return shownContributionCard(say, shown.round, shown.contribution, shown.own, shown.names);
    }
    const { view, own, names } = await showRound(tx, inProcess(caller), args.round);
    return shownRoundCard(say, view, own, names);
  },
});

const close = command({
  ...lead,
  verb: 'close',
  effect: 'ends',
  args: { round: ref('round', { optional: true }), confirmed: flag('confirm') },
  async asks(tx, caller, args) {
    const round = await roundMeant(tx, inProcess(caller), args.round);
    return voiceFor(caller).line('input.askClose', { id: roundId(round) });
  },
  async run(tx, caller, args) {
    return answer(inProcess(caller), await closeEarly(tx, inProcess(caller), args.round), 'closed');
  },
});

const reopen = command({
  ...lead,
  verb: 'reopen',
  effect: 'changes',
  args: { round: ref('round'), until: dateAfter('until') },
  async run(tx, caller, args) {
    const round = await reopenRound(tx, inProcess(caller), { ref: args.round, until: args.until });
    return answer(inProcess(caller), round, 'reopened');
  },
});

/** What a round cannot take into account must not end up in its question unnoticed. */
function refuseUnknownClause(question: string): void {
  const [, word = ''] = /^["„“”»«].+?["“”«»]\s+(\S+)/u.exec(question) ?? [];
  const known = ['method', 'for'].flatMap(waysToSay).some((way) => way.join(' ') === fold(word));
  if (known) refuse('round.clause', { word });
}

/** The group's room gets a card of its own; from anywhere else the person is told that it worked. */
function answer(caller: ProcessCaller, round: InputRound, step: RoundStep): Card | null {
  const { process, room, group, now } = caller;
  return roundAnswer(voiceFor(caller), round, step, {
    today: localDateOf(now, process.zone),
    calendar: businessCalendarOf(process),
    seen: room.kind === 'channel' && group?.id === round.groupId,
  });
}

export const inputFamily: Family = {
  name: 'input',
  bare: 'list',
  implied: 'give',
  missing: ['theme', 'support', 'answer', 'export'],
  onMessage: 'give',
  // What most people need first, as lists that are cut or read halfway begin with it.
  commands: [give, behalf, edit, withdraw, list, show, open, close, reopen],
};
