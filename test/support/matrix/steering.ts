/** A steering group in a room, a working group in another, and votes on its results: what suites about voting begin with. */
import { quietly, type Stage } from './stage.ts';
import type { MatrixUser, SeenEvent } from './user.ts';

/** The room's maker is the coordinator, who may remove what others write. */
const VOTERS = ['vorsitz', 'amt', 'verein'] as const;

/** A card gets its reactions one after the other. */
const PATIENCE_MS = 40_000;

export interface Steering {
  readonly roomId: string;
  readonly koordination: MatrixUser;
  readonly voters: Readonly<Record<(typeof VOTERS)[number], MatrixUser>>;
  /** Puts a new result to the vote and gives the card in the room, once its reactions can be pressed. */
  open(title: string, more?: string): Promise<SeenEvent>;
  /** What the bot tells that person alone because of what is done. */
  told(person: MatrixUser, words: string, work: () => Promise<unknown>): Promise<string>;
  /** What was done at the seat of that person in the vote of that number (the one opened last), oldest first; null is taking back. */
  acts(person: MatrixUser, number?: number): Promise<readonly (string | null)[]>;
}

export async function seatSteering(stage: Stage, options: object = {}): Promise<Steering> {
  const koordination = await stage.person('koordination');
  const [vorsitz, amt, verein] = [
    await stage.person('vorsitz'),
    await stage.person('amt'),
    await stage.person('verein'),
  ];
  const voters = { vorsitz, amt, verein };
  const roomId = await stage.room('Steuerungsgruppe', [koordination, vorsitz, amt, verein], options);
  const group = await stage.room('AG Bildung', [koordination]);
  const from = stage.account.userId;
  await koordination.say(roomId, '!prozess einrichten "Integrationskonzept" region BY-KATH');
  await koordination.waitForText('Integrationskonzept ist eingerichtet', { from });
  await koordination.say(roomId, '!gruppe steuerung');
  await koordination.say(roomId, `!gruppe aufnehmen @vorsitz-${stage.suffix} als Vorsitz`);
  await koordination.say(roomId, `!gruppe aufnehmen @amt-${stage.suffix} @verein-${stage.suffix}`);
  await koordination.say(group, '!gruppe neu "AG Bildung" feld Bildung');
  await koordination.waitForText(`verein-${stage.suffix}`, { from, roomId });
  let opened = 0;

  return {
    roomId,
    koordination,
    voters,
    async open(title, more = '') {
      opened += 1;
      await koordination.say(group, `!ergebnis entwurf Maßnahme "${title}" Jeden Dienstag.`);
      await koordination.say(group, `!ergebnis einreichen E-${opened}`);
      await koordination.waitForText(`E-${opened}`, { from, roomId });
      await vorsitz.say(roomId, `!beschluss öffnen E-${opened} ${more}`);
      const card = await vorsitz.waitForText(`B-${opened}: Beschlussvorlage`, { from, roomId });
      await vorsitz.waitFor((event) => event.sender === from && annotates(event, card.event_id, '⚖'), PATIENCE_MS);
      return card;
    },
    async told(person, words, work) {
      await quietly(person, 300);
      const after = person.seen.length;
      await work();
      const heard = await person.waitFor(
        (event) =>
          person.seen.indexOf(event) >= after &&
          event.sender === from &&
          event.roomId !== roomId &&
          String(event.content.body).includes(words),
      );
      return String(heard.content.body);
    },
    acts: (person, number = opened) =>
      stage.bot.service.store.transaction(async (tx) => {
        const [process] = await tx.processes.active();
        const vote = process && (await tx.votes.byNumber(process.id, number));
        const known = await tx.people.byIdentity('matrix', person.userId);
        const acts = vote ? await tx.votes.ballots(vote.id) : [];
        return acts.filter(({ holderId }) => holderId === known?.id).map(({ choice }) => choice);
      }),
  };
}

function annotates({ type, content }: SeenEvent, eventId: string, key: string): boolean {
  const relation = JSON.stringify(content['m.relates_to'] ?? {});
  return type === 'm.reaction' && relation.includes(eventId) && relation.includes(key);
}
