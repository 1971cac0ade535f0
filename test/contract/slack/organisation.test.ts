/** An organisation (Enterprise Grid) that installed the app for all its workspaces at once, by token and by consent. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Posted, SlackUser } from '../../support/slack/index.ts';
import { install } from '../../support/slackConsent.ts';
import { newest, openStage, settleTown, type Town } from '../../support/slackStage.ts';

const KREIS = { id: 'E0KREIS', name: 'Landkreis' };

describe.each(['token', 'consent'] as const)('installed by %s', (by) => {
  let database: Database;
  let town: Town;
  /** In another workspace of the organisation; such ids may begin with W. */
  let sued: SlackUser;

  beforeAll(async () => {
    database = await freshDatabase();
    const stage = await openStage(database, { organisation: KREIS, byConsent: by === 'consent' });
    if (by === 'consent') expect(await install(stage, stage.slack.team)).toBe(200);
    town = await settleTown(stage);
    sued = stage.slack.team.addUser('sued', { id: 'W0SUED', teamId: 'T0SUED', displayName: 'Ehrenamt Süd' });
    town.bildung.members.add(sued.id);
    await town.say(town.koordination, town.bildung, '/gruppe', `aufnehmen <@${sued.id}> art Ehrenamt`);
  });
  afterAll(async () => {
    await town.close();
    await database.close();
  });

  const read = (posted: Posted) => town.slack.visibleText(posted);
  const inRoom = () => town.slack.messagesIn(town.bildung);
  const card = (words: string) => newest(inRoom(), words, read);

  test('people of all its workspaces take part, by every way in', async () => {
    const { people, slack, leitung, bildung } = town;
    await people.slash(sued, bildung, '/aufgabe', `neu Plakat <@${leitung.id}>`);
    await people.mention(sued, bildung, 'aufgabe neu Flyer');
    await people.dm(sued, 'aufgabe neu Handzettel');
    await people.shortcut(sued, 'mitwirk');
    const chooser = await slack.until('the chooser', () => slack.modalOf(sued));
    await people.submit(sued, chooser, { 'command:': 'task.add', 'room:': bildung.id });
    await people.submit(sued, await slack.until('the form', () => slack.modalOf(sued)), { text: 'Banner' });
    await people.openHome(sued);
    await town.settle();

    for (const words of ['Plakat', 'Flyer', 'Handzettel', 'Banner']) expect(read(card(words))).toContain('offen');
    await people.press(leitung, card('Plakat'), 'Erledigt');
    await town.settle();
    expect(read(card('Plakat'))).toContain('erledigt');
    const home = slack.homeOf(sued);
    expect(home && slack.visibleBlocks(home.blocks)).toContain('AG Bildung');
    expect(slack.directMessages(leitung).map(read).join()).toContain('Plakat');
    expect(slack.calls.filter(({ error }) => error !== null)).toEqual([]);
  });

  test('they are known under the organisation, and so are its channels', async () => {
    const found = await town.store.transaction(async (tx) => ({
      person: await tx.people.byIdentity('slack', `${KREIS.id}:${sued.id}`),
      room: await tx.rooms.byExternalId('slack', `${KREIS.id}:${town.bildung.id}`),
    }));

    expect(found).toMatchObject({ person: { name: 'Ehrenamt Süd' }, room: { name: 'ag-bildung' } });
  });

  test('a message becomes a task that keeps its address, though no payload tells it', async () => {
    const { people, slack, bildung } = town;
    const message = people.say(sued, bildung, 'Stühle fehlen');
    await people.messageShortcut(sued, message, 'task_from_message');
    const address = `https://${slack.team.domain}.slack.com/archives/${bildung.id}/p${message.ts.replace('.', '')}`;
    const form = await slack.until('the form with the address', () => {
      const view = slack.modalOf(sued);
      return view?.private_metadata.includes(address) ? view : null;
    });

    await people.submit(sued, form, {});
    await town.settle();

    const task = inRoom().find((posted) => /^Aufgabe A-.*Stühle fehlen/s.test(read(posted)));
    expect(task && slack.pings(task).links).toEqual([address]);
  });

  test('an event may name no workspace at all', async () => {
    const { people, slack, bildung } = town;
    const [authorization] = [{ enterprise_id: KREIS.id, team_id: null, user_id: slack.team.bot.id, is_bot: true }];
    const override = { authorizations: [{ ...authorization, is_enterprise_install: true }] };

    await people.mention(sued, bildung, 'aufgabe neu Ohne Workspace', { override });
    await town.settle();

    expect(read(card('Ohne Workspace'))).toContain('offen');
  });

  test('somebody who shares a channel from outside is refused', async () => {
    const { people, slack, bildung } = town;
    const fremd = slack.team.addUser('fremd', { teamId: 'T0ELSEWHERE', displayName: 'Fremd', isExternal: true });
    bildung.members.add(fremd.id);

    await people.mention(fremd, bildung, 'aufgabe neu Von außen');
    await town.settle();

    expect(slack.ephemeralsFor(fremd).map(read).join()).toContain('Personen aus diesem Slack-Workspace');
    expect(inRoom().some((posted) => /^Aufgabe.*Von außen/s.test(read(posted)))).toBe(false);
  });

  test('while Slack cannot say who somebody is, people of the organisation are served', async () => {
    const { people, slack, bildung } = town;
    const west = slack.team.addUser('west', { id: 'W0WEST', teamId: 'T0WEST', displayName: 'West' });
    bildung.members.add(west.id);
    slack.faults.rateLimit('users.info', 30);

    await people.slash(west, bildung, '/aufgabe', 'liste');

    await slack.until('the list', () => slack.ephemeralsFor(west).some((posted) => read(posted).includes('Offene')));
    slack.faults.clear();
  });

  test('events of another organisation change nothing', async () => {
    const { people, slack, leitung, bildung } = town;
    const before = [inRoom().length, slack.ephemeralsFor(leitung).length];
    const authorizations = [{ enterprise_id: 'E0FREMD', team_id: slack.team.id, is_enterprise_install: true }];

    await people.slash(leitung, bildung, '/aufgabe', 'neu Fremd', { override: { enterprise_id: 'E0FREMD' } });
    const mentioned = await people.mention(leitung, bildung, 'aufgabe neu Fremd', { override: { authorizations } });
    await town.settle();

    expect([
      inRoom().filter(({ ts }) => ts !== mentioned.posted.ts).length,
      slack.ephemeralsFor(leitung).length,
    ]).toEqual(before);
  });

  if (by === 'consent') {
    test('the installation is the organisation’s, and is gone when the app is removed', async () => {
      const stored = async () =>
        (await database.pool.query('select key from mitwirk.platform_memory')).rows.map((row) => row.key);
      expect(await stored()).toEqual([`installation:${KREIS.id}`]);

      await town.people.uninstall();
      await town.settle();

      expect(await stored()).toEqual([]);
    });
  }
});
