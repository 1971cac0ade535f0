/** Everyday life in Slack: people who come, go and change their names, rooms that are lost and found. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import type { Store } from '../../../src/ports/store.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Posted, SlackUser } from '../../support/slack/index.ts';
import { openTown, type Town } from '../../support/slackStage.ts';

let away = false;
let database: Database;
let town: Town;

/** A store that can go away. */
function whenThere(store: Store): Store {
  return {
    ...store,
    async transaction(work) {
      if (away) throw new Error('the store is away');
      return store.transaction(work);
    },
  };
}

beforeAll(async () => {
  database = await freshDatabase();
  town = await openTown(database, { store: whenThere });
  await town.say(town.leitung, town.bildung, '/aufgabe', `neu Flyer <@${town.mitglied.id}> bis 22.01.`);
});
afterEach(() => town.slack.faults.clear());
afterAll(async () => {
  await town.close();
  await database.close();
});

const read = (posted: Posted) => town.slack.visibleText(posted);
const direct = (user: SlackUser) => town.slack.directMessages(user).map(read).join('\n---\n');
const known = (user: SlackUser) =>
  town.store.transaction((tx) => tx.people.byIdentity('slack', `${user.teamId}:${user.id}`));
const inRoom = () => town.slack.messagesIn(town.bildung).map(read).join('\n---\n');

test('a new name is taken over', async () => {
  const { people, koordination, leitung, bildung } = town;

  await people.changeUser(leitung, { displayName: 'Leitung Bildung und Sprache' });
  await town.settle();
  await town.say(koordination, bildung, '/gruppe', 'zeigen');

  expect(town.slack.ephemeralsFor(koordination).map(read).join()).toContain('Leitung Bildung und Sprache');
});

test('events without an id of their own are told apart', async () => {
  const { people, mitglied } = town;
  const nameless = { override: { event_id: undefined } };

  await people.changeUser(mitglied, { displayName: 'Mitglied Eins' }, nameless);
  await people.changeUser(mitglied, { displayName: 'Mitglied' }, nameless);
  await town.settle();

  expect((await known(mitglied))?.name).toBe('Mitglied');
});

test('somebody nobody knows may change their name without becoming known', async () => {
  const someone = town.slack.team.addUser('jemand', { displayName: 'Jemand' });

  await town.people.changeUser(someone, { displayName: 'Jemand anders' });
  await town.settle();

  expect(await known(someone)).toBeNull();
});

test('a member who becomes a guest goes on taking part', async () => {
  const { people, mitglied, bildung } = town;

  await people.changeUser(mitglied, { isRestricted: true });
  await town.say(mitglied, bildung, '/aufgabe', 'neu Als Gast');

  expect(inRoom()).toContain('Als Gast');
});

test('an account that turns into a bot is not answered, and its name stays as it was', async () => {
  const { people, slack, bildung, leitung } = town;
  const automat = slack.team.addUser('automat', { displayName: 'Automat' });
  bildung.members.add(automat.id);
  await town.say(automat, bildung, '/mitwirk', 'status');
  const before = slack.ephemeralsFor(automat).length;
  const user = { id: automat.id, team_id: slack.team.id, name: 'roboter', is_bot: true, profile: {} };

  await people.event('user_change', { user });
  await town.say(automat, bildung, '/mitwirk', 'status');
  await town.say(leitung, bildung, '/aufgabe', `neu Für Maschinen <@${automat.id}>`);

  expect(slack.ephemeralsFor(automat)).toHaveLength(before);
  expect(inRoom()).not.toContain('Für Maschinen');
});

test.each(['Slack Connect', 'a stranger'])(
  'somebody of another workspace (%s) takes no part by mention',
  async (how) => {
    const { people, slack, bildung } = town;
    const flags = how === 'a stranger' ? { isStranger: true } : { isExternal: true };
    const fremd = slack.team.addUser(`fremd-${how}`, { displayName: 'Fremd', teamId: 'T0ELSEWHERE', ...flags });
    bildung.members.add(fremd.id);

    await people.mention(fremd, bildung, `aufgabe neu Von außen (${how})`);
    await town.settle();

    expect(slack.ephemeralsFor(fremd).map(read).join()).toContain('Personen aus diesem Slack-Workspace');
    expect(slack.messagesIn(bildung).some((one) => /^Aufgabe.*Von außen/s.test(read(one)))).toBe(false);
  },
);

test.each([
  ['channel_shared', { connected_team_id: 'T0ELSEWHERE' }],
  ['channel_unshared', { previously_connected_team_id: 'T0ELSEWHERE', is_ext_shared: false }],
  ['team_rename', { name: 'Neustadt' }],
  ['team_domain_change', { domain: 'neustadt' }],
  ['channel_convert_to_private', {}],
  ['grid_migration_started', {}],
])('%s is acknowledged and changes nothing', async (type, fields) => {
  const before = [inRoom(), direct(town.leitung)];

  const { status } = await town.people.event(type, { channel: town.bildung.id, ...fields });
  await town.settle();

  expect(status).toBe(200);
  expect([inRoom(), direct(town.leitung)]).toEqual(before);
});

test('invited into a channel nobody has bound to a group, the bot keeps quiet', async () => {
  const { people, slack, leitung } = town;
  const neu = slack.team.addChannel('neu-hier', { members: [leitung], withBot: false });
  const before = direct(leitung);

  await people.inviteBot(leitung, neu);
  await town.settle();

  expect(slack.messagesIn(neu)).toEqual([]);
  expect(direct(leitung)).toBe(before);
});

