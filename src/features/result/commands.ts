/** `/result`: work results are drafted, linked to each other and handed to the steering group. */

import { type Caller, inGroup, inProcess, voiceFor } from '../../acting/caller.ts';
import { refuse } from '../../domain/failure.ts';
import { resultId } from '../../domain/labels.ts';
import { RESULT_KINDS, type WorkResult } from '../../domain/result/workResult.ts';
import { ref } from '../../grammar/args/refs.ts';
import { text, title } from '../../grammar/args/text.ts';
import { choice, flag } from '../../grammar/args/words.ts';
import { command, type Family } from '../../grammar/declaration.ts';
import { draftResult } from './acts/draft.ts';
import { editResult } from './acts/edit.ts';
import { linkResults } from './acts/link.ts';
import { submitResult } from './acts/submit.ts';
import { withdrawResult } from './acts/withdraw.ts';
import { historyCard, resultListCard } from './cards/listCards.ts';
import { resultAnswer } from './cards/resultAnswer.ts';
import { resultCard } from './cards/resultCard.ts';
import { historyOf, listResults, showResult } from './read/show.ts';

const base = { family: 'result' } as const;
/** The act asks who belongs to the result's group, so that it works from a direct chat too. */
const member = { ...base, who: 'ofGroup', where: 'process' } as const;
const looking = { ...base, who: 'participant', where: 'process' } as const;

const draft = command({
  ...base,
  verb: 'draft',
  effect: 'changes',
  args: {
    resultKind: choice(RESULT_KINDS, { prefix: 'resultKind' }),
    title: title(),
    text: text({ optional: true }),
  },
  who: 'member',
  where: 'group',
  async run(tx, caller, args) {
    const kind = args.resultKind ?? refuse('result.kindMissing');
    const result = await draftResult(tx, inGroup(caller), { kind, title: args.title, text: args.text });
    return seenHere(caller, result) ? null : resultAnswer(voiceFor(caller), result, 'drafted');
  },
});

const edit = command({
  ...member,
  verb: 'edit',
  effect: 'changes',
  args: { result: ref('result'), text: text() },
  async run(tx, caller, args) {
    const result = await editResult(tx, inProcess(caller), { ref: args.result, text: args.text });
    return resultAnswer(voiceFor(caller), result, 'edited');
  },
});

const link = command({
  ...member,
  verb: 'link',
  effect: 'changes',
  args: { result: ref('result'), target: ref('result', { after: 'with' }) },
  async run(tx, caller, args) {
    const { from } = await linkResults(tx, inProcess(caller), { from: args.result, to: args.target });
    return resultCard(voiceFor(caller), await showResult(tx, inProcess(caller), from));
  },
});

const submit = command({
  ...member,
  verb: 'submit',
  effect: 'changes',
  who: 'leadOfGroup',
  args: { result: ref('result') },
  async run(tx, caller, args) {
    const result = await submitResult(tx, inProcess(caller), args.result);
    return resultAnswer(voiceFor(caller), result, 'submitted');
  },
});

const withdraw = command({
  ...member,
  verb: 'withdraw',
  effect: 'ends',
  who: 'drafter',
  args: { result: ref('result'), confirmed: flag('confirm') },
  asks: async (_tx, caller, { result }) => voiceFor(caller).line('result.askWithdraw', { id: resultId(result) }),
  async run(tx, caller, args) {
    const result = await withdrawResult(tx, inProcess(caller), args.result);
    return resultAnswer(voiceFor(caller), result, 'withdrawn');
  },
});

const show = command({
  ...looking,
  verb: 'show',
  effect: 'reads',
  args: { result: ref('result') },
  async run(tx, caller, args) {
    return resultCard(voiceFor(caller), await showResult(tx, inProcess(caller), args.result));
  },
});

const list = command({
  ...looking,
  verb: 'list',
  effect: 'reads',
  args: {},
  async run(tx, caller) {
    return resultListCard(voiceFor(caller), await listResults(tx, inProcess(caller)));
  },
});

const history = command({
  ...looking,
  verb: 'history',
  effect: 'reads',
  args: { result: ref('result') },
  async run(tx, caller, args) {
    const { result, versions, names } = await historyOf(tx, inProcess(caller), args.result);
    return historyCard(voiceFor(caller), result, versions, names, inProcess(caller).process.zone);
  },
});

function seenHere(caller: Caller, result: WorkResult): boolean {
  return caller.room.kind === 'channel' && caller.group?.id === result.groupId;
}

export const resultFamily: Family = {
  name: 'result',
  bare: 'list',
  implied: null,
  commands: [draft, edit, link, submit, withdraw, show, list, history],
};
