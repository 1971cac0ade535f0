/** Forms in Slack: from shortcuts, filled in, refused at the field, and answered even when the store is slow. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Posted, SlackUser, SlackView } from '../../support/slack/index.ts';
import { openTown, type Town } from '../../support/slackStage.ts';
import { createStall } from './stalling.ts';

/** Slack shows a fault to whoever waits longer for an acknowledgement: https://docs.slack.dev/surfaces/modals/#interactions */
const SLACK_WAITS_MS = 3_000;

const stall = createStall();
let database: Database;
let town: Town;

beforeAll(async () => {
  database = await freshDatabase();
  town = await openTown(database, { store: stall.store });
});
afterEach(async () => {
  stall.by(0);
  town.slack.faults.clear();
  await town.settle();
  for (const user of [town.leitung, town.mitglied, town.vorsitz, town.koordination]) {
    const left = town.slack.modalOf(user);
    if (left) await town.people.close(user, left);
  }
});
afterAll(async () => {
  await town.close();
  await database.close();
});

const read = (posted: Posted) => town.slack.visibleText(posted);
const shown = (view: SlackView) => town.slack.visibleBlocks(view.blocks);
const card = (words: string) => town.slack.messagesIn(town.bildung).find((posted) => read(posted).includes(words));

function modalOf(user: SlackUser): Promise<SlackView> {
  return town.slack.until('the form', () => town.slack.modalOf(user));
}

/** Past the chooser, to the form of the command. */
async function formOf(user: SlackUser, command: string, room?: string): Promise<SlackView> {
  await town.people.shortcut(user, 'mitwirk');
  const chooser = await modalOf(user);
  await town.people.submit(user, chooser, { 'command:': command, ...(room ? { 'room:': room } : {}) });
  return modalOf(user);
}

test('the shortcut leads to any command; dates, people and choices are picked', async () => {
  const { leitung, mitglied, bildung, people } = town;
  const form = await formOf(leitung, 'task.add', bildung.id);
  expect(shown(form)).toContain('Legt eine Aufgabe an');

  const sent = await people.submit(leitung, form, { text: 'Plakat *drucken*', who: [mitglied.id], by: '2027-01-22' });
  await town.settle();

  expect(sent.body).toEqual({ response_action: 'clear' });
  const posted = card('Plakat *drucken*');
  expect(posted && read(posted)).toContain('Zuständig: Mitglied (angefragt)');
  expect(posted && read(posted)).toContain('22.01.2027');
});

test('what is wrong is said at its field, nothing changes, and the form stays as it was', async () => {
  const { leitung, bildung, people } = town;
  const form = await formOf(leitung, 'task.add', bildung.id);

  const sent = await people.submit(leitung, form, { text: 'Zu spät', by: '2026-12-01' });
  await town.settle();

  expect(sent.body).toMatchObject({ response_action: 'errors' });
  expect(JSON.stringify(sent.body)).toContain('schon vorbei');
  expect(card('Zu spät')).toBeUndefined();
});

test('a message becomes a task: the form holds its words, the task its address, and the thread hears of it', async () => {
  const { leitung, bildung, people, slack } = town;
  const message = people.say(leitung, bildung, 'Wir brauchen dringend Stühle & Tische');

  await people.messageShortcut(leitung, message, 'task_from_message');
  const form = await modalOf(leitung);
  await people.submit(leitung, form, {});
  await town.settle();

  const posted = card('Wir brauchen dringend Stühle & Tische\nZuständig');
  expect(posted && slack.pings(posted).links).toEqual([
    `https://${slack.team.domain}.slack.com/archives/${bildung.id}/p${message.ts.replace('.', '')}`,
  ]);
  const answer = slack.messagesIn(bildung).find(({ message: { thread_ts } }) => thread_ts === message.ts);
  expect(answer && read(answer)).toContain('Daraus ist eine Aufgabe geworden.');
});

test('a message becomes a contribution, which only its giver is told of', async () => {
  const { leitung, mitglied, bildung, people, slack } = town;
  await town.say(leitung, bildung, '/beitrag', 'öffnen "Was fehlt?" bis 29.01.');
  const message = people.say(mitglied, bildung, 'Kurse am Abend');

  await people.messageShortcut(mitglied, message, 'input_from_message');
  await people.submit(mitglied, await modalOf(mitglied), {});
  await town.settle();

  const answer = slack.ephemeralsFor(mitglied).find((posted) => read(posted).includes('Der Beitrag R-1.1'));
  expect(answer?.message.thread_ts).toBe(message.ts);
  expect(slack.messagesIn(bildung).some((posted) => read(posted).includes('R-1.1 '))).toBe(false);
});