test('shut out of a channel, the bot tells lead and coordination once, keeps what it has to say, and says it when it is back', async () => {
  const { people, koordination, leitung, mitglied, bildung } = town;

  await people.removeBot(koordination, bildung);
  await town.settle();
  expect(direct(leitung)).toContain('In den Raum der Gruppe AG Bildung komme ich nicht mehr hinein.');
  expect(direct(koordination)).toContain('In den Raum der Gruppe AG Bildung komme ich nicht mehr hinein.');
  expect(direct(mitglied)).not.toContain('komme ich nicht mehr hinein');

  await town.say(leitung, bildung, '/aufgabe', 'neu Während der Sperre');
  await town.say(leitung, bildung, '/aufgabe', 'neu Noch eine');
  await town.moveTo('2027-01-13T10:00');
  expect(inRoom()).not.toContain('Während der Sperre');
  expect(direct(leitung).split('komme ich nicht mehr hinein')).toHaveLength(2);

  await people.inviteBot(koordination, bildung);
  await town.settle();
  expect(direct(leitung)).toContain('Ich bin wieder im Raum der Gruppe AG Bildung');
  expect(inRoom().indexOf('Noch eine')).toBeGreaterThan(inRoom().indexOf('Während der Sperre'));
  expect(inRoom().indexOf('Während der Sperre')).toBeGreaterThan(0);
});

test('a channel the bot finds closed only when it wants to post is noticed too', async () => {
  const { slack, leitung, bildung } = town;
  slack.faults.fail(bildung.id, 'not_in_channel', 1);

  await town.say(leitung, bildung, '/aufgabe', 'neu Vor verschlossener Tür');
  expect(direct(leitung).split('komme ich nicht mehr hinein')).toHaveLength(3);
  await town.people.inviteBot(leitung, bildung);
  await town.settle();

  expect(inRoom()).toContain('Vor verschlossener Tür');
});

test('an archived channel waits until it is opened again', async () => {
  const { people, koordination, leitung, bildung } = town;

  await people.archive(koordination, bildung);
  await town.settle();
  await town.say(leitung, bildung, '/aufgabe', 'neu Im Archiv');
  expect(inRoom()).not.toContain('Im Archiv');
  await people.unarchive(koordination, bildung);
  await town.settle();

  expect(inRoom()).toContain('Im Archiv');
});

test('a renamed or private channel stays the group’s room', async () => {
  const { people, leitung, bildung } = town;

  await people.rename(bildung, 'ag-bildung-und-sprache');
  await people.makePrivate(bildung);
  await town.say(leitung, bildung, '/aufgabe', 'neu Nach dem Umzug');

  expect(inRoom()).toContain('Nach dem Umzug');
});

test('a channel that got another id stays the group’s room', async () => {
  const { slack, people, leitung, mitglied, bildung } = town;
  const moved = slack.team.addChannel('ag-bildung-geteilt', { members: [leitung, mitglied] });

  await people.event('channel_id_changed', { old_channel_id: bildung.id, new_channel_id: moved.id });
  await town.settle();
  await town.say(leitung, moved, '/aufgabe', 'neu Unter neuer Nummer');
  expect(slack.messagesIn(moved).map(read).join()).toContain('Unter neuer Nummer');

  await people.event('channel_id_changed', { old_channel_id: moved.id, new_channel_id: bildung.id });
  await town.settle();
});

test('somebody who has left gets no more messages, and whoever leads the group is told what is open', async () => {
  const { people, mitglied, leitung } = town;
  const before = town.slack.directMessages(mitglied).length;

  await people.changeUser(mitglied, { deleted: true });
  await people.changeUser(mitglied, { deleted: true });
  await town.settle();
  await town.moveTo('2027-01-22T18:00');

  expect(direct(leitung).split('ist im Chat nicht mehr angemeldet')).toHaveLength(2);
  expect(direct(leitung)).toContain('A-1 Flyer');
  expect(town.slack.directMessages(mitglied)).toHaveLength(before);
});

test('revoked tokens are told to operators and lose nothing', async () => {
  const { people, slack, leitung, bildung } = town;
  await people.revokeTokens();
  await people.slash(leitung, bildung, '/aufgabe', 'neu Trotz allem');
  await town.settle();
  expect(inRoom()).not.toContain('Trotz allem');

  slack.team.installation.refused = null;
  await town.moveTo('2027-01-23T09:00');

  expect(inRoom()).toContain('Trotz allem');
  expect(town.lines.join('\n')).toContain('slack revoked the token');
});

test('what happens while the store is away is noted once it is back, in order', async () => {
  const { people, leitung, koordination, bildung } = town;
  away = true;
  await people.changeUser(leitung, { displayName: 'Zwischenname' });
  await people.changeUser(leitung, { displayName: 'Neue Leitung' });
  await people.archive(koordination, bildung);
  await people.unarchive(koordination, bildung);
  await sleep(200);
  away = false;

  const name = async () => (await known(leitung))?.name;
  for (let tries = 0; tries < 50 && (await name()) !== 'Neue Leitung'; tries += 1) await sleep(100);
  expect(await name()).toBe('Neue Leitung');
  await sleep(200);
  await town.say(leitung, bildung, '/aufgabe', 'neu Nach dem Ausfall');

  expect(inRoom()).toContain('Nach dem Ausfall');
});
