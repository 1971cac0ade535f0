/** Cards are posted and changed in place, each once and whole, in the order in which they were handed over. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/domain/ids.ts';
import type { Card } from '../../../src/message/model.ts';
import { ChatError } from '../../../src/ports/chat.ts';
import { leaseOf, underLease } from '../../../src/ports/leases.ts';
import { about, cardOf, longCard, marksIn, marksOf, paragraph, saying } from './cards.ts';
import { type ChatStage, staged } from './stage.ts';

export function messageContract(open: () => Promise<ChatStage>): void {
  const on = staged(open);

  const post = (card: Card, own = on.key, again = false) => on.stage.chat.post(on.stage.room, card, own, again);
  const shown = () => on.stage.shown(on.stage.room);
  /** The messages that have been posted since `before`, which is how many there were. */
  const since = async (before: number) => (await shown()).slice(before);

  test.each(['room', 'person', 'otherRoom'] as const)('a card arrives at a %s, and nowhere else', async (where) => {
    await on.stage.chat.post(on.stage[where], saying(`Für ${where}`), on.key, false);

    for (const there of ['room', 'person', 'otherRoom'] as const) {
      expect(about(`Für ${where}`, await on.stage.shown(on.stage[there]))).toHaveLength(there === where ? 1 : 0);
    }
  });

  test('every part of a card can be read, in order, by sight and by ear', async () => {
    const text = (words: string) => [{ t: 'text', text: words }] as const;
    const parts = ['Titel1', 'Kopf2', 'Absatz3', 'Punkt4', 'Punkt5', 'Feld6', 'Wert7', 'Zitat8', 'Balken9'];
    const card = cardOf(
      [
        { n: 'heading', text: 'Kopf2' },
        paragraph('Absatz3'),
        { n: 'list', items: [text('Punkt4'), text('Punkt5')] },
        { n: 'fields', items: [{ label: 'Feld6', value: text('Wert7') }] },
        { n: 'divider' },
        { n: 'quote', text: text('Zitat8') },
        { n: 'progress', label: 'Balken9', done: 1, total: 2 },
      ],
      'Titel1',
    );

    await post(card);

    const [message] = about('Titel1', await shown());
    for (const form of [message?.text, message?.spoken]) {
      expect(form?.match(/(Titel|Kopf|Absatz|Punkt|Feld|Wert|Zitat|Balken)\d/g)).toEqual(parts);
    }
  });

  test('an edit changes the message where it stands, and leaves its neighbours alone', async () => {
    const before = (await shown()).length;
    await post(saying('Davor'), `${on.key} a`);
    const id = await post(saying('Alt'), `${on.key} b`);
    await post(saying('Danach'), `${on.key} c`);

    await on.stage.chat.edit(on.stage.room, id, saying('Neu'), `${on.key} edit`);

    const texts = (await since(before)).map(({ text }) => text.trim());
    expect(texts).toEqual(['Davor', 'Neu', 'Danach']);
  });

  test('edits handed over at once leave the last', async () => {
    const id = await post(saying(`Anfang ${on.key}`));
    const before = (await shown()).length;

    const states = [
      longCard(`E${on.number}x`, 30),
      saying('Stand 2'),
      longCard(`F${on.number}x`, 20),
      saying('Stand 4'),
    ];
    await Promise.all(states.map((card, n) => on.stage.chat.edit(on.stage.room, id, card, `${on.key} edit ${n}`)));

    expect(await since(before)).toEqual([]);
    expect(about('Stand', await shown()).map(({ text }) => text.trim())).toEqual(['Stand 4']);
    expect(marksIn(await shown()).filter((mark) => /^§[EF]/.test(mark))).toEqual([]);
  });

  test('what is not there cannot be edited', async () => {
    const id = await post(saying('Als Vorlage der Kennung'));
    const unknown = id.replaceAll(/\d/g, '0');

    const edit = on.stage.chat.edit(on.stage.room, unknown, saying('Ins Leere'), on.key);

    await edit.catch(() => undefined);
    expect(about('Ins Leere', await shown())).toEqual([]);
  });

  test('the same key posts once, one after the other and at once', async () => {
    const card = longCard(`W${on.number}x`, 12);
    const first = await post(card);
    const second = await post(card, on.key, true);
    const [third, fourth] = await Promise.all([
      post(saying('Zugleich'), `${on.key} 2`),
      post(saying('Zugleich'), `${on.key} 2`, true),
    ]);

    expect(second).toBe(first);
    expect(fourth).toBe(third);
    expect(marksIn(await shown()).filter((mark) => mark.startsWith(`§W${on.number}x`))).toEqual(
      marksOf(`W${on.number}x`, 12),
    );
    expect(about('Zugleich', await shown())).toHaveLength(1);
  });

  test('another key posts again, however alike the cards are', async () => {
    const first = await post(saying('Zweimal dasselbe'), `${on.key} 1`);
    const second = await post(saying('Zweimal dasselbe'), `${on.key} 2`);

    expect(second).not.toBe(first);
    expect(about('Zweimal dasselbe', await shown())).toHaveLength(2);
  });

  test('a post whose answer was lost may be tried again, and stands there once', async () => {
    on.stage.loseAnswer(0);
    const failure = await post(saying('Antwort verloren')).catch((error: unknown) => error);
    on.stage.keepAnswers();
    const id = await post(saying('Antwort verloren'), on.key, true);

    expect(failure).toBeInstanceOf(Error);
    expect(failure instanceof ChatError ? failure.retryAfterMs : 'whenever').not.toBeNull();
    expect(about('Antwort verloren', await shown())).toHaveLength(1);
    await on.stage.chat.edit(on.stage.room, id, saying('Antwort gefunden'), `${on.key} edit`);
    expect(about('Antwort verloren', await shown())).toEqual([]);
    expect(about('Antwort gefunden', await shown())).toHaveLength(1);
  });

  test('an edit whose answer was lost may be tried again, and stands there once', async () => {
    const id = await post(saying('Vor dem Verlust'));
    on.stage.loseAnswer(0);
    const edit = () => on.stage.chat.edit(on.stage.room, id, saying('Nach dem Verlust'), `${on.key} edit`);

    await edit().catch(() => undefined);
    await edit();

    expect(about('Vor dem Verlust', await shown())).toEqual([]);
    expect(about('Nach dem Verlust', await shown())).toHaveLength(1);
  });

  test('a long card is finished where a lost answer had cut it off', async () => {
    const [name, paragraphs] = [`L${on.number}x`, 40];
    on.stage.loseAnswer(1);
    await post(longCard(name, paragraphs)).catch(() => undefined);
    on.stage.keepAnswers();
    await post(longCard(name, paragraphs), on.key, true);

    const found = marksIn(await shown()).filter((mark) => mark.startsWith(`§${name}`));
    expect(found).toEqual(marksOf(name, paragraphs));
  });

  test('a text without a gap arrives whole, and no letter is cut in two', async () => {
    const text = `Anfang${'👩‍🌾äß'.repeat(2_500)}Ende`;

    const before = (await shown()).length;
    await post(saying(text));

    const messages = await since(before);
    expect(messages.map((message) => message.text.replaceAll('\n', '')).join('')).toBe(text);
    expect(messages.filter((message) => !message.text.isWellFormed())).toEqual([]);
  });

  test('a card that becomes shorter says nothing more of what it said', async () => {
    const id = await post(longCard(`K${on.number}x`, 40));

    await on.stage.chat.edit(on.stage.room, id, saying(`Kurz ${on.key}`), `${on.key} edit`);

    expect(marksIn(await shown()).filter((mark) => mark.startsWith(`§K${on.number}x`))).toEqual([]);
    expect(about(`Kurz ${on.key}`, await shown())).toHaveLength(1);
  });

  test.each(['room', 'person'] as const)(
    'cards handed over to a %s without waiting stand in that order, none within another',
    async (where) => {
      const before = (await on.stage.shown(on.stage[where])).length;
      const names = [`A${on.number}x`, `B${on.number}x`, `C${on.number}x`, `D${on.number}x`];
      const sizes = [30, 1, 30, 1];

      await Promise.all(
        names.map((name, n) =>
          on.stage.chat.post(on.stage[where], longCard(name, sizes[n] ?? 1), `${on.key} ${name}`, false),
        ),
      );

      const posted = (await on.stage.shown(on.stage[where])).slice(before);
      expect(marksIn(posted)).toEqual(names.flatMap((name, n) => marksOf(name, sizes[n] ?? 1)));
    },
  );

  test('what was handed over first stands first, however long the look at its lease takes', async () => {
    const before = (await shown()).length;
    const slow = leaseOf(async () => {
      await sleep(100);
      return true;
    });
    const first = underLease(slow, () => post(saying('Zuerst gesagt'), `${on.key} 1`));
    const second = post(saying('Danach gesagt'), `${on.key} 2`);
    await Promise.all([first, second]);

    expect((await since(before)).map(({ text }) => text.trim())).toEqual(['Zuerst gesagt', 'Danach gesagt']);
  });

  const NASTY = [
    '<!channel> <!here> <@U0001> <#C0001> @room @here @channel',
    '*fett* _kursiv_ ~weg~ `code` ~~weg~~ **fett** > Zitat',
    '[gut](https://boese.example) <https://boese.example|gut> <a href="https://boese.example">gut</a>',
    'Bürger*innen & Migrant*innen &lt;b&gt; &amp;amp; <b>x</b> <img src="https://boese.example/x.png">',
  ];
  const text = (words: string) => [{ t: 'text', text: words }] as const;
  const places: Readonly<Record<string, (words: string) => Card>> = {
    'a title': (words) => cardOf([paragraph('Darunter')], words),
    'a heading': (words) => cardOf([{ n: 'heading', text: words }, paragraph('Darunter')]),
    'a sentence': saying,
    'a warning': (words) => cardOf([{ n: 'paragraph', tone: 'warning', text: text(words) }]),
    'a muted sentence': (words) => cardOf([{ n: 'paragraph', tone: 'muted', text: text(words) }]),
    'bold words': (words) => cardOf([{ n: 'paragraph', text: [{ t: 'text', text: words, style: 'bold' }] }]),
    'a quote': (words) => cardOf([{ n: 'quote', text: text(words) }]),
    'a list': (words) => cardOf([{ n: 'list', items: [text(words), text('zwei')] }]),
    'the name of a field': (words) => cardOf([{ n: 'fields', items: [{ label: words, value: text('Wert') }] }]),
    'the value of a field': (words) => cardOf([{ n: 'fields', items: [{ label: 'Feld', value: text(words) }] }]),
    'somebody’s name': (words) =>
      cardOf([{ n: 'paragraph', text: [{ t: 'person', id: 1 as PersonId, name: words }] }], '', 'ping'),
    'the words of a bar': (words) => cardOf([{ n: 'progress', label: words, done: 1, total: 2 }]),
    'a card that calls': (words) => cardOf([paragraph(words)], 'Hinweis', 'ping'),
  };

  test.each(Object.keys(places))('what a person wrote is never markup: in %s', async (place) => {
    for (const [n, words] of NASTY.entries()) {
      const before = (await shown()).length;
      const id = await post((places[place] ?? saying)(words), `${on.key} ${n}`);
      const posted = await since(before);
      await on.stage.chat.edit(on.stage.room, id, (places[place] ?? saying)(`${words}!`), `${on.key} ${n} edit`);
      const edited = await since(before);

      for (const [messages, said] of [
        [posted, words],
        [edited, `${words}!`],
      ] as const) {
        expect(messages.map((message) => message.text).join('\n')).toContain(said);
        expect(messages.map((message) => message.spoken).join('\n')).toContain(said);
        expect(messages.flatMap(({ live }) => live)).toEqual([]);
        expect(messages.flatMap(({ notifies }) => notifies)).toEqual([]);
      }
    }
  });

  test('a link that the card has is one', async () => {
    const before = (await shown()).length;
    const link = { t: 'link', url: 'https://gut.example/a?b=1&c=2', text: 'hier <b>' } as const;
    await post(cardOf([{ n: 'paragraph', text: [{ t: 'text', text: 'Siehe ' }, link] }]));

    const [message] = await since(before);
    expect(message?.live).toEqual([link.url]);
    expect(message?.text).toContain('hier <b>');
  });
}
