/** What goes out to Slack: once, in order, at the pace Slack allows, and never lost. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
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
const saying = (words: string) => town.slack.messagesIn(town.bildung).filter((posted) => read(posted).includes(words));
const task = (words: string) => town.say(town.leitung, town.bildung, '/aufgabe', `neu ${words}`);

test('a post whose answer was lost is recognised and not sent again', async () => {
  town.slack.faults.dropConnection('chat.postMessage', 'after');

  await task('Antwort verloren');
  expect(saying('Antwort verloren')).toHaveLength(1);
  await town.moveTo('2027-01-11T09:05');

  expect(saying('Antwort verloren')).toHaveLength(1);
  const card = newest(saying('Antwort verloren'), 'A-', read);
  await town.people.press(town.leitung, card, 'Erledigt');
  await town.settle();
  expect(read(card)).toContain('erledigt');
});

test('a post that never arrived is sent when the outage is over', async () => {
  town.slack.faults.dropConnection('chat.postMessage', 'before');

  await task('Netz weg');
  expect(saying('Netz weg')).toHaveLength(0);
  await town.moveTo('2027-01-11T09:10');

  expect(saying('Netz weg')).toHaveLength(1);
});

test('a rate limit of one channel is kept to the second and delays no other', async () => {
  const { slack, bildung, steuerung, koordination } = town;
  slack.faults.rateLimit(bildung.id, 30);

  await task('Gebremst');
  await town.say(koordination, steuerung, '/gruppe', `aufnehmen <@${town.mitglied.id}> art Ehrenamt`);

  expect(slack.messagesIn(steuerung).filter((posted) => read(posted).includes('Ehrenamt'))).toHaveLength(1);
  expect(saying('Gebremst')).toHaveLength(0);
  await town.pass(29);
  expect(saying('Gebremst')).toHaveLength(0);
  await town.pass(1);
  expect(saying('Gebremst')).toHaveLength(1);
  expect(slack.callsOf('conversations.history')).toHaveLength(2);
});

test('after a restart, what Slack had refused for the moment is still sent', async () => {
  town.slack.faults.failHttp('chat.postMessage', 503, 1);
  await task('Neustart');
  expect(saying('Neustart')).toHaveLength(0);

  await town.stage.restart();
  await town.moveTo('2027-01-11T09:15');

  expect(saying('Neustart')).toHaveLength(1);
});

test('a message that Slack will never take is given up and told to nobody twice', async () => {
  town.slack.faults.fail('chat.postMessage', 'invalid_blocks', 1);
  await task('Unmöglich');
  await town.moveTo('2027-01-11T12:00');

  expect(saying('Unmöglich')).toHaveLength(0);
  await task('Danach');
  expect(saying('Danach')).toHaveLength(1);
});

test('a card is changed in place, and the last state arrives', async () => {
  await task('Hin und her');
  const [card] = saying('Hin und her');
  if (!card) throw new Error('no card');
  const before = town.slack.messagesIn(town.bildung).length;

  for (const label of ['Erledigt', 'Wieder öffnen', 'Erledigt']) {
    await town.stage.people.press(town.leitung, card, label);
    await town.settle();
  }

  expect(read(card)).toContain('erledigt');
  expect(town.slack.messagesIn(town.bildung)).toHaveLength(before);
});

test('nothing a person types can mention, link or shout', async () => {
  const nasty = '<!channel> <!here> @here <@U1> <#C1> <https://boese.example|gut> *fett* `code` & <b>';
  const raw = nasty.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await task(`"${raw}"`);
  await town.settle();

  const [card] = saying('boese.example');
  if (!card) throw new Error('no card');
  expect(read(card)).toContain(nasty);
  expect(town.slack.pings(card)).toEqual({ users: [], broadcasts: [], usergroups: [], channels: [], links: [] });
  expect(town.slack.spokenText(card)).toContain('<!channel>');
});

test('a long card goes on in its thread, and is finished where a crash had cut it off', async () => {
  const { slack, bildung, stage } = town;
  const paragraph = (n: number) =>
    ({ n: 'paragraph', text: [{ t: 'text', text: `Absatz ${n}. `.repeat(100) }] }) as const;
  const card = { title: 'Langer Bericht', body: [1, 2, 3, 4, 5, 6, 7, 8].map(paragraph), attention: 'quiet' } as const;
  const target = { kind: 'room', externalId: `${slack.team.id}:${bildung.id}` } as const;
  const pages = () => slack.messagesIn(bildung).filter((posted) => read(posted).includes('Absatz'));
  const [first] = pages();
  expect(first).toBeUndefined();
  const posts = () => slack.callsOf('chat.postMessage').length;
  const before = posts();
  slack.faults.delay('chat.postMessage', 300, 2);

  const failing = stage.chat.post(target, card, 'long', false);
  await slack.until('the first page', () => pages().length === 1);
  slack.faults.dropConnection('chat.postMessage', 'after');
  await expect(failing).rejects.toThrow();
  const id = await stage.chat.post(target, card, 'long', true);

  expect(pages().length).toBeGreaterThan(1);
  expect(posts() - before).toBe(pages().length);
  expect(new Set(pages().map(({ message }) => message.thread_ts ?? message.ts)).size).toBe(1);
  expect(id.split(' ')).toEqual(pages().map(({ ts }) => ts));
  expect(pages().map(read).join('')).toContain('Absatz 8.');
});

test('a card that was short for a while tells that there is more, where its pages are gone', async () => {
  const { slack, bildung, stage } = town;
  const paragraph = (words: string) => ({ n: 'paragraph', text: [{ t: 'text', text: words }] }) as const;
  const long = [1, 2, 3].map((n) => paragraph(`Teil ${n} hier. `.repeat(150)));
  const card = (body: readonly ReturnType<typeof paragraph>[]) => ({ title: '', body, attention: 'quiet' }) as const;
  const target = { kind: 'room', externalId: `${slack.team.id}:${bildung.id}` } as const;
  const id = await stage.chat.post(target, card(long), 'shrinks', false);

  await stage.chat.edit(target, id, card([paragraph('Ganz kurz')]), 'shorter');
  expect(saying('Ganz kurz')).toHaveLength(1);
  await stage.chat.edit(target, id, card(long), 'longer');

  const [first, ...others] = saying('Teil');
  expect(others).toEqual([]);
  expect(first && read(first)).toContain('weitere Seiten');
});

test('without leave to look, a message that may have arrived is sent again rather than lost', async () => {
  const { slack, bildung, stage } = town;
  const card = {
    title: '',
    body: [{ n: 'paragraph', text: [{ t: 'text', text: 'Ungewiss' }] }],
    attention: 'quiet',
  } as const;
  const target = { kind: 'room', externalId: `${slack.team.id}:${bildung.id}` } as const;
  slack.faults.fail('conversations.history', 'missing_scope');

  await stage.chat.post(target, card, 'uncertain', true);

  expect(saying('Ungewiss')).toHaveLength(1);
});

describe('a post that Slack refuses and then may have taken', () => {
  const paragraph = (words: string) => ({ n: 'paragraph', text: [{ t: 'text', text: words }] }) as const;
  const short = (words: string) => ({ title: '', body: [paragraph(words)], attention: 'quiet' }) as const;
  const room = () => ({ kind: 'room', externalId: `${town.slack.team.id}:${town.bildung.id}` }) as const;

  test('is looked for, though it was refused before', async () => {
    const { slack, stage } = town;
    slack.faults.rateLimit('chat.postMessage', 1);
    await expect(stage.chat.post(room(), short('Erst gebremst'), 'braked', false)).rejects.toThrow();
    slack.faults.dropConnection('chat.postMessage', 'after');
    await expect(stage.chat.post(room(), short('Erst gebremst'), 'braked', true)).rejects.toThrow();

    await stage.chat.post(room(), short('Erst gebremst'), 'braked', true);

    expect(saying('Erst gebremst')).toHaveLength(1);
  });

  test('is looked for again, when Slack did not let the app look', async () => {
    const { slack, stage } = town;
    slack.faults.dropConnection('chat.postMessage', 'after');
    await expect(stage.chat.post(room(), short('Blick verwehrt'), 'unseen', false)).rejects.toThrow();
    slack.faults.rateLimit('conversations.history', 1);
    await expect(stage.chat.post(room(), short('Blick verwehrt'), 'unseen', true)).rejects.toThrow();

    await stage.chat.post(room(), short('Blick verwehrt'), 'unseen', true);

    expect(saying('Blick verwehrt')).toHaveLength(1);
  });

  test('page by page keeps the pages that are there', async () => {
    const { slack, stage } = town;
    const card = {
      title: '',
      body: [1, 2].map((n) => paragraph(`Seite ${n} folgt. `.repeat(150))),
      attention: 'quiet',
    };
    slack.faults.letPass('chat.postMessage');
    slack.faults.rateLimit('chat.postMessage', 1);
    await expect(stage.chat.post(room(), card as never, 'pages', false)).rejects.toThrow();
    expect(saying('folgt')).toHaveLength(1);

    await stage.chat.post(room(), card as never, 'pages', true);

    expect(saying('Seite 1 folgt')).toHaveLength(1);
    expect(saying('Seite 2 folgt')).toHaveLength(1);
  });

  test('twice at once is sent once: a slow try goes on when it was given up', async () => {
    const { slack, stage } = town;
    slack.faults.delay('chat.postMessage', 300, 1);
    // It need not even be looked for.
    slack.faults.fail('conversations.history', 'missing_scope');

    const first = stage.chat.post(room(), short('Langsam gesendet'), 'slow', false);
    const second = stage.chat.post(room(), short('Langsam gesendet'), 'slow', true);

    expect(await first).toBe(await second);
    expect(saying('Langsam gesendet')).toHaveLength(1);
  });
});
