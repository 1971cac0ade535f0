/** Mentions in threads: they are about the message the thread hangs on. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Posted } from '../../support/slack/index.ts';
import { newest, openTown, type Town } from '../../support/slackStage.ts';

let database: Database;
let town: Town;

beforeAll(async () => {
  database = await freshDatabase();
  town = await openTown(database);
});
afterEach(() => town.slack.faults.clear());
afterAll(async () => {
  await town.close();
  await database.close();
});

const read = (posted: Posted) => town.slack.visibleText(posted);
const inRoom = () => town.slack.messagesIn(town.bildung);
const cardOf = (words: string) =>
  newest(inRoom(), words, (posted) => (/^Aufgabe A-/.test(read(posted)) ? read(posted) : ''));
const address = (posted: Posted) =>
  `https://${town.slack.team.domain}.slack.com/archives/${posted.channel}/p${posted.ts.replace('.', '')}`;

async function mentionBelow(root: Posted, text: string): Promise<void> {
  await town.people.mention(town.leitung, town.bildung, text, { thread: root.ts });
  await town.settle();
}

test('the first message of the thread becomes the task, with its address, and everybody in the thread is told', async () => {
  const { people, slack, leitung, mitglied, bildung } = town;
  const root = people.say(mitglied, bildung, `Wir brauchen Stühle & Tische, @${leitung.name} weiß wo`);
  people.say(mitglied, bildung, 'Bis zum Sommer', { thread: root.ts });

  await mentionBelow(root, 'aufgabe');

  const card = cardOf('Wir brauchen Stühle & Tische');
  expect(read(card)).toContain(`@${leitung.displayName} weiß wo`);
  expect(slack.pings(card)).toEqual({
    users: [],
    broadcasts: [],
    usergroups: [],
    channels: [],
    links: [address(root)],
  });
  const answer = inRoom().findLast(({ message }) => message.thread_ts === root.ts);
  expect(answer && read(answer)).toContain('Es steht im Raum der Gruppe');
});

test('people and dates may be added, and own words are taken instead of the message', async () => {
  const { people, slack, mitglied, bildung } = town;
  const root = people.say(mitglied, bildung, 'Der Raum muss gebucht werden');

  await mentionBelow(root, 'aufgabe @mitglied bis 22.01.');
  await mentionBelow(root, 'aufgabe neu Schlüssel holen');

  expect(read(cardOf('Der Raum muss gebucht werden'))).toMatch(/Zuständig: Mitglied \(angefragt\).*22\.01\.2027/s);
  expect(slack.pings(cardOf('Schlüssel holen')).links).toEqual([address(root)]);
  expect(
    inRoom().filter((posted) => /^Aufgabe A-/.test(read(posted)) && read(posted).includes('Raum muss')),
  ).toHaveLength(1);
});

test('the first message of the thread becomes a contribution', async () => {
  const { people, slack, leitung, mitglied, bildung } = town;
  await town.say(leitung, bildung, '/beitrag', 'öffnen "Was fehlt?" bis 29.01.');
  const root = people.say(mitglied, bildung, 'Kurse am Abend');

  await mentionBelow(root, 'beitrag');

  const answer = slack.ephemeralsFor(leitung).at(-1);
  expect(answer && read(answer)).toContain('Kurse am Abend');
  expect(answer?.message.thread_ts).toBe(root.ts);
});

test('what the bot itself said is not taken over', async () => {
  await town.say(town.leitung, town.bildung, '/aufgabe', 'neu Eigenes Wort');
  const before = inRoom().length;

  await mentionBelow(cardOf('Eigenes Wort'), 'aufgabe');

  expect(inRoom().filter((posted) => /^Aufgabe A-/.test(read(posted))).length).toBeLessThan(before);
  expect(inRoom().filter((posted) => read(posted).includes('Eigenes Wort'))).toHaveLength(1);
});

test.each(['missing_scope', 'not_in_channel', 'internal_error'])(
  'when Slack does not tell the message (%s), the command is done without it',
  async (error) => {
    const { people, slack, leitung, mitglied, bildung } = town;
    const root = people.say(mitglied, bildung, `Unlesbar ${error}`);
    slack.faults.fail('conversations.history', error);

    await mentionBelow(root, 'aufgabe liste');

    const answer = slack.ephemeralsFor(leitung).at(-1);
    expect(answer && read(answer)).toContain('Offene Aufgaben');
    expect(answer?.message.thread_ts).toBe(root.ts);
    expect(inRoom().some((posted) => /^Aufgabe/.test(read(posted)) && read(posted).includes('Unlesbar'))).toBe(false);
  },
);

test('outside of threads Slack is not asked for any message', async () => {
  const before = town.slack.callsOf('conversations.history').length;

  await town.people.mention(town.leitung, town.bildung, 'aufgabe neu Ganz oben');
  await town.settle();

  expect(town.slack.callsOf('conversations.history')).toHaveLength(before);
  expect(town.slack.pings(cardOf('Ganz oben')).links).toEqual([]);
});

test('a mention told of twice, also as a direct message, is done once', async () => {
  const { people, slack, mitglied } = town;
  const text = `<@${slack.team.bot.id}> aufgabe neu Nur einmal`;
  const { posted } = await people.dm(mitglied, text, { raw: true });
  const answers = () => slack.directMessages(mitglied).length;
  await town.settle();
  expect(read(cardOf('Nur einmal'))).toContain('offen');
  const before = [answers(), inRoom().length];

  await people.event('app_mention', { ...posted.message, type: 'app_mention', channel: posted.channel });
  await town.settle();

  expect([answers(), inRoom().length]).toEqual(before);
});

test('an edited mention runs nothing, and says so', async () => {
  const { people, slack, leitung, bildung } = town;
  const { posted } = await people.mention(leitung, bildung, 'aufgabe neu Vor der Änderung');
  await town.settle();
  const before = inRoom().length;
  const text = `<@${slack.team.bot.id}> aufgabe neu Nach der Änderung`;
  const edited = { user: leitung.id, ts: '1800000000.000100' };

  await people.event('app_mention', { ...posted.message, type: 'app_mention', channel: bildung.id, text, edited });
  await town.settle();

  expect(inRoom()).toHaveLength(before);
  expect(slack.ephemeralsFor(leitung).map(read).at(-1)).toContain(
    'Geänderte Nachrichten führe ich nicht noch einmal aus',
  );
});
