/** One event, one effect, one answer: however often it arrives, and whatever goes wrong. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { plainLines } from '../../../src/message/plain.ts';
import type { Answer } from '../../../src/ports/inbound.ts';
import { type Store, StoreUnavailable } from '../../../src/ports/store.ts';
import { createTestApp, inbound, setUpProcess, type TestApp, withParts } from '../../support/apps.ts';
import { contentsOf } from '../../support/database/rowCounts.ts';
import { eachStore } from '../../support/database.ts';
import { createFakeChat } from '../../support/fakeChat.ts';

const textOf = (answer: Answer) => (answer.card ? plainLines(answer.card).join('\n') : null);

eachStore('events', (suite) => {
  let store: Store;
  let app: TestApp;
  let chat: ReturnType<typeof createFakeChat>;

  beforeAll(async () => {
    store = createStore(suite.database.pool);
    chat = createFakeChat();
    app = createTestApp(store, chat.chat);
    await setUpProcess(app, 'a');
  });

  const contents = () => contentsOf(suite.database.pool);
  const tasks = async () => {
    const { rows } = await suite.database.pool.query('select text from mitwirk.tasks order by number');
    return rows.map((row: { text: string }) => row.text);
  };

  describe('the same event', () => {
    test('again has no second effect and gets the same answer', async () => {
      const first = await app.says('leitung-a@dm', '/aufgabe neu Einmal', 'again');
      await app.settle();
      const before = await contents();

      const second = await app.says('leitung-a@dm', '/aufgabe neu Einmal', 'again');
      await app.settle();

      expect(textOf(first)).toContain('A-1');
      expect(second).toEqual(first);
      expect(await contents()).toEqual(before);
    });

    test('many times at once has one effect, and everybody the same answer', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => app.says('leitung-a@dm', '/aufgabe neu Zugleich', 'at once')),
      );
      await app.settle();

      expect(new Set(answers.map(textOf)).size).toBe(1);
      expect(textOf(answers[0] as Answer)).toContain('A-2');
      expect((await tasks()).filter((text) => text === 'Zugleich')).toHaveLength(1);
      expect(chat.given.filter(({ to, text }) => to === 'ag-a' && text.includes('Zugleich'))).toHaveLength(1);
    });

    test('from two instances at once has one effect', async () => {
      const other = createTestApp(createStore(suite.database.pool), chat.chat);
      const answers = await Promise.all([
        app.says('leitung-a@dm', '/aufgabe neu Doppelt', 'two instances'),
        other.says('leitung-a@dm', '/aufgabe neu Doppelt', 'two instances'),
      ]);
      await Promise.all([app.settle(), other.settle()]);

      expect(textOf(answers[0])).toEqual(textOf(answers[1]));
      expect((await tasks()).filter((text) => text === 'Doppelt')).toHaveLength(1);
    });

    test('is told apart by its platform', async () => {
      const event = inbound('leitung-a@dm', '/mitwirk stand', 'again');

      expect(textOf(await app.handle({ ...event, platform: 'elsewhere' }))).toContain('Ich bin bereit');
    });
  });

  describe('a refusal', () => {
    test.each([
      ['leitung-a@ag-a', '/aufgabe neu Kurse bis Sankt Nimmerlein'],
      ['leitung-a@ag-a', '/aufgabe erledigt A-99'],
      ['leitung-a@ag-a', '/gruppe aufnehmen @mitglied-a als Leitung'],
      ['koordination-a@ag-a', '/gruppe aufnehmen @mitglied-a @niemand-a als Leitung'],
      ['koordination-a@ag-a', '/gruppe entfernen @mitglied-a @vorsitz-a'],
      ['koordination-a@ag-a', '/prozess setzen region Mond'],
      ['koordination-a@dm', '/ich löschen bestätigen'],
      ['neu-hier@nirgends', '/gruppe aufnehmen @mitglied-a'],
      ['neu-hier@dm', 'Guten Tag!'],
    ])('of %s «%s» changes nothing at all', async (speaker, text) => {
      const before = await contents();

      const answer = await app.says(speaker, text);
      await app.settle();

      expect(answer.refused).not.toBeNull();
      expect(answer.card).not.toBeNull();
      expect(await contents()).toEqual(before);
    });

    test('is judged anew when the event comes again: what was missing may be there by then', async () => {
      const refused = await app.says('leitung-a@ag-a', '/gruppe aufnehmen @spaeter-a', 'later');
      await app.introduce('local', {
        externalId: 'spaeter-a',
        origin: 'local',
        handle: 'spaeter-a',
        name: 'spaeter-a',
      });
      const accepted = await app.says('leitung-a@ag-a', '/gruppe aufnehmen @spaeter-a', 'later');

      expect(refused.refused?.code).toBe('person.unknown');
      expect(accepted).toEqual({ card: null, refused: null });
    });
  });

  describe('a fault', () => {
    function faulty(): TestApp {
      const broken = withParts(store, (tx) => ({
        audit: {
          ...tx.audit,
          append: () => Promise.reject(new TypeError('a mistake in the code')),
        },
      }));
      return createTestApp(broken, chat.chat);
    }

    test('is answered with a reference that is in the log too, and nothing else', async () => {
      const broken = faulty();

      const answer = await broken.says('leitung-a@ag-a', '/aufgabe neu Geht schief');
      await broken.settle();

      const [logged] = broken.errors;
      expect(broken.errors).toHaveLength(1);
      expect(logged?.error).toBeInstanceOf(TypeError);
      expect(logged?.fields.reference).toMatch(/^[0-9A-F]{6}$/);
      expect(textOf(answer)).toContain(String(logged?.fields.reference));
      expect(textOf(answer)).not.toContain('mistake');
      expect(answer.refused).toEqual({ code: 'fault', field: null });
    });

    test('changes nothing, and the same event may be tried again', async () => {
      const before = await contents();

      await faulty().says('leitung-a@ag-a', '/aufgabe neu Beim zweiten Mal', 'retried');
      expect(await contents()).toEqual(before);

      const answer = await app.says('leitung-a@ag-a', '/aufgabe neu Beim zweiten Mal', 'retried');
      expect(answer.refused).toBeNull();
      expect(await tasks()).toContain('Beim zweiten Mal');
    });
  });

  describe('a store that goes away', () => {
    const lost = () => new StoreUnavailable(new Error('Connection terminated unexpectedly'));

    /** Fails each time that is asked for, before or after it has committed. */
    function losing(times: number, when: 'before' | 'after'): TestApp {
      let left = times;
      return createTestApp(
        {
          ...store,
          async transaction(work) {
            const fails = left > 0;
            left -= 1;
            if (fails && when === 'before') throw lost();
            const result = await store.transaction(work);
            if (fails) throw lost();
            return result;
          },
        },
        chat.chat,
      );
    }

    test.each(['before', 'after'] as const)('for a moment, %s it has committed, is not noticed', async (when) => {
      const text = `Unbemerkt ${when}`;

      const answer = await losing(1, when).says('leitung-a@ag-a', `/aufgabe neu ${text}`);

      expect(answer.refused).toBeNull();
      expect((await tasks()).filter((task) => task === text)).toHaveLength(1);
    });

    test('for longer, is told without saying that nothing was done', async () => {
      const away = losing(9, 'before');

      const answer = await away.says('leitung-a@ag-a', '/aufgabe neu Vergebens');
      await away.settle();

      expect(answer.refused).toEqual({ code: 'fault', field: null });
      expect(textOf(answer)).toContain('Ich komme gerade nicht an meine Daten.');
      expect(textOf(answer)).toContain(String(away.errors[0]?.fields.reference));
    });
  });

  describe('characters no store keeps', () => {
    test('are left out of what is said and of names', async () => {
      const strange = 'Strange\0 \ud800 \u001b[31mred\u001b[0m\r\nline';
      const event = inbound('leitung-a@ag-a', `/aufgabe neu ${strange}`);

      const answer = await app.handle({ ...event, sender: { ...event.sender, name: 'Le\0itung' } });
      await app.settle();

      expect(answer.refused).toBeNull();
      expect((await tasks()).at(-1)).toBe('Strange \ufffd [31mred[0m\nline');
    });
  });
});
