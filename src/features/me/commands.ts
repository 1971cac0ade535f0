/** `/me`: what waits for me, and what I decide about myself. */

import { inProcess, todayOf, voiceFor } from '../../acting/caller.ts';
import { ownProcess, ownProcessOf } from '../../acting/ownProcess.ts';
import { sentence } from '../../cards/build.ts';
import { refuse } from '../../domain/failure.ts';
import type { ProcessId } from '../../domain/ids.ts';
import type { Process } from '../../domain/process/process.ts';
import { daysBetween } from '../../domain/time/calendar.ts';
import { personAfter } from '../../grammar/args/people.ts';
import { pressedOnly } from '../../grammar/args/pressed.ts';
import { processChoice } from '../../grammar/args/processChoice.ts';
import { dateRange } from '../../grammar/args/spans.ts';
import { choice, flag, word } from '../../grammar/args/words.ts';
import { command, type Family, Resumption } from '../../grammar/declaration.ts';
import type { Tx } from '../../ports/store.ts';
import { languageOf } from '../../text/catalogue.ts';
import { formatDay } from '../../text/dates/format.ts';
import { phrases } from '../../text/phrases.ts';
import { answerInvitation } from '../group/acts/answerInvitation.ts';
import { answeredInvitationCard } from '../group/cards/invitation.ts';
import { link } from '../link/commands.ts';
import { answerQuestion, chooseProcess } from '../process/acts/choose.ts';
import { chosenProcessCard } from '../process/cards/which.ts';
import { forgetMe, storedData } from './acts/data.ts';
import { announceAbsence, chooseLanguage, chooseReminders, chooseZone, endAbsence } from './acts/settings.ts';
import { myDataCard } from './cards/data.ts';
import { homeCard, myProcessesCard } from './cards/home.ts';
import { myOverviewCard } from './cards/overview.ts';
import { homeOf } from './read/home.ts';
import { myOverview } from './read/overview.ts';

const show = command({
  family: 'me',
  verb: 'show',
  effect: 'reads',
  args: {},
  who: 'everyone',
  where: 'anywhere',
  async run(tx, caller) {
    const say = voiceFor(caller);
    const { name } = caller.person;
    if (!caller.told && caller.own.length > 1)
      return myProcessesCard(say, name, await homeOf(tx, caller.person, caller.now), caller.process);
    if (!caller.process && !caller.maySetUp) return homeCard(say, name, []);
    const overview = await myOverview(tx, inProcess(caller));
    return myOverviewCard(say, { ...overview, name, today: todayOf(caller) });
  },
});

const process = command({
  family: 'me',
  verb: 'process',
  effect: 'changes',
  args: { process: processChoice(), chosen: pressedOnly(), question: pressedOnly() },
  who: 'everyone',
  where: 'anywhere',
  turn: 'none',
  async run(tx, caller, { process: { name, question: typed }, chosen: id, question: pressed }) {
    const { own, room } = caller;
    const question = pressed || typed;
    if (question === '' && room.kind !== 'direct') refuse('process.choiceDirect');
    const chosen = await chosenOf(tx, own, name, id);
    if (chosen) await chooseProcess(tx, caller, chosen);
    if (chosen && question !== '') return new Resumption(await answerQuestion(tx, caller, question, 'process'), chosen);
    return chosenProcessCard(voiceFor(caller), own, chosen ?? caller.process);
  },
});

/** By its name, or by its button; null where they only want to see which there are. */
async function chosenOf(tx: Tx, own: readonly Process[], name: string, id: string): Promise<Process | null> {
  if (name !== '') return ownProcess(own, name);
  return id === '' ? null : ownProcessOf(tx, own, Number(id) as ProcessId);
}

const agree = answering('agree', true);
const decline = answering('decline', false);

function answering(verb: string, agreed: boolean) {
  return command({
    family: 'me',
    verb,
    effect: 'changes',
    args: { invitation: word({ optional: true }) },
    who: 'everyone',
    where: 'anywhere',
    async run(tx, caller, { invitation }) {
      if (!/^\d{0,9}$/.test(invitation)) refuse('invitation.none');
      const number = invitation === '' ? null : Number(invitation);
      return answeredInvitationCard(voiceFor(caller), await answerInvitation(tx, caller, number, agreed));
    },
  });
}

const language = command({
  family: 'me',
  verb: 'language',
  effect: 'changes',
  args: { language: word() },
  who: 'everyone',
  where: 'anywhere',
  async run(tx, caller, args) {
    const locale = await chooseLanguage(tx, caller, args.language);
    return sentence(phrases(locale).line('me.languageChosen', { language: languageOf(locale).name }));
  },
});

const zone = command({
  family: 'me',
  verb: 'zone',
  effect: 'changes',
  args: { zone: word() },
  who: 'everyone',
  where: 'anywhere',
  async run(tx, caller, args) {
    await chooseZone(tx, caller, args.zone);
    return sentence(voiceFor(caller).line('me.zoneChosen', { zone: args.zone }));
  },
});

const reminders = command({
  family: 'me',
  verb: 'reminders',
  effect: 'changes',
  args: { switch: choice(['on', 'off'], { prefix: 'switch' }) },
  who: 'everyone',
  where: 'anywhere',
  async run(tx, caller, args) {
    await chooseReminders(tx, caller, args.switch === 'on');
    return sentence(voiceFor(caller).line(args.switch === 'on' ? 'me.reminders.on' : 'me.reminders.off'));
  },
});

const absent = command({
  family: 'me',
  verb: 'absent',
  effect: 'changes',
  args: { back: flag('back'), deputy: personAfter('deputy'), span: dateRange() },
  who: 'everyone',
  where: 'anywhere',
  async run(tx, caller, { back, deputy, span }) {
    const say = voiceFor(caller);
    if (back) {
      await endAbsence(tx, caller);
      return sentence(say.line('me.back'));
    }
    if (!span) refuse('absence.missing');
    const { from, to } = await announceAbsence(tx, caller, span.from, span.to, deputy);
    const away = { from: formatDay(say.locale, from), to: formatDay(say.locale, to), days: daysBetween(from, to) + 1 };
    if (!deputy) return sentence(say.line('me.absent', away));
    return sentence(
      say.line('me.absentWithDeputy', { ...away, deputy: { t: 'person', id: deputy.id, name: deputy.name } }),
    );
  },
});

const data = command({
  family: 'me',
  verb: 'data',
  effect: 'reads',
  args: {},
  who: 'everyone',
  where: 'anywhere',
  run: async (tx, caller) => myDataCard(voiceFor(caller), { ...(await storedData(tx, caller)), person: caller.person }),
});

const forget = command({
  family: 'me',
  verb: 'delete',
  effect: 'ends',
  args: { confirmed: flag('confirm') },
  who: 'everyone',
  where: 'anywhere',
  turn: 'everyProcess',
  asks: async (_tx, caller) => voiceFor(caller).line('me.askDelete'),
  async run(tx, caller) {
    await forgetMe(tx, caller);
    return sentence(voiceFor(caller).line('me.deleted'));
  },
});

export const meFamily: Family = {
  name: 'me',
  bare: 'show',
  implied: null,
  commands: [show, process, agree, decline, language, zone, reminders, absent, link, data, forget],
};
