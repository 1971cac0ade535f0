/** Polls as one more way to vote: begun and ended once with the vote, answered by clients old and new, never the record. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { onSynapse, openStage, quietly, type Stage } from '../../support/matrix/stage.ts';
import { type Steering, seatSteering } from '../../support/matrix/steering.ts';
import type { MatrixUser, SeenEvent } from '../../support/matrix/user.ts';

const START = 'org.matrix.msc3381.poll.start';
const END = 'org.matrix.msc3381.poll.end';
const RESPONSE = 'org.matrix.msc3381.poll.response';
const OPENED_AT = new Date('2027-01-11T08:00:00Z');
const OVER_AT = new Date('2027-01-20T08:00:00Z');

onSynapse('polls', () => {
  let stage: Stage;
  let steering: Steering;
  let amt: MatrixUser;
  let verein: MatrixUser;
  let poll: SeenEvent;
  const before = new Map<MatrixUser, number>();

  beforeAll(async () => {
    stage = await openStage({ start: OPENED_AT });
    steering = await seatSteering(stage);
    ({ amt, verein } = steering.voters);
    await steering.told(steering.koordination, 'ist jetzt an', () =>
      steering.koordination.say(steering.roomId, '!prozess setzen umfragen an'),
    );
    poll = await openPolled('Sprachcafé');
  }, 120_000);

  afterAll(() => stage?.close());

  const byBot = (type: string) => (event: SeenEvent) => event.type === type && event.sender === stage.account.userId;
  const polls = () => amt.seen.filter(byBot(START));
  const ends = () => amt.seen.filter(byBot(END));

  /** Opens a vote and gives its poll. */
  async function openPolled(title: string): Promise<SeenEvent> {
    await steering.open(title);
    return amt.waitFor((event) => byBot(START)(event) && JSON.stringify(event.content).includes(title));
  }

  function answer(person: MatrixUser, poll: SeenEvent, ...answers: readonly string[]): Promise<string> {
    const content = { 'm.relates_to': { rel_type: 'm.reference', event_id: poll.event_id }, [RESPONSE]: { answers } };
    return person.send(poll.roomId, RESPONSE, content);
  }

  function answerStable(person: MatrixUser, poll: SeenEvent, ...selections: readonly string[]): Promise<string> {
    const relation = { rel_type: 'm.reference', event_id: poll.event_id };
    return person.send(poll.roomId, 'm.poll.response', { 'm.relates_to': relation, 'm.selections': selections });
  }

  /** What was done in B-1 during this test. */
  const acts = async (person: MatrixUser) => (await steering.acts(person, 1)).slice(before.get(person));

  /** Nobody has voted in B-1 when a test begins. */
  beforeEach(async () => {
    for (const person of [amt, verein]) {
      const last = (await steering.acts(person, 1)).at(-1);
      if (last)
        await steering.told(person, 'Zurückgenommen', () => person.say(poll.roomId, '!beschluss zurücknehmen B-1'));
      before.set(person, (await steering.acts(person, 1)).length);
    }
  }, 60_000);

  test('it discloses nothing before the end, offers the answers of the card, and says to old clients what to type', () => {
    expect(poll.roomId).toBe(steering.roomId);
    expect(poll.content).toMatchObject({
      [START]: {
        kind: 'org.matrix.msc3381.poll.undisclosed',
        max_selections: 1,
        question: { 'org.matrix.msc1767.text': 'B-1: Beschlussvorlage „Sprachcafé“' },
        answers: [
          { id: 'vote.yes', 'org.matrix.msc1767.text': 'Ja' },
          { id: 'vote.no', 'org.matrix.msc1767.text': 'Nein' },
          { id: 'vote.abstain', 'org.matrix.msc1767.text': 'Enthaltung' },
        ],
      },
    });
    expect(poll.content['org.matrix.msc1767.text']).toContain('2. Nein · !beschluss nein B-1');
  });

  test('clients of either kind cast ballots, the last of which counts, also after a restart', async () => {
    await steering.told(amt, 'Danke! Ihre Stimme', () => answer(amt, poll, 'vote.yes'));
    await steering.told(verein, 'Danke! Ihre Stimme', () => answerStable(verein, poll, 'vote.no', 'vote.no'));
    await stage.bot.restart();

    const changed = await steering.told(amt, 'Geändert', () => answerStable(amt, poll, 'vote.abstain'));

    expect(changed).toContain('Enthaltung');
    expect(await acts(amt)).toEqual(['yes', 'abstain']);
    expect(await acts(verein)).toEqual(['no']);
    await quietly(amt, 300);
    expect(polls()).toEqual([poll]);
  }, 60_000);

  test('an empty answer takes the ballot back; removing an answer goes back to the one before', async () => {
    await steering.told(amt, 'Ja', () => answer(amt, poll, 'vote.yes'));
    let no = '';
    await steering.told(amt, 'Nein', async () => {
      no = await answer(amt, poll, 'vote.no');
    });
    await steering.told(amt, 'Es gilt wieder', () => amt.redact(poll.roomId, no));
    expect(await acts(amt)).toEqual(['yes', 'no', null, 'yes']);

    let empty = '';
    await steering.told(amt, 'Zurückgenommen', async () => {
      empty = await answer(amt, poll);
    });
    expect((await acts(amt)).at(-1)).toBeNull();

    await steering.told(amt, 'Es gilt wieder', () => amt.redact(poll.roomId, empty));
    expect((await acts(amt)).at(-1)).toBe('yes');
  }, 60_000);

  test('a reaction on the card and an answer in the poll stand in one row', async () => {
    const card = amt.seen.findLast((event) => String(event.content.body).startsWith('B-1:'));
    let yes = '';
    await steering.told(amt, 'Ja', async () => {
      yes = await amt.react(poll.roomId, card?.event_id ?? '', '✅');
    });
    await steering.told(amt, 'Nein', () => answer(amt, poll, 'vote.no'));

    await amt.redact(poll.roomId, yes);
    await quietly(amt, 800);

    expect(await acts(amt)).toEqual(['yes', 'no']);
  }, 60_000);

  test('an empty answer takes back nothing that was typed since then', async () => {
    await steering.told(amt, 'Ja', () => answer(amt, poll, 'vote.yes'));
    await steering.told(amt, 'Nein', () => amt.say(steering.roomId, '!beschluss nein B-1'));

    await steering.told(amt, 'Nein. Das bleibt so.', () => answer(amt, poll));

    expect(await acts(amt)).toEqual(['yes', 'no']);
  }, 60_000);

  test.each([
    ['an answer that is not offered', { [RESPONSE]: { answers: ['vote.yes', 'nonsense'] } }],
    ['an answer nobody can read', { [RESPONSE]: { answers: 'vote.yes' } }],
    ['no answer at all', {}],
  ])(
    '%s counts for nothing, and the person is told',
    async (_what, selection) => {
      await steering.told(amt, 'Ja', () => answer(amt, poll, 'vote.yes'));
      const relation = { 'm.relates_to': { rel_type: 'm.reference', event_id: poll.event_id } };

      await steering.told(amt, 'konnte ich nicht lesen', () =>
        amt.send(poll.roomId, RESPONSE, { ...relation, ...selection }),
      );

      expect(await acts(amt)).toEqual(['yes']);
    },
    60_000,
  );

  test('who is not on the roll is refused in private', async () => {
    const { koordination } = steering;

    await steering.told(koordination, 'nicht stimmberechtigt', () => answer(koordination, poll, 'vote.yes'));

    expect(await acts(koordination)).toEqual([]);
  }, 60_000);

  test('polls of other people are theirs, and their ends of the bot’s poll end nothing', async () => {
    const question = { 'org.matrix.msc1767.text': 'Mittagessen?' };
    const answers = [{ id: 'vote.yes', 'org.matrix.msc1767.text': 'Ja' }];
    const theirs = await verein.send(poll.roomId, START, { [START]: { question, answers } });
    await quietly(amt, 1_000);
    const from = amt.seen.length;
    await answer(amt, { ...poll, event_id: theirs }, 'vote.yes');
    const relation = { rel_type: 'm.reference', event_id: poll.event_id };
    await verein.send(poll.roomId, END, { 'm.relates_to': relation, [END]: {} });
    await quietly(amt, 1_000);
    expect(amt.seen.slice(from).filter(({ sender }) => sender === stage.account.userId)).toEqual([]);

    await steering.told(amt, 'Danke! Ihre Stimme', () => answer(amt, poll, 'vote.yes'));
  }, 60_000);

  test('a vote that is withdrawn ends its poll, and a late answer is refused', async () => {
    const other = await openPolled('Lernpaten');
    const { koordination, roomId } = steering;
    const asked = await steering.told(koordination, 'bestätigen', () =>
      koordination.say(roomId, '!beschluss zurückziehen B-2'),
    );
    await koordination.say(roomId, `!mitwirk bestätigen ${/F-\d+/.exec(asked)?.[0]}`);

    const end = await amt.waitFor(byBot(END));

    const relation = { rel_type: 'm.reference', event_id: other.event_id };
    expect(end.content).toMatchObject({ 'm.relates_to': relation, [END]: {} });
    await steering.told(amt, 'zurückgezogen', () => answer(amt, other, 'vote.yes'));
    expect(await steering.acts(amt, 2)).toEqual([]);
  }, 60_000);

  test('a confidential vote has none, nor has one in a room where the bot may not begin polls', async () => {
    const number = polls().length;
    await steering.open('Vertraulich', 'geheim');
    const levels = await steering.koordination.call(
      'GET',
      `/rooms/${encodeURIComponent(steering.roomId)}/state/m.room.power_levels/`,
    );
    const events = { ...Object(levels.events), [START]: 100 };
    await steering.koordination.setState(steering.roomId, 'm.room.power_levels', { ...levels, events });
    await quietly(amt, 500);
    const card = await steering.open('Ohne Umfrage');

    await steering.told(amt, 'Danke! Ihre Stimme', () => amt.react(card.roomId, card.event_id, '✅'));
    await quietly(amt, 500);

    expect(polls()).toHaveLength(number);
    expect(await steering.acts(amt, 4)).toEqual(['yes']);
    await steering.koordination.setState(steering.roomId, 'm.room.power_levels', levels);
    await quietly(amt, 500);
  }, 60_000);

  test('with the end of the vote each poll ends once, with what came of it', async () => {
    await steering.told(amt, 'Ja', () => answer(amt, poll, 'vote.yes'));
    await steering.told(verein, 'Ja', () => answer(verein, poll, 'vote.yes'));

    await stage.bot.moveTo(OVER_AT);
    const end = await amt.waitFor(
      (event) => ends().includes(event) && JSON.stringify(event.content).includes(poll.event_id),
    );
    await stage.bot.restart();
    await quietly(amt, 500);

    expect(end.content['org.matrix.msc1767.text']).toContain('Angenommen mit 2 Ja-Stimmen');
    const ended = ends().map(({ content }) => JSON.stringify(content['m.relates_to']));
    expect(new Set(ended).size).toBe(ended.length);
    expect(ended).toHaveLength(2);
    await steering.told(amt, 'beendet', () => answer(amt, poll, 'vote.no'));
  }, 90_000);
});
