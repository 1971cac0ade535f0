/** What falls due in input rounds: two reminders at most, and the end. */

import { tell } from '../../../acting/announce.ts';
import type { DueHandler } from '../../../acting/dueHandler.ts';
import { BOT, type Fact, record } from '../../../acting/record.ts';
import { roundId } from '../../../domain/labels.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { InputRound } from '../../../domain/round/inputRound.ts';
import { unheardKinds } from '../../../domain/round/participation.ts';
import { closesAt } from '../../../domain/time/deadline.ts';
import { CATCH_UP_WINDOW_MS, type DueItem } from '../../../domain/time/due.ts';
import { lastOfEach } from '../../../domain/time/dueOrder.ts';
import { unheardTopic } from '../../../domain/topics.ts';
import type { Tx } from '../../../ports/store.ts';
import { closeRound } from '../acts/close.ts';
import { viewOf } from '../acts/refresh.ts';
import { nudgeCard } from '../cards/nudgeCard.ts';
import { unheardCard } from '../cards/unheardCard.ts';
import { reachable } from '../read/reachable.ts';

export const roundDue: DueHandler = async (tx, process, items, now, database) => {
  for (const item of lastOfEach(items)) {
    const round = await tx.rounds.lock(item.objectId as InputRound['id']);
    if (round?.state === 'open') await handle(tx, process, round, item, { now, database });
  }
};

async function handle(
  tx: Tx,
  process: Process,
  round: InputRound,
  item: DueItem,
  { now, database }: { readonly now: Date; readonly database: Date | null },
): Promise<void> {
  if (now >= closesAt(round.deadline, process.zone)) {
    if (item.kind === 'round.close') await closeRound(tx, process, round, BOT, { now, database });
    return;
  }
  const late = now.getTime() - item.at.getTime() > CATCH_UP_WINDOW_MS;
  if (late) return;
  if (item.kind === 'round.halfTime') await nudge(tx, process, round, 'halfTime', now);
  if (item.kind === 'round.lastCall') await nudge(tx, process, round, 'lastCall', now);
}

/** In an anonymous round the kinds of those who are missing would say too much, so the coordinator gets none. */
async function nudge(
  tx: Tx,
  process: Process,
  round: InputRound,
  stage: 'halfTime' | 'lastCall',
  now: Date,
): Promise<void> {
  const view = await viewOf(tx, process, round);
  // Whoever asks need not be reminded of the question.
  const asked = view.participation.silent.filter((personId) => personId !== round.openedBy);
  const silent = await reachable(tx, process, asked, now);
  const fact = await record(tx, process, now, BOT, `round.${stage}`, { round: roundId(round), asked: silent.length });
  await tell(
    tx,
    fact,
    silent.map((personId) => ({ personId, card: (say) => nudgeCard(say, view, stage) })),
  );
  if (stage === 'halfTime' && round.anonymity === 'named') await warnCoordinators(tx, fact, view);
}

async function warnCoordinators(tx: Tx, fact: Fact, view: Awaited<ReturnType<typeof viewOf>>): Promise<void> {
  const kinds = unheardKinds(view.participation);
  if (kinds.length === 0) return;
  const coordinators = await tx.processes.coordinators(fact.process.id);
  const topic = unheardTopic(view.round);
  await tell(
    tx,
    fact,
    coordinators.map((personId) => ({ personId, topic, card: (say) => unheardCard(say, view, kinds) })),
  );
}
