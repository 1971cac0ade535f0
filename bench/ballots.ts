/** Ballots on one vote with many seats: each is counted against the same roll and changes the same card. */
import { createStore } from '../adapters/postgres/store.ts';
import { compare, type Measured } from './measure.ts';
import type { Place } from './place.ts';
import type { Sizes } from './sizes.ts';
import { STEERING, type Town } from './town.ts';

const SEATS = 200;
const CHOICES = ['ja', 'nein', 'enthaltung'] as const;

export async function measureBallots(place: Place, town: Town, { ballots, repeats }: Sizes): Promise<Measured[]> {
  await seatVoters(place, town);
  const measured: Measured[] = [];
  for (const [index, inFlight] of [1, 16].entries()) {
    await openVote(town, index + 1);
    const work = { once: ballotsOn(town, `B-${index + 1}`), settle: () => town.app.settle() };
    // Each of those in flight casts as many as one alone does, or they would hardly ever meet.
    const how = { name: '/vote yes', inFlight, count: ballots * inFlight, repeats, statements: place.statements };
    measured.push(await compare(work, place.raw, how));
  }
  return measured;
}

/** Two hundred commands that take somebody in would be most of the time of a run. */
async function seatVoters({ database }: Place, { app }: Town): Promise<void> {
  for (let n = 1; n < SEATS; n += 1) await app.introduce('bench', voter(n));
  await createStore(database.pool).transaction(async (tx) => {
    const [process] = await tx.processes.active();
    const steering = process && (await tx.groups.ofProcess(process.id)).find((group) => group.kind === 'steering');
    if (!steering) throw new Error('the town has no steering group');
    for (let n = 1; n < SEATS; n += 1) {
      const person = await tx.people.byIdentity('bench', voter(n).externalId);
      if (!person) throw new Error(`voter ${n} is not known`);
      const role = { role: 'member', deputyOf: null, kind: 'civilSociety', organisation: null } as const;
      await tx.groups.setMember({ groupId: steering.id, personId: person.id, ...role });
    }
  });
}

function voter(n: number) {
  return { externalId: `voter${n}`, origin: 'local', handle: `voter${n}`, name: `voter${n}` };
}

async function openVote({ app, say }: Town, number: number): Promise<void> {
  await say('p1', 'ag-1', `/ergebnis entwurf Maßnahme "Abendkurse ${number}" Zwei Abendkurse mit Kinderbetreuung.`);
  await say('p1', 'ag-1', `/ergebnis einreichen E-${number}`);
  await say('p1', STEERING, `/beschluss öffnen E-${number} bis 19.02.`);
  await app.settle();
}

/** Everyone in turn; in the next round everyone chooses something else, so that every ballot is a change. */
function ballotsOn({ say }: Town, vote: string): () => Promise<void> {
  let cast = 0;
  return () => {
    const n = 1 + (cast % (SEATS - 1));
    const choice = CHOICES[(n + Math.floor(cast / (SEATS - 1))) % CHOICES.length];
    cast += 1;
    return say(voter(n).externalId, STEERING, `/beschluss ${choice} ${vote}`);
  };
}