test('a message too long for a form keeps its address as a contribution', async () => {
  const { slack, mitglied, bildung, people } = town;
  const message = people.say(mitglied, bildung, 'Sehr lang. '.repeat(350));

  await people.messageShortcut(mitglied, message, 'input_from_message');

  const form = await modalOf(mitglied);
  expect(JSON.stringify(form.blocks)).toMatch(
    new RegExp(`…\\\\nhttps://${slack.team.domain}[^"]*p${message.ts.replace('.', '')}"`),
  );
});

test('a form sent to a slow store closes itself with the answer later, and has one effect', async () => {
  const { leitung, bildung, people, slack } = town;
  const form = await formOf(leitung, 'task.add', bildung.id);
  stall.by(SLACK_WAITS_MS);

  const sent = await people.submit(leitung, form, { text: 'Langsam' }, { copies: 2 });

  expect(sent.acks.map(({ status }) => status)).toEqual([200, 200]);
  expect(Math.max(...sent.acks.map(({ ms }) => ms))).toBeLessThan(SLACK_WAITS_MS);
  stall.by(0);
  await slack.until('the answer', () => {
    const view = slack.modalOf(leitung);
    return view && shown(view).includes('Es steht im Raum der Gruppe');
  });
  await town.settle();
  const cards = slack.messagesIn(bildung).filter((posted) => read(posted).includes('Langsam'));
  expect(cards).toHaveLength(1);
});

test('a refusal that comes late brings the form back with what was typed', async () => {
  const { leitung, bildung, people, slack } = town;
  const form = await formOf(leitung, 'task.add', bildung.id);
  stall.by(500);

  await people.submit(leitung, form, { text: 'Spät und falsch', who: [town.mitglied.id], by: '2026-12-01' });

  const view = await slack.until('the form again', () => {
    const now = slack.modalOf(leitung);
    return now && shown(now).includes('schon vorbei') ? now : null;
  });
  expect(JSON.stringify(view.blocks)).toContain('Spät und falsch');
  expect(JSON.stringify(view.blocks)).toContain('"initial_date":"2026-12-01"');
  expect(JSON.stringify(view.blocks)).toContain(`"initial_users":["${town.mitglied.id}"]`);
});

test('a form that cannot be read stays open, and says that it did not work', async () => {
  const { leitung, bildung, people, slack } = town;
  const form = await formOf(leitung, 'task.add', bildung.id);
  const values = { text: { value: { value: 'Unlesbar' } }, who: { value: { selected_users: 'U1' } } };

  const sent = await people.submit(
    leitung,
    form,
    { text: 'Unlesbar' },
    { override: { view: { ...form, state: { values } } } },
  );

  expect(JSON.stringify(sent.body)).toMatch(/"errors".*hat gerade nicht geklappt/);
  expect(slack.modalOf(leitung)).toBeTruthy();
});

test.each(['hash_conflict', 'not_found'])(
  'a form that was sent or closed while it was put into words (%s) is not apologised for',
  async (error) => {
    const { vorsitz, people, slack } = town;
    await people.slash(vorsitz, town.bildung, '/ich', `sprache ${error === 'not_found' ? 'de' : 'en'}`);
    await town.settle();
    const told = () => slack.ephemeralsFor(vorsitz).length + slack.directMessages(vorsitz).length;
    const before = told();
    slack.faults.fail('views.update', error);

    await people.shortcut(vorsitz, 'mitwirk');
    await town.settle();

    expect(slack.callsOf('views.update').at(-1)?.error).toBe(error);
    expect(told()).toBe(before);
    expect(slack.modalOf(vorsitz)).toBeTruthy();
  },
);

test('a form that Slack would no longer open is apologised for', async () => {
  const { leitung, bildung, people, slack } = town;
  slack.faults.fail('views.open', 'expired_trigger_id');
  const message = people.say(leitung, bildung, 'Zu spät gedrückt');

  await people.messageShortcut(leitung, message, 'task_from_message');

  await slack.until('the apology', () =>
    slack.ephemeralsFor(leitung).some((posted) => read(posted).includes('nicht mehr öffnen')),
  );
});

