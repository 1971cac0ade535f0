/** A round on the stage of the acts: short ways to open it, give to it and let time pass. */

import type { StakeholderKind } from '../../../../src/domain/person/stakeholder.ts';
import type { Anonymity } from '../../../../src/domain/round/inputRound.ts';
import { giveContribution } from '../../../../src/features/round/acts/give.ts';
import { openRound } from '../../../../src/features/round/acts/open.ts';
import { roundDue } from '../../../../src/features/round/due/handlers.ts';
import { type House, on } from '../task/stage.ts';

const KINDS: Readonly<Record<string, StakeholderKind | null>> = {
  leitung: 'administration',
  mitglied: 'education',
  vertretung: null,
};

export const R1 = { kind: 'round', number: 1, part: null } as const;

export function part(number: number) {
  return { ...R1, part: number };
}

export async function setRoundStage(house: House) {
  const stage = await house.setStage();
  await stage.store.transaction(async (tx) => {
    for (const [name, kind] of Object.entries(KINDS)) {
      const membership = await tx.groups.membership(stage.group.id, stage.who(name).id);
      if (membership) await tx.groups.setMember({ ...membership, kind });
    }
  });
  return {
    ...stage,
    open(anonymity: Anonymity = 'named', until: string | null = '2027-01-29', name = 'leitung') {
      const round = { question: 'Was fehlt?', until: until === null ? null : on(until), anonymity };
      return stage.as(name, (tx, caller) => openRound(tx, caller, round));
    },
    give(name: string, text: string, more: { behalfOf?: string; direct?: boolean } = {}) {
      const given = { ref: null, text, behalfOf: more.behalfOf ?? null };
      return stage.as(name, (tx, caller) => giveContribution(tx, caller, given), more.direct);
    },
    /** Does what is due at `moment`, as if nobody had been awake before. */
    async wakeAt(moment: Date) {
      stage.sleepUntil(moment);
      await stage.store.transaction(async (tx) =>
        roundDue(tx, stage.process, await tx.due.claim(stage.process.id, moment), moment, null),
      );
    },
    pendingKinds: (roundId: number) =>
      stage.store.transaction(async (tx) => {
        const kinds = ['round.halfTime', 'round.lastCall', 'round.close'] as const;
        const pending = await Promise.all(kinds.map((kind) => tx.due.pending(kind, roundId)));
        return pending.flat().map(({ kind }) => kind);
      }),
    audit: () => stage.store.transaction((tx) => tx.audit.entries(stage.process.id)),
  };
}

export type RoundStage = Awaited<ReturnType<typeof setRoundStage>>;
