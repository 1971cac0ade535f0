/** `/mitwirk`: help, whether the log is sound, and the answer to what is asked before something ends. */

import { type Caller, inProcess, voiceFor } from '../../acting/caller.ts';
import { ownProcessOf } from '../../acting/ownProcess.ts';
import { sentence } from '../../cards/build.ts';
import { verifyChain } from '../../domain/audit/auditChain.ts';
import type { ProcessId } from '../../domain/ids.ts';
import type { Process } from '../../domain/process/process.ts';
import { text } from '../../grammar/args/text.ts';
import { word } from '../../grammar/args/words.ts';
import { command, type Family, Resumption } from '../../grammar/declaration.ts';
import type { Tx } from '../../ports/store.ts';
import { listOf } from '../../text/lists.ts';
import { answerQuestion } from '../process/acts/choose.ts';
import { auditCard } from './cards/audit.ts';
import { familyHelp, overviewHelp } from './help.ts';

const status = command({
  family: 'mitwirk',
  verb: 'status',
  effect: 'reads',
  args: {},
  who: 'everyone',
  where: 'anywhere',
  async run(_tx, caller) {
    const { process, participant, own, maySetUp } = caller;
    const say = voiceFor(caller);
    if (process && participant) return sentence(say.line('mitwirk.ready', { name: process.name }));
    if (own.length > 0 && !process)
      return sentence(
        say.line('mitwirk.several', {
          names: listOf(
            say.locale,
            own.map(({ name }) => name),
          ),
        }),
      );
    return sentence(say.line(maySetUp && !process ? 'mitwirk.empty' : 'mitwirk.foreign'));
  },
});

const audit = command({
  family: 'mitwirk',
  verb: 'audit',
  effect: 'reads',
  args: {},
  who: 'participant',
  where: 'process',
  async run(tx, caller) {
    const { process } = inProcess(caller);
    const head = await tx.audit.head(process.id);
    const entries = await tx.audit.entries(process.id);
    return auditCard(voiceFor(caller), verifyChain(process.id, entries, head), entries.length);
  },
});

const confirm = command({
  family: 'mitwirk',
  verb: 'confirm',
  effect: 'changes',
  args: { question: word() },
  who: 'everyone',
  where: 'anywhere',
  turn: 'none',
  async run(tx, caller, { question }) {
    const deed = await answerQuestion(tx, caller, question, 'end');
    return new Resumption(deed, await processAsked(tx, caller, deed.ends?.process ?? null));
  },
});

/** The process that was asked about: the room or the direct chat may be about another by now. */
async function processAsked(tx: Tx, { process, own }: Caller, asked: ProcessId | null): Promise<Process | null> {
  if (asked === null) return null;
  return process?.id === asked ? process : ownProcessOf(tx, own, asked);
}

const keep = command({
  family: 'mitwirk',
  verb: 'keep',
  effect: 'changes',
  args: { question: word() },
  who: 'everyone',
  where: 'anywhere',
  turn: 'none',
  async run(tx, caller, { question }) {
    await answerQuestion(tx, caller, question, 'end');
    return sentence(voiceFor(caller).line('mitwirk.kept'));
  },
});

/** Help speaks of all families, so it is made last, out of the others. */
export function mitwirkFamily(others: readonly Family[]): Family {
  const help = command({
    family: 'mitwirk',
    verb: 'help',
    effect: 'reads',
    args: { subject: text({ optional: true, own: true }) },
    who: 'everyone',
    where: 'anywhere',
    async run(_tx, caller, { subject }) {
      const say = voiceFor(caller);
      const all = [...others, family];
      return subject === '' ? overviewHelp(say, all) : familyHelp(say, all, subject);
    },
  });
  const family: Family = {
    name: 'mitwirk',
    bare: 'help',
    implied: 'help',
    commands: [help, status, audit, confirm, keep],
  };
  return family;
}
