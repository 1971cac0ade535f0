/** What is read out of a message: the command, who is mentioned, and what of it the person wrote themselves. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandIn, ownWords } from '../../../../adapters/matrix/receive/addressed.ts';
import { readMentions } from '../../../../adapters/matrix/receive/mentions.ts';
import { emptyState, type RoomState } from '../../../../adapters/matrix/rooms/state.ts';
import { MessageContent } from '../../../../adapters/matrix/schema.ts';
import { emojiKey } from '../../../../adapters/matrix/send/emoji.ts';

const BOT = '@mitwirk:example.org';
const names = ['mitwirk:example.org', 'Mitwirk Bot', 'mitwirk'];
const room = { botId: BOT, botNames: names, direct: false };
const direct = { ...room, direct: true };

function message(body: string, more: object = {}): MessageContent {
  return MessageContent.parse({ msgtype: 'm.text', body, ...more });
}

const mentioned = { 'm.mentions': { user_ids: [BOT] } };

describe('a command', () => {
  test.each([
    ['!aufgabe liste', {}, '!aufgabe liste'],
    ['  /vote yes B-3 ', {}, '/vote yes B-3'],
    ['Das ist wichtig!', {}, null],
    ['!!! Achtung', {}, null],
    ['/', {}, null],
    ['Mitwirk Bot: aufgabe neu Text', mentioned, '!aufgabe neu Text'],
    ['@mitwirk:example.org, !aufgabe liste', mentioned, '!aufgabe liste'],
    ['mitwirk', mentioned, '!mitwirk'],
    ['Danke, Mitwirk Bot!', mentioned, null],
    ['mitwirken ist schön', mentioned, null],
    ['mitwirk: aufgabe liste', {}, null],
    ['@mitwirk aufgabe liste', {}, '!aufgabe liste'],
    ['@Mitwirk Bot: aufgabe liste', {}, '!aufgabe liste'],
    ['@mitwirk:example.org aufgabe liste', {}, '!aufgabe liste'],
    ['@mitwirkende kommen am Montag', {}, null],
    ['@mitglied bitte an @mitwirk denken', {}, null],
  ])('in a room: %s', (body, more, command) => {
    expect(commandIn(body, message(body, more), room)).toBe(command);
  });

  test.each([
    ['aufgabe liste', 'aufgabe liste'],
    ['Ich kann am Montag nicht', 'Ich kann am Montag nicht'],
    ['Mitwirk: hilfe', 'hilfe'],
    ['   ', null],
  ])('in a direct chat: %s', (body, command) => {
    expect(commandIn(body, message(body), direct)).toBe(command);
  });
});

test('the quotation that older clients put in front of a reply is not the person’s own', () => {
  const reply = { 'm.relates_to': { 'm.in_reply_to': { event_id: '$x' } } };

  expect(ownWords(message('> <@a:b> !aufgabe neu Fremdes\n> mehr\n\n!aufgabe', reply))).toBe('!aufgabe');
  expect(ownWords(message('> ein Zitat am Anfang'))).toBe('> ein Zitat am Anfang');
});

test.each([
  ['[@mitwirk:example.org](https://matrix.to/#/@mitwirk:example.org) aufgabe liste', '!aufgabe liste'],
  ['[Mitwirk Bot](https://matrix.to/#/%40mitwirk%3Aexample.org): aufgabe liste', '!aufgabe liste'],
  [
    '!x [Anna \\[AG\\]](<https://matrix.to/#/@leitung:example.org>) [siehe](https://example.org)',
    '!x Anna [AG] [siehe](https://example.org)',
  ],
])('a pill that a client on a phone writes as Markdown is a name: %s', (body, command) => {
  expect(commandIn(ownWords(message(body)), message(body, mentioned), room)).toBe(command);
});

describe('mentions', () => {
  const state: RoomState = emptyState();
  for (const [id, name] of [
    ['@vorsitz:example.org', 'Vorsitz'],
    ['@vorsitz:elsewhere.org', 'Vorsitz'],
    ['@leitung:example.org', 'Anna Leitung'],
    ['@odd=2fname:example.org', 'Odd'],
    [BOT, 'Mitwirk Bot'],
  ] as const) {
    state.members.set(id, { membership: 'join', name });
  }
  const read = (body: string, html?: string) =>
    readMentions(
      body,
      message(body, html === undefined ? {} : { format: 'org.matrix.custom.html', formatted_body: html }),
      {
        state,
        botId: BOT,
        name: (userId) => state.members.get(userId)?.name ?? userId,
      },
    );
  const meant = (result: ReturnType<typeof read>) => result.mentions.map(({ word, externalId }) => [word, externalId]);

  test('a pill names exactly its person, whatever it is labelled', () => {
    const pill = '<a href="https://matrix.to/#/%40leitung%3Aexample.org">Die &lt;Leitung&gt;</a>';

    const result = read('!aufgabe neu Text Die <Leitung> bis Freitag', `!aufgabe neu Text ${pill} bis Freitag`);

    expect(result.text).toBe('!aufgabe neu Text @leitung bis Freitag');
    expect(meant(result)).toEqual([['leitung', '@leitung:example.org']]);
  });

  test('a pill in the quotation of an older client is not the person’s own', () => {
    const pill = (at: string) => `<a href="https://matrix.to/#/@vorsitz:${at}.org">Vorsitz</a>`;

    const result = read(
      '!gruppe aufnehmen Vorsitz',
      `<mx-reply><blockquote>${pill('elsewhere')}<br>Hallo</blockquote></mx-reply>!gruppe aufnehmen ${pill('example')}`,
    );

    expect(meant(result)).toEqual([['vorsitz', '@vorsitz:example.org']]);
  });

  test('two people with one name are kept apart by their whole ids', () => {
    const html = ['example', 'elsewhere']
      .map((at) => `<a href='https://matrix.to/#/@vorsitz:${at}.org'>Vorsitz</a>`)
      .join(' ');

    const result = read('!gruppe aufnehmen Vorsitz Vorsitz', `!gruppe aufnehmen ${html}`);

    expect(result.text).toBe('!gruppe aufnehmen @vorsitz @vorsitz:elsewhere.org');
    expect(meant(result)).toEqual([
      ['vorsitz', '@vorsitz:example.org'],
      ['vorsitz:elsewhere.org', '@vorsitz:elsewhere.org'],
    ]);
  });

  test('an id with unusual characters gets a word that can be read', () => {
    const result = read('!x Odd', '!x <a href="https://matrix.to/#/@odd%3D2fname:example.org">Odd</a>');

    expect(result.text).toBe('!x @person-1');
    expect(meant(result)).toEqual([['person-1', '@odd=2fname:example.org']]);
  });

  test('a typed name stays as it is, with everybody in the room who is called so', () => {
    const { text, mentions } = read('!x @leitung, @Odd. @vorsitz @niemand mail@leitung.example');

    expect(text).toBe('!x @leitung, @Odd. @vorsitz @niemand mail@leitung.example');
    expect(mentions.map(({ word, externalId, origin, typed }) => [word, externalId, origin, typed])).toEqual([
      ['leitung', '@leitung:example.org', 'example.org', true],
      ['Odd', '@odd=2fname:example.org', 'example.org', true],
      ['vorsitz', '@vorsitz:example.org', 'example.org', true],
      ['vorsitz', '@vorsitz:elsewhere.org', 'elsewhere.org', true],
    ]);
  });

  test.each([
    ['@vorsitz:elsewhere.org', 'of somebody in the room'],
    ['@ule:town.example', 'of somebody who is not'],
    ['@ule:town.example:8448', 'with a port'],
  ])('a whole id, %s, %s, is a mention like a pill', (id) => {
    const [mention] = read(`!x ${id}: bitte`).mentions;

    expect(mention).toMatchObject({ externalId: id, origin: id.slice(id.indexOf(':') + 1) });
    expect(mention).not.toHaveProperty('typed');
  });

  test.each(['@10:30', '@ule:', '@ule:hier'])('%s is no whole id', (word) => {
    expect(read(`!x ${word}`).mentions).toEqual([]);
  });

  test('nothing else of a message is changed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((body) => !body.includes('@')),
        (body) => {
          expect(read(body, body)).toEqual({ text: body, mentions: [] });
        },
      ),
    );
  });
});

test('one emoji is one key, however a client writes it', () => {
  expect(new Set(['👍', '👍️', '👍🏽', '👍🏿'].map(emojiKey)).size).toBe(1);
  expect(emojiKey('✉️')).toBe(emojiKey('✉'));
  expect(emojiKey('👎')).not.toBe(emojiKey('👍'));
});