test.each(['exchanged_trigger_id', 'invalid_trigger_id', 'ratelimited'])(
  'a form that Slack does not open (%s) is apologised for, too',
  async (error) => {
    const { leitung, bildung, people, slack } = town;
    const before = slack.ephemeralsFor(leitung).length;
    if (error === 'ratelimited') slack.faults.rateLimit('views.open', 5);
    else slack.faults.fail('views.open', error);

    await people.messageShortcut(leitung, people.say(leitung, bildung, 'Zu spät'), 'task_from_message');

    const apology = await slack.until('the apology', () => slack.ephemeralsFor(leitung)[before]);
    expect(read(apology)).toContain('noch einmal');
  },
);

test('a trigger that has grown too old opens nothing and is apologised for', async () => {
  const { leitung, bildung, people, slack } = town;
  const message = people.say(leitung, bildung, 'Langsame Leitung');
  const before = slack.ephemeralsFor(leitung).length;
  const trigger_id = slack.slack.tickets.issueTrigger({ team: slack.team, user: leitung.id, view: null });
  slack.clock.advance(3_100);

  await people.messageShortcut(leitung, message, 'task_from_message', { override: { trigger_id } });

  await slack.until('the apology', () => slack.ephemeralsFor(leitung).length === before + 1);
  expect(slack.callsOf('views.open').at(-1)?.error).toBe('expired_trigger_id');
});

test('a form sent twice at the same moment has one effect, and both are answered alike', async () => {
  const { leitung, bildung, people, slack } = town;
  const form = await formOf(leitung, 'task.add', bildung.id);

  const sent = await people.submit(leitung, form, { text: 'Zweimal gesendet' }, { copies: 2 });
  await town.settle();

  expect(sent.acks.map(({ body }) => body)).toEqual([{ response_action: 'clear' }, { response_action: 'clear' }]);
  expect(slack.messagesIn(bildung).filter((posted) => read(posted).includes('Zweimal gesendet'))).toHaveLength(1);
});

test('while Slack cannot say who is named, the form stays open with word of it', async () => {
  const { leitung, bildung, people, slack } = town;
  const neu = slack.team.addUser('neu', { displayName: 'Neu' });
  const form = await formOf(leitung, 'task.add', bildung.id);
  slack.faults.rateLimit('users.info', 30);

  const sent = await people.submit(leitung, form, { text: 'Besuch', who: [neu.id] });

  expect(sent.body).toMatchObject({ response_action: 'errors' });
  expect(JSON.stringify(sent.body)).toContain('Slack antwortet gerade nicht');
});

test('the bot is not taken for a person', async () => {
  const { koordination, bildung, people, slack } = town;
  const form = await formOf(koordination, 'group.add', bildung.id);
  const values = { who: [slack.team.bot.id] };

  const sent = await people.submit(koordination, form, values);

  expect(sent.body).toMatchObject({ response_action: 'errors' });
  expect(JSON.stringify(sent.body)).toContain('ist keine Person, die hier angemeldet ist');
});

test('opening is the first thing Slack is asked for, whatever the store does', async () => {
  const { vorsitz, people, slack } = town;
  stall.by(2_000);
  const before = slack.calls.length;

  await people.shortcut(vorsitz, 'mitwirk');
  await modalOf(vorsitz);

  expect(slack.calls.slice(before).map(({ method }) => method)).toEqual(['views.open']);
});

test('whoever has chosen English gets the form in English', async () => {
  const { mitglied, people, slack } = town;
  await people.slash(mitglied, town.bildung, '/ich', 'sprache en');
  await town.settle();

  await people.shortcut(mitglied, 'mitwirk');

  await slack.until('English', () => {
    const view = slack.modalOf(mitglied);
    return view && shown(view).includes('What would you like to do?');
  });
});

test('every command has a form that Slack takes', async () => {
  const { koordination, bildung, people, slack } = town;
  const refused = slack.calls.filter(({ method, error }) => method.startsWith('views.') && error !== null);
  for (const { code } of town.bot.commands('de')) {
    const form = await formOf(koordination, code, bildung.id);
    await people.close(koordination, form);
  }
  expect(slack.calls.filter(({ method, error }) => method.startsWith('views.') && error !== null)).toEqual(refused);
});
