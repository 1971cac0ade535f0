/** App Home: what waits for each person, opened and answered over it, and kept up to date. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Posted, SlackUser } from '../../support/slack/index.ts';
import { openTown, type Town } from '../../support/slackStage.ts';

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
const direct = (user: SlackUser) => town.slack.directMessages(user).map(read).join('\n---\n');

function homeOf(user: SlackUser): string {
  const view = town.slack.homeOf(user);
  return view ? town.slack.visibleBlocks(view.blocks) : '';
}

test('App Home shows what waits for the person, and again after it has changed', async () => {
  const { people, slack, mitglied, leitung, bildung } = town;
  await people.openHome(mitglied);
  await town.settle();
  expect(homeOf(mitglied)).toContain('Zurzeit wartet nichts auf Sie.');

  await town.say(leitung, bildung, '/aufgabe', `neu Flyer <@${mitglied.id}> bis 22.01.`);

  await slack.until('the task on App Home', () => homeOf(mitglied).includes('A-1 Flyer'));
  expect(homeOf(mitglied)).not.toContain('Prüfsumme');
});

test('what waits on App Home is opened, answered and closed without leaving it', async () => {
  const { people, slack, vorsitz, leitung, steuerung, bildung } = town;
  await town.say(leitung, bildung, '/ergebnis', 'entwurf Leitlinie "Bildung für alle" Alle finden einen Platz.');
  await town.say(leitung, bildung, '/ergebnis', 'einreichen E-1');
  await town.say(vorsitz, steuerung, '/beschluss', 'öffnen E-1');
  await people.openHome(vorsitz);
  await town.settle();
  const home = slack.homeOf(vorsitz);
  if (!home) throw new Error('no home');
  const messages = slack.directMessages(vorsitz).length;

  await people.press(vorsitz, home, 'B-1 ansehen');
  await town.settle();
  const vote = slack.modalOf(vorsitz);
  expect(vote && slack.visibleBlocks(vote.blocks)).toContain('Bildung für alle');
  if (!vote) throw new Error('no vote');
  await people.press(vorsitz, vote, 'Ja');
  await town.settle();

  const receipt = slack.modalOf(vorsitz);
  expect(receipt?.id).toBe(vote.id);
  expect(receipt && slack.visibleBlocks(receipt.blocks)).toContain('Ja');
  expect(slack.directMessages(vorsitz)).toHaveLength(messages);
  await slack.until('the vote to leave App Home', () => !homeOf(vorsitz).includes('Ihre Stimme fehlt noch'));
});

test('when Slack opens nothing over App Home, the answer comes as a direct message', async () => {
  const { people, slack, mitglied } = town;
  await people.openHome(mitglied);
  await town.settle();
  const home = slack.homeOf(mitglied);
  if (!home) throw new Error('no home');
  slack.faults.fail('views.open', 'expired_trigger_id');

  await people.press(mitglied, home, 'A-1 ansehen');
  await town.settle();

  expect(direct(mitglied)).toContain('Aufgabe A-1');
});

test('the App Home of the coordination shows the whole process, and leads to every command', async () => {
  const { people, slack, koordination } = town;

  await people.openHome(koordination);
  await town.settle();

  expect(homeOf(koordination)).toContain('Integrationskonzept');
  expect(homeOf(koordination)).toContain('AG Bildung');
  const home = slack.homeOf(koordination);
  if (!home) throw new Error('no home');
  await people.press(koordination, home, 'Befehl auswählen');
  await slack.until('the chooser', () => slack.modalOf(koordination));
});

test('looking at the other tab of the bot publishes nothing', async () => {
  const { people, slack, leitung } = town;
  const before = slack.callsOf('views.publish').length;

  await people.event('app_home_opened', { user: leitung.id, channel: 'D0', tab: 'messages' });
  await town.settle();

  expect(slack.callsOf('views.publish')).toHaveLength(before);
});

test('someone who belongs nowhere yet gets a kind word on App Home', async () => {
  const gast = town.slack.team.addUser('gast', { displayName: 'Gast' });

  await town.people.openHome(gast);
  await town.settle();

  expect(homeOf(gast)).toContain('Sie gehören noch zu keiner Gruppe.');
});
