/** How an answer reaches the one person it is for, and how people are named. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import type { Store } from '../../../src/ports/store.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Posted, SlackUser } from '../../support/slack/index.ts';
import { openTown, type Town } from '../../support/slackStage.ts';

let database: Database;
let town: Town;

beforeAll(async () => {
  database = await freshDatabase();
  town = await openTown(database, { store: breakable });
});
afterEach(() => town.slack.faults.clear());
afterAll(async () => {
  await town.close();
  await database.close();
});

let broken = false;
/** A store that can be away. */
const breakable = (store: Store): Store => ({
  ...store,
  transaction: (work) => (broken ? Promise.reject(new Error('the store is away')) : store.transaction(work)),
});

const read = (posted: Posted) => town.slack.visibleText(posted);
const toldOnlyTo = (user: SlackUser) => town.slack.ephemeralsFor(user).map(read).join('\n---\n');
const inRoom = () => town.slack.messagesIn(town.bildung).map(read).join('\n---\n');

test('an unknown word is answered to its person alone, with what was meant', async () => {
  await town.say(town.leitung, town.bildung, '/aufgabe', 'erledgt A-1');

  expect(toldOnlyTo(town.leitung)).toContain('Meinten Sie „erledigt“?');
  expect(toldOnlyTo(town.mitglied)).not.toContain('erledgt');
});

test('every family answers in German and in English, and so does the umbrella', async () => {
  const { slack, people, leitung, bildung } = town;
  const commands = ['/ich', '/aufgabe', '/task', '/beitrag', '/input', '/ergebnis', '/result', '/beschluss', '/vote'];
  for (const command of [...commands, '/gruppe', '/group', '/prozess', '/process', '/mitwirk']) {
    const before = slack.ephemeralsFor(leitung).length;
    await people.slash(leitung, bildung, command);
    await slack.until(`an answer to ${command}`, () => slack.ephemeralsFor(leitung).length > before);
  }
  await town.say(leitung, bildung, '/mitwirk', 'task list');
  expect(toldOnlyTo(leitung)).toContain('Hier ist keine Aufgabe offen.');
});

test.each([404, 410, 500])(
  'when the one-time address answers %i, the answer comes as a message for that person alone',
  async (status) => {
    const { people, slack, leitung, bildung } = town;
    const [before, posts] = [slack.ephemeralsFor(leitung).length, slack.callsOf('chat.postEphemeral').length];
    slack.faults.failHttp('response_url', status);

    await people.slash(leitung, bildung, '/aufgabe', 'liste');

    await slack.until('the answer', () => slack.ephemeralsFor(leitung).length === before + 1);
    expect(slack.callsOf('chat.postEphemeral')).toHaveLength(posts + 1);
  },
);

test('while Slack cannot say who is named, nothing is done and the person is told', async () => {
  const { people, slack, leitung, bildung } = town;
  const neu = slack.team.addUser('neu', { displayName: 'Neu' });
  await town.say(leitung, bildung, '/mitwirk', 'status');
  const before = inRoom();
  slack.faults.rateLimit('users.info', 30);

  await people.slash(leitung, bildung, '/aufgabe', `neu Besuch <@${neu.id}>`);
  await town.settle();

  expect(toldOnlyTo(leitung)).toContain('Slack antwortet gerade nicht');
  expect(inRoom()).toBe(before);
  await town.say(leitung, bildung, '/aufgabe', `neu Besuch <@${neu.id}>`);
  expect(toldOnlyTo(leitung)).toContain('Neu nimmt an diesem Prozess noch nicht teil');
});

test('when the store fails, the person is told so; the same typed again works, and nothing was done twice', async () => {
  const { people, slack, leitung, bildung } = town;
  broken = true;
  await people.slash(leitung, bildung, '/aufgabe', 'neu Trotz Ausfall');
  await slack.until('word of it', () => toldOnlyTo(leitung).includes('schiefgegangen'));
  broken = false;

  await town.say(leitung, bildung, '/aufgabe', 'neu Trotz Ausfall');

  expect(inRoom().split('Trotz Ausfall')).toHaveLength(2);
});

test('a person without a name in the payload is answered all the same', async () => {
  const { people, slack, leitung, bildung } = town;
  const before = slack.ephemeralsFor(leitung).length;

  await people.slash(leitung, bildung, '/aufgabe', '', { override: { user_name: undefined, text: undefined } });

  await slack.until('the answer', () => slack.ephemeralsFor(leitung).length === before + 1);
});

