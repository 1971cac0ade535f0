/** `/process`: sets up, shows and changes the process. */

import { inProcess, voiceFor } from '../../acting/caller.ts';
import { namesOf } from '../../acting/names.ts';
import { sentence } from '../../cards/build.ts';
import { title } from '../../grammar/args/text.ts';
import { choice, clause, flag, word } from '../../grammar/args/words.ts';
import { command, type Family } from '../../grammar/declaration.ts';
import { confirmClock } from '../clock/acts/confirm.ts';
import { clockConfirmedCard } from '../clock/cards/doubt.ts';
import { digestCommand } from '../digest/commands.ts';
import { processOverview } from '../group/read/overview.ts';
import { bindSpace, unbindSpace } from '../space/acts/bind.ts';
import { spaceCard } from '../space/cards/space.ts';
import { ownSpace, spaceMeant } from '../space/read/meant.ts';
import { spaceOverview } from '../space/read/overview.ts';
import { archiveProcess } from './acts/archive.ts';
import { changeProcess, PROCESS_SETTINGS } from './acts/change.ts';
import { setUpProcess } from './acts/setUp.ts';
import { processChangedCard } from './cards/changed.ts';
import { processCard } from './cards/process.ts';
import { processReadyCard } from './cards/ready.ts';

const setup = command({
  family: 'process',
  verb: 'setup',
  effect: 'changes',
  args: { name: title({ greedy: true }), region: clause('region'), zone: clause('zone'), language: clause('language') },
  who: 'setup',
  where: 'anywhere',
  run: async (tx, caller, args) => processReadyCard(voiceFor(caller), await setUpProcess(tx, caller, args)),
});

const show = command({
  family: 'process',
  verb: 'show',
  effect: 'reads',
  args: {},
  who: 'participant',
  where: 'process',
  async run(tx, caller) {
    const { process } = inProcess(caller);
    const overview = await processOverview(tx, { ...caller, process });
    const names = await namesOf(tx, overview.coordinators);
    return processCard(voiceFor(caller), { ...overview, process, names });
  },
});

const set = command({
  family: 'process',
  verb: 'set',
  effect: 'changes',
  args: {
    setting: choice(PROCESS_SETTINGS, { prefix: 'setting' }),
    value: title({ greedy: true, missing: 'word.missing' }),
  },
  who: 'coordinator',
  where: 'process',
  async run(tx, caller, { setting, value }) {
    if (!setting) return null;
    const change = await changeProcess(tx, inProcess(caller), setting, value);
    return processChangedCard(voiceFor(caller), `setting.${setting}`, change);
  },
});

const space = command({
  family: 'process',
  verb: 'space',
  effect: 'changes',
  args: { name: title({ optional: true, greedy: true }) },
  who: 'coordinator',
  where: 'process',
  async run(tx, caller, { name }) {
    const known = inProcess(caller);
    const meant = await spaceMeant(tx, known, name);
    const fresh = await bindSpace(tx, known, meant);
    const overview = await spaceOverview(tx, known.process.id, meant);
    return spaceCard(voiceFor(caller), { ...overview, space: meant, process: known.process.name, fresh });
  },
});

const unbind = command({
  family: 'process',
  verb: 'unbind',
  effect: 'changes',
  args: { name: title({ optional: true, greedy: true }) },
  who: 'coordinator',
  where: 'process',
  async run(tx, caller, { name }) {
    const known = inProcess(caller);
    const own = await ownSpace(tx, known, name);
    await unbindSpace(tx, known, own);
    return sentence(voiceFor(caller).line('space.unbound', { name: own.name, process: known.process.name }));
  },
});

const archive = command({
  family: 'process',
  verb: 'archive',
  effect: 'ends',
  args: { confirmed: flag('confirm') },
  who: 'coordinator',
  where: 'process',
  asks: async (_tx, caller) => voiceFor(caller).line('process.askArchive', { name: inProcess(caller).process.name }),
  async run(tx, caller) {
    const { process } = inProcess(caller);
    await archiveProcess(tx, { ...caller, process });
    return sentence(voiceFor(caller).line('process.archived', { name: process.name }));
  },
});

const confirm = command({
  family: 'process',
  verb: 'confirm-clock',
  effect: 'changes',
  args: { doubt: word({ optional: true }) },
  who: 'coordinator',
  where: 'process',
  async run(tx, caller, args) {
    const known = inProcess(caller);
    const doubt = await confirmClock(tx, known, args.doubt);
    return clockConfirmedCard(voiceFor(caller), known.process, doubt, 'own');
  },
});

export const processFamily: Family = {
  name: 'process',
  bare: 'show',
  implied: null,
  commands: [setup, show, set, digestCommand, space, unbind, archive, confirm],
};
