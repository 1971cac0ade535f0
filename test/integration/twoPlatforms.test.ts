/** One process on Slack and Matrix: the steering group on one, a working group on the other, and people who are on both. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SCOPES } from '../../adapters/slack/scopes.ts';
import { directChat, onSynapse, openStage, quietly, type Stage } from '../support/matrix/stage.ts';
import type { MatrixUser } from '../support/matrix/user.ts';
import {
  type SlackChannel,
  type SlackDriver,
  type SlackServer,
  type SlackUser,
  socketDriver,
  startSlackServer,
} from '../support/slack/index.ts';

onSynapse('one process on two platforms', () => {
  let slack: SlackServer;
  let stage: Stage;
  let inSlack: SlackDriver;
  let steering: SlackChannel;
  let education: string;
  const onSlack = {} as Record<'koordination' | 'vorsitz' | 'verein', SlackUser>;
  const onMatrix = {} as Record<'koordination' | 'leitung' | 'verein', MatrixUser>;
  const directs = new Map<MatrixUser, string>();

  beforeAll(async () => {
    slack = await startSlackServer({ team: { scopes: Object.keys(SCOPES) } });
    const { appToken } = slack.settings;
    stage = await openStage({
      start: new Date('2027-01-11T08:00:00Z'),
      slack: { botToken: slack.team.installation.botToken, appToken, apiUrl: slack.apiUrl },
    });
    inSlack = socketDriver(slack);
    for (const name of ['koordination', 'vorsitz', 'verein'] as const) onSlack[name] = slack.team.addUser(name);
    for (const name of ['koordination', 'leitung', 'verein'] as const) onMatrix[name] = await stage.person(name);
    steering = slack.team.addChannel('steuerung', { members: Object.values(onSlack) });
    education = await stage.room('AG Bildung', Object.values(onMatrix));
    for (const person of Object.values(onMatrix)) directs.set(person, await directChat(person, stage.account));
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await slack?.close();
  });

  /** What Slack shows after a command, to that person alone or in the channel. */
  async function slash(user: SlackUser, command: string, text: string, expected: RegExp): Promise<string> {
    const places = [() => slack.ephemeralsFor(user), () => slack.messagesIn(steering)];
    const before = places.map((read) => read().length);
    await inSlack.slash(user, steering, command, text);
    return slack.until(`${expected} after ${command} ${text}`, () =>
      places
        .flatMap((read, index) => read().slice(before[index]))
        .map((posted) => slack.visibleText(posted))
        .find((words) => expected.test(words)),
    );
  }

  async function privately(person: MatrixUser, text: string, expected: RegExp): Promise<string> {
    const after = person.seen.length;
    const roomId = directs.get(person) ?? '';
    await person.say(roomId, text);
    const answer = await person.waitForText(expected, { from: stage.account.userId, roomId, after });
    return String(answer.content.body);
  }

  /** What the bot answers in their direct chat in Slack. */
  async function inDirectChat(user: SlackUser, text: string, expected: RegExp): Promise<string> {
    const answers = () => slack.directMessages(user).map((posted) => slack.visibleText(posted));
    const before = answers().length;
    await inSlack.dm(user, text);
    return slack.until(`${expected} after ${text}`, () =>
      answers()
        .slice(before)
        .find((words) => expected.test(words)),
    );
  }

  /** Presses the button on a card that the bot has sent, or is about to send, to the person in Slack. */
  async function press(user: SlackUser, card: RegExp, label: string): Promise<void> {
    const posted = await slack.until(`${card}`, () =>
      slack.directMessages(user).find((message) => card.test(slack.visibleText(message))),
    );
    await inSlack.press(user, posted, label);
  }

  /** Shown in Slack, typed on Matrix, confirmed on both by pressing, and agreed to by somebody else in Slack. */
  async function link(user: SlackUser, person: MatrixUser, agrees: SlackUser): Promise<void> {
    const shown = await inDirectChat(user, 'ich verknüpfen', /[A-Z0-9]{4}-[A-Z0-9]{4}/);
    const [code = ''] = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(shown) ?? [];
    const roomId = directs.get(person) ?? '';
    await privately(person, `ich verknüpfen ${code}`, /Gehört dieses Konto auch Ihnen/);
    const from = stage.account.userId;
    const asked = await person.waitForText(/Gehört dieses Konto auch Ihnen/, { from, roomId });
    await person.react(roomId, asked.event_id, '✅');
    await press(user, /Soll dieses Konto in Ihrem Namen handeln/, 'Bestätigen');
    await press(agrees, new RegExp(`im Namen von ${user.name} handeln`), 'Zustimmen');
    await person.waitForText(/Zwei Konten sind verknüpft/, { from, roomId });
  }

  test('who links their accounts coordinates on both', async () => {
    const { koordination, vorsitz, verein } = onSlack;
    await slash(koordination, '/prozess', 'einrichten "Integrationskonzept" region BY-KATH', /eingerichtet/);
    await slash(koordination, '/gruppe', 'steuerung', /Steuerungsgruppe/);
    await slash(koordination, '/gruppe', `aufnehmen <@${vorsitz.id}> als Vorsitz art Verwaltung`, /vorsitz/);
    await slash(koordination, '/gruppe', `aufnehmen <@${verein.id}> art Migrantenorganisation`, /verein/);
    await link(koordination, onMatrix.koordination, vorsitz);

    await onMatrix.koordination.say(education, '!gruppe neu "AG Bildung" feld Bildung');
    await onMatrix.koordination.waitForText('AG Bildung', { from: stage.account.userId, roomId: education });
    await onMatrix.koordination.say(education, `!gruppe aufnehmen ${onMatrix.leitung.userId} als Leitung art Bildung`);
    await onMatrix.leitung.waitForText('Neu in AG Bildung', { from: stage.account.userId, roomId: education });
  }, 90_000);

  test('what a working group submits on Matrix is decided on in Slack, with one ballot for each person', async () => {
    const { leitung, verein } = onMatrix;
    await link(onSlack.verein, verein, onSlack.koordination);
    await leitung.say(
      education,
      '!ergebnis entwurf Maßnahme "Abendkurse" Die Volkshochschule bietet zwei Abendkurse an.',
    );
    await leitung.say(education, '!ergebnis einreichen E-1');
    const inChannel = () => slack.messagesIn(steering).map((posted) => slack.visibleText(posted));
    await slack.until('E-1', () => inChannel().find((words) => words.includes('E-1')));

    await slash(onSlack.vorsitz, '/beschluss', 'öffnen E-1 bis 19.02.', /B-1/);
    // Half way through, whoever has not voted is reminded.
    await stage.bot.moveTo(new Date('2027-02-01T09:00:00Z'));
    await slash(onSlack.verein, '/beschluss', 'ja B-1', /Ja/);
    await privately(verein, 'beschluss nein B-1', /Nein/);
    await slash(onSlack.vorsitz, '/beschluss', 'ja B-1', /Ja/);
    const own = await slash(onSlack.verein, '/beschluss', 'meine B-1', /Nein/);
    expect(own).toContain('Nein');

    await stage.bot.moveTo(new Date('2027-02-20T08:00:00Z'));

    const resolution = await slack.until('the resolution', () =>
      inChannel().find((words) => words.includes('Beschluss 1/2027')),
    );
    expect(resolution).toMatch(/1 : 1/);
  }, 90_000);

  test('who is on both was reminded on one of them alone', async () => {
    const { verein } = onMatrix;
    const asking = /Abendkurse[\s\S]*(Zeit|stimm)/;
    await quietly(verein);

    const inSlackThen = slack.directMessages(onSlack.verein).map((posted) => slack.visibleText(posted));
    const onMatrixThen = verein.seen.filter(
      ({ roomId, sender }) => roomId === directs.get(verein) && sender === stage.account.userId,
    );
    expect(inSlackThen.filter((words) => asking.test(words))).toHaveLength(1);
    expect(onMatrixThen.filter(({ content }) => asking.test(String(content.body)))).toEqual([]);
  }, 30_000);
});
