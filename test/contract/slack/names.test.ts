/** Two workspaces and three towns in one installation: names end at their borders, mentions ask, and buttons choose. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  httpDriver,
  type Posted,
  type SlackChannel,
  type SlackUser,
  type Workspace,
} from '../../support/slack/index.ts';
import { install } from '../../support/slackConsent.ts';
import { newest, openStage, type Stage } from '../../support/slackStage.ts';

let database: Database;
let stage: Stage;
let other: Workspace;
/** Of the first workspace, a town each; and the lead of the first town. */
let nord: SlackUser;
let sued: SlackUser;
let ule: SlackUser;
let nordrat: SlackChannel;
let suedrat: SlackChannel;
/** Of the other workspace. */
let fern: SlackUser;
let fernrat: SlackChannel;

const read = (posted: Posted) => stage.slack.visibleText(posted);
const direct = (user: SlackUser) => stage.slack.directMessages(user);
const alone = (user: SlackUser, team = stage.slack.team) =>
  stage.slack.ephemeralsFor(user, team).map(read).at(-1) ?? '';

async function say(team: Workspace, user: SlackUser, channel: SlackChannel, command: string, text: string) {
  await httpDriver(stage.slack, { url: stage.url() }, team).slash(user, channel, command, text);
  await stage.settle();
}

beforeAll(async () => {
  database = await freshDatabase();
  const coordinators = ['T0FIRST:U0NORD', 'T0FIRST:U0SUED', 'T0OTHER:U0FERN'];
  stage = await openStage(database, { byConsent: true, externals: true, coordinators, teamId: 'T0FIRST' });
  const { slack } = stage;
  const { team } = slack;
  other = slack.addTeam({ id: 'T0OTHER', scopes: team.installation.scopes ?? [] });
  for (const one of [team, other]) expect(await install(stage, one)).toBe(200);
  nord = team.addUser('nord', { id: 'U0NORD', displayName: 'Nord' });
  sued = team.addUser('sued', { id: 'U0SUED', displayName: 'Süd' });
  ule = team.addUser('ule', { id: 'U0ULE', displayName: 'Ule' });
  fern = other.addUser('fern', { id: 'U0FERN', displayName: 'Fern' });
  nordrat = team.addChannel('nordrat', { members: [nord, ule] });
  suedrat = team.addChannel('suedrat', { members: [sued] });
  fernrat = other.addChannel('fernrat', { members: [fern] });
  for (const [home, who, where, name] of [
    [team, nord, nordrat, 'Nord'],
    [team, sued, suedrat, 'Süd'],
    [other, fern, fernrat, 'Fern'],
  ] as const) {
    await say(home, who, where, '/prozess', `einrichten "${name}" region BE`);
    await say(home, who, where, '/gruppe', 'steuerung');
  }
  await say(team, nord, nordrat, '/gruppe', `aufnehmen <@${ule.id}|ule>`);
  await say(team, nord, nordrat, '/aufgabe', `neu Haushalt Nord <@${ule.id}>`);
});
afterAll(async () => {
  await stage.close();
  await database.close();
});

test('a mention of somebody of the workspace who takes part nowhere takes them in at once', () => {
  expect(stage.slack.messagesIn(nordrat).map(read).join()).toContain('Neu in Steuerungsgruppe');
});

test('a typed name reaches into no other town and no other workspace', async () => {
  const before = direct(ule).length;

  await say(stage.slack.team, sued, suedrat, '/gruppe', 'aufnehmen @ule');
  expect(alone(sued)).toContain('@ule kenne ich hier nicht.');
  await say(other, fern, fernrat, '/gruppe', 'aufnehmen @ule');
  expect(alone(fern, other)).toContain('@ule kenne ich hier nicht.');
  await say(other, fern, fernrat, '/gruppe', 'aufnehmen @nord');
  expect(alone(fern, other)).toContain('@nord kenne ich hier nicht.');

  expect(direct(ule)).toHaveLength(before);
});

test('somebody of another workspace, through Slack Connect, is asked too', async () => {
  const gast = stage.slack.team.addUser('gast', { displayName: 'Gast', teamId: 'T0ELSEWHERE', isExternal: true });
  suedrat.members.add(gast.id);

  await say(stage.slack.team, sued, suedrat, '/gruppe', `aufnehmen <@${gast.id}>`);

  expect(alone(sued)).toContain('von anderswo');
  expect(stage.slack.messagesIn(suedrat).map(read).join()).not.toContain('Gast');
});

test('a mention of somebody of another town asks them, and only their Yes counts', async () => {
  const { people, slack } = stage;
  await say(slack.team, sued, suedrat, '/gruppe', `aufnehmen <@${ule.id}> als Sachverständige`);
  expect(alone(sued)).toContain('von anderswo');

  const card = newest(direct(ule), 'Möchten Sie mitmachen?', read);
  expect(read(card)).toContain('Süd');
  await say(slack.team, sued, suedrat, '/aufgabe', `neu Haushalt Süd <@${ule.id}>`);
  expect(alone(sued)).toContain('nimmt an diesem Prozess noch nicht teil');

  await people.press(ule, card, 'Ja, ich mache mit');
  await stage.settle();

  expect(slack.messagesIn(suedrat).map(read).join()).toContain('Neu in Steuerungsgruppe');
  expect(direct(sued).map(read).join()).toContain('hat zugesagt');
});

test('whoever is in both chooses by a button, and App Home shows both', async () => {
  const { people, slack } = stage;
  await say(slack.team, sued, suedrat, '/aufgabe', `neu Haushalt Süd <@${ule.id}>`);
  await people.dm(ule, 'aufgabe erledigt A-1');
  await stage.settle();

  await people.press(ule, newest(direct(ule), 'Um welchen geht es?', read), 'Süd');
  await stage.settle();

  expect(read(newest(slack.messagesIn(suedrat), 'Haushalt Süd', read))).toContain('erledigt');
  expect(read(newest(slack.messagesIn(nordrat), 'Haushalt Nord', read))).not.toContain('erledigt');

  await people.openHome(ule);
  await stage.settle();
  const home = await slack.until('the home', () => slack.homeOf(ule));
  expect(slack.visibleBlocks(home.blocks)).toMatch(/Nord[\s\S]*Haushalt Nord[\s\S]*Süd/);
  await people.press(ule, home, 'A-1 ansehen');
  await stage.settle();
  const shown = slack.modalOf(ule);
  expect(shown && slack.visibleBlocks(shown.blocks)).toContain('Haushalt Nord');
});