test('a button on an answer for one person alone works, and in the thread it stands in', async () => {
  const { people, slack, leitung, bildung } = town;
  await town.say(leitung, bildung, '/aufgabe', 'neu Knopf im Faden');
  const root = people.say(leitung, bildung, 'Zum Knopf');
  const card = slack.messagesIn(bildung).find((posted) => read(posted).includes('Knopf im Faden'));
  if (!card) throw new Error('no card');
  await people.press(leitung, card, 'Erledigt');
  await town.settle();
  const answer = slack.ephemeralsFor(leitung).at(-1);
  if (!answer) throw new Error('no answer');
  const container = {
    type: 'message',
    message_ts: answer.ts,
    channel_id: bildung.id,
    is_ephemeral: true,
    thread_ts: root.ts,
  };

  await people.press(leitung, answer, 'Rückgängig', { override: { container } });
  await town.settle();

  expect(read(card)).toContain('offen');
  const told = slack.ephemeralsFor(leitung).at(-1);
  expect(told).not.toBe(answer);
  expect(told?.message.thread_ts).toBe(root.ts);
});

test('a button of an older version says so, and a button without a command is one', async () => {
  const { people, slack, leitung, bildung } = town;
  await town.say(leitung, bildung, '/aufgabe', 'neu Alter Knopf');
  const card = slack.messagesIn(bildung).find((posted) => read(posted).includes('Alter Knopf'));
  if (!card) throw new Error('no card');
  const [before, told] = [inRoom(), slack.ephemeralsFor(leitung).length];
  const button = (action_id: string, value?: string) => ({
    override: { actions: [{ type: 'button', action_id, action_ts: '1.1', ...(value ? { value } : {}) }] },
  });

  await people.press(leitung, card, 'Erledigt', button('task_done_v0'));
  await people.press(leitung, card, 'Erledigt', button('typed.0.0.task.done'));
  await people.press(leitung, card, 'Erledigt', button('press.0.0.task.done', '{"code":"task.done"}'));
  await town.settle();

  const answers = slack.ephemeralsFor(leitung).slice(told).map(read);
  expect(answers).toHaveLength(3);
  for (const answer of answers) expect(answer).toContain('älteren Fassung');
  expect(inRoom()).toBe(before);
});

test('a button that an earlier version posted does what its words say', async () => {
  const { people, slack, leitung, bildung } = town;
  await town.say(leitung, bildung, '/aufgabe', 'neu Mit Worten');
  const card = slack.messagesIn(bildung).find((posted) => read(posted).includes('Mit Worten'));
  const [id = ''] = (card && /A-\d+/.exec(read(card))) ?? [];
  if (!card) throw new Error('no card');
  const action = {
    type: 'button',
    action_id: 'typed.0.0.task.done',
    value: `/aufgabe erledigt ${id}`,
    action_ts: '1.1',
  };

  await people.press(leitung, card, 'Erledigt', { override: { actions: [action] } });
  await town.settle();

  expect(read(card)).toContain('erledigt (');
});

test('when the one-time address is unknown, the answer comes as a message for that person alone', async () => {
  const { people, slack, leitung, bildung } = town;
  const before = slack.ephemeralsFor(leitung).length;

  await people.slash(leitung, bildung, '/aufgabe', 'liste', {
    override: { response_url: `${slack.baseUrl}/response/gone` },
  });
  await slack.until('the answer', () => slack.ephemeralsFor(leitung).length === before + 1);

  expect(slack.callsOf('chat.postEphemeral').length).toBeGreaterThan(0);
});

test('where the bot cannot write in the channel either, the answer comes as a direct message', async () => {
  const { people, slack, leitung } = town;
  const elsewhere = slack.team.addChannel('anderswo', { members: [leitung], withBot: false });

  await people.slash(leitung, elsewhere, '/mitwirk', 'status', {
    override: { response_url: `${slack.baseUrl}/response/gone` },
  });

  await slack.until('the direct message', () =>
    slack.directMessages(leitung).some((posted) => read(posted).includes('Ich bin bereit.')),
  );
});

test('a mention in a thread is answered in the thread', async () => {
  const { people, slack, leitung, bildung } = town;
  const root = people.say(leitung, bildung, 'Wer macht das Plakat?');
  people.say(leitung, bildung, 'Ich nicht', { thread: root.ts });

  await people.mention(leitung, bildung, 'ich', { thread: root.ts });

  const answer = await slack.until('the answer', () =>
    slack.ephemeralsFor(leitung).find((posted) => posted.message.thread_ts === root.ts),
  );
  expect(read(answer)).toContain('Für Sie');
});

test('a mention alone is answered with help, and an unknown word with a hint', async () => {
  await town.people.mention(town.mitglied, town.bildung, '');
  await town.people.mention(town.mitglied, town.bildung, 'kaffee kochen');
  await town.slack.until('both answers', () => {
    const told = toldOnlyTo(town.mitglied);
    return told.includes('was möglich ist') && told.includes('„kaffee“ kenne ich nicht');
  });
});

test('in a direct chat the slash may be left out', async () => {
  const { people, slack, mitglied } = town;

  await people.dm(mitglied, 'aufgabe liste');

  await slack.until('the answer', () => slack.directMessages(mitglied).some((one) => read(one).includes('Aufgabe')));
});

test('a mention means exactly the person Slack says, even when two have the same name and one never spoke', async () => {
  const { slack, koordination, bildung } = town;
  const one = slack.team.addUser('eltern', { displayName: 'Eltern' });
  const other = slack.team.addUser('eltern2', { displayName: 'Eltern' });

  await town.say(koordination, bildung, '/gruppe', `aufnehmen <@${other.id}|eltern> art Bürgerschaft`);
  await town.say(koordination, bildung, '/aufgabe', `neu Brief <@${other.id}>`);
  await town.settle();

  expect(slack.directMessages(other).map(read).join()).toContain('Brief');
  expect(slack.directMessages(one)).toHaveLength(0);
});

test('user groups, bots and people who have left are not taken for people, and nothing changes', async () => {
  const { slack, leitung, bildung } = town;
  const gone = slack.team.addUser('weg', { displayName: 'Weg', deleted: true });
  const before = inRoom();

  await town.say(leitung, bildung, '/aufgabe', 'neu Plakat <!subteam^S123|@vorstand>');
  await town.say(leitung, bildung, '/aufgabe', `neu Plakat <@${gone.id}>`);

  expect(toldOnlyTo(leitung)).toContain('Ganze Nutzergruppen kann ich nicht ansprechen.');
  expect(toldOnlyTo(leitung)).toContain('@weg ist keine Person, die hier angemeldet ist.');
  expect(inRoom()).toBe(before);
});

test('the bot itself is no one to ask, and words about it are kept whole', async () => {
  const { slack, people, leitung, koordination, bildung } = town;
  const bot = `<@${slack.team.bot.id}>`;
  await town.say(koordination, bildung, '/gruppe', `aufnehmen ${bot} art Ehrenamt`);
  await people.mention(koordination, bildung, `gruppe aufnehmen ${bot} art Ehrenamt`);
  await town.say(leitung, bildung, '/beitrag', 'öffnen "Was hilft?" bis 29.01.');
  await town.say(leitung, bildung, '/beitrag', `geben Alle sollen ${bot} ausprobieren`);
  await people.dm(leitung, `/beitrag geben Auch in ${bot} nachsehen`, { raw: true });
  await town.settle();

  const told = slack.ephemeralsFor(koordination).map(read).join('\n');
  expect(told.split('@mitwirk')).toHaveLength(3);
  expect(toldOnlyTo(leitung)).toContain('Alle sollen @mitwirk ausprobieren');
  expect(slack.directMessages(leitung).map(read).join()).toContain('Auch in @mitwirk nachsehen');
});

test('people of another workspace are refused in words, by command and by button', async () => {
  const { slack, people, leitung, bildung } = town;
  const fremd = slack.team.addUser('fremd', { displayName: 'Fremd', isStranger: true, teamId: 'T0ELSEWHERE' });
  bildung.members.add(fremd.id);
  await town.say(leitung, bildung, '/aufgabe', 'neu Nur für uns');
  const card = slack.messagesIn(bildung).find((posted) => read(posted).includes('Nur für uns'));
  if (!card) throw new Error('no card');

  await people.slash(fremd, bildung, '/aufgabe', 'neu Von außen');
  await people.press(fremd, card, 'Erledigt');

  await slack.until('two refusals', () => slack.ephemeralsFor(fremd).length === 2);
  expect(toldOnlyTo(fremd)).toContain('Personen aus diesem Slack-Workspace');
  expect(read(card)).toContain('offen');
});

test('a button in a channel is pressed with the rights of whoever presses it', async () => {
  const { slack, people, leitung, bildung } = town;
  const gast = slack.team.addUser('gast', { displayName: 'Gast', isRestricted: true });
  bildung.members.add(gast.id);
  await town.say(leitung, bildung, '/aufgabe', 'neu Geschützt');
  const card = slack.messagesIn(bildung).find((posted) => read(posted).includes('Geschützt'));
  if (!card) throw new Error('no card');

  await people.press(gast, card, 'Erledigt');

  await slack.until('the refusal', () => slack.ephemeralsFor(gast).length === 1);
  expect(read(card)).toContain('offen');
});
