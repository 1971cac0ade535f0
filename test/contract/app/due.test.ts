/** What falls due is done once, in time or as soon as it can be, and nothing faulty holds up the rest. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createStore } from '../../../adapters/postgres/store.ts';
import { createStandingClock } from '../../../src/main/clock.ts';
import type { Store } from '../../../src/ports/store.ts';
import { at, createTestApp, setUpProcess, type TestApp, withParts } from '../../support/apps.ts';
import { eachStore } from '../../support/database.ts';
import { createFakeChat } from '../../support/fakeChat.ts';

eachStore('due work', (suite) => {
  let store: Store;
  let app: TestApp;
  const chat = createFakeChat();
  const since = (count: number) => chat.given.slice(count);

  beforeAll(async () => {
    store = createStore(suite.database.pool);
    app = createTestApp(store, chat.chat);
    await setUpProcess(app, 'w');
  });

  const wakeAt = async (moment: string, other = app) => {
    app.clock.moveTo(at(moment));
    await other.catchUp();
    await other.settle();
  };

  /** Rows of a table that fulfil a condition. */
  const count = async (what: string) => {
    const { rows } = await suite.database.pool.query<{ count: string }>(`select count(*) from mitwirk.${what}`);
    return Number(rows[0]?.count);
  };

  /** When those of the vote and the round that were opened last fall due: at one time, as they end at one. */
  async function pendingHalfTime(): Promise<number> {
    const { rows } = await suite.database.pool.query<{ at: Date }>(
      "select distinct at from mitwirk.due where kind in ('vote.halfTime', 'round.halfTime') and done_at is null",
    );
    expect(rows).toHaveLength(1);
    return rows[0]?.at.getTime() ?? 0;
  }

  test('two instances that wake up together do it once', async () => {
    await app.says('leitung-w@ag-w', '/aufgabe neu Gemeinsam geweckt @mitglied-w bis 22.01.');
    await app.says('leitung-w@ag-w', '/aufgabe neu Auch das @leitung-w bis 22.01.');
    await app.settle();
    const before = chat.given.length;
    const others = [1, 2, 3].map(() => createTestApp(createStore(suite.database.pool), chat.chat, app.clock));

    app.clock.moveTo(at('2027-01-15T09:00'));
    await Promise.all([app, ...others].map((one) => one.catchUp()));

    const reminders = since(before).filter(({ text }) => text.includes('Erinnerung'));
    expect(reminders.map(({ to }) => to).sort()).toEqual(['leitung-w', 'mitglied-w']);
    expect(await count("audit where action = 'task.remind'")).toBe(1);
    expect([app, ...others].flatMap(({ errors }) => errors)).toEqual([]);
  });

  describe('an item that fails', () => {
    test('waits alone; the others are done, and it is tried again later', async () => {
      const { rows } = await suite.database.pool.query<{ id: number }>(
        "select id from mitwirk.tasks where text = 'Gemeinsam geweckt'",
      );
      const poisoned = rows[0]?.id;
      const broken = createTestApp(
        withParts(store, (tx) => ({
          tasks: {
            ...tx.tasks,
            async byIds(ids) {
              if (ids.some((id) => id === poisoned)) throw new TypeError('a mistake in the code');
              return tx.tasks.byIds(ids);
            },
          },
        })),
        chat.chat,
        app.clock,
      );
      const before = chat.given.length;

      app.clock.moveTo(at('2027-01-20T09:00'));
      await broken.catchUp();

      const reminded = () => since(before).filter(({ text }) => text.includes('Erinnerung'));
      expect(reminded().map(({ to }) => to)).toEqual(['leitung-w']);
      expect(
        broken.errors.every(({ event, fields }) => event === 'due work failed' && fields.object === poisoned),
      ).toBe(true);
      expect(broken.errors.length).toBeGreaterThan(0);
      const next = await app.nextWork();
      expect(next).toEqual(at('2027-01-20T09:05'));

      app.clock.moveTo(at('2027-01-20T09:05'));
      await app.catchUp();
      expect(reminded().map(({ to }) => to)).toEqual(['leitung-w', 'mitglied-w']);
    });

    test('as a fault of the whole store stops the work instead of spinning, and is tried at the next wake-up', async () => {
      const down = createTestApp(
        { ...store, transaction: () => Promise.reject(new Error('no connection to the database')) },
        chat.chat,
        app.clock,
      );

      await expect(down.catchUp()).rejects.toThrow('no connection');
    });
  });

  describe('after days without power', () => {
    test('what must close is closed; reminders older than three days are not sent late', async () => {
      await app.says('leitung-w@ag-w', '/beitrag öffnen "Was fehlt?" bis 29.01.');
      await app.says('leitung-w@ag-w', '/ergebnis entwurf Ziel "Alle lernen" In jedem Stadtteil.');
      await app.says('leitung-w@ag-w', '/ergebnis einreichen E-1');
      await app.says('vorsitz-w@steuerung-w', '/beschluss öffnen E-1 bis 29.01.');
      await app.says('vorsitz-w@steuerung-w', '/beschluss ja B-1');
      await app.says('verein-w@steuerung-w', '/beschluss ja B-1');
      await app.settle();
      const before = chat.given.length;

      await wakeAt('2027-02-03T10:00');

      const said = since(before).map(({ to, text }) => `${to}: ${text.split('\n')[0]}`);
      expect(said).toContainEqual(expect.stringMatching(/^ag-w: R-1 ist beendet/));
      expect(said).toContainEqual(expect.stringMatching(/^steuerung-w: Beschluss 1\/2027/));
      expect(said.filter((line) => /fehlt noch|Bald zu Ende|endet bald/.test(line))).toEqual([]);
      expect(await count("votes where state = 'open'")).toBe(0);
      expect(await count("rounds where state = 'open'")).toBe(0);
      expect(app.errors).toEqual([]);
    });

    test('the digest is one, comes after everything else and tells of what has ended meanwhile', async () => {
      const digests = chat.given.filter(({ to, text }) => to === 'koordination-w' && text.includes('Wochenbericht'));

      expect(digests.filter(({ text }) => text.includes('R-1 Was fehlt?'))).toHaveLength(1);
      expect(digests.at(-1)?.text).toMatch(/bis Mi\., 03\.02\.2027[\s\S]*R-1 Was fehlt\?: 0 von/);
      expect(digests.at(-1)?.text).toContain('Beschluss 1/2027');
      const entries = await store.transaction(async (tx) => {
        const [process] = await tx.processes.active();
        return process ? tx.audit.entries(process.id) : [];
      });
      const acts = entries.filter((entry) => entry.at.getTime() === at('2027-02-03T10:00').getTime());
      expect(acts.map(({ action }) => action)).toEqual(['round.close', 'vote.close', 'digest.send']);
    });

    test('of several reminders that were missed one is enough', async () => {
      const before = chat.given.length;

      await wakeAt('2027-02-04T10:00');

      const late = since(before).filter(({ to, text }) => to === 'mitglied-w' && text.includes('überfällig'));
      expect(late.length).toBeLessThanOrEqual(1);
    });

    test('an open task is reminded of again in time', async () => {
      const before = chat.given.length;

      for (const day of ['05', '08', '09', '10', '11', '12']) await wakeAt(`2027-02-${day}T10:00`);

      const reminded = since(before).filter(({ to }) => to === 'mitglied-w');
      expect(reminded.length).toBeGreaterThan(0);
    });

    test('whoever wakes up next finds nothing left to do', async () => {
      const before = chat.given.length;
      const another = createTestApp(store, chat.chat, createStandingClock(app.clock.now()));

      await another.catchUp();

      expect(since(before)).toEqual([]);
      expect(((await another.nextWork())?.getTime() ?? Infinity) > app.clock.now().getTime()).toBe(true);
    });
  });

  describe.each([
    ['72 hours late', 0, ['verein-w: B-2 „Ziel 0“: Ihre Stimme fehlt noch', 'mitglied-w: Ihre Sicht fehlt noch: R-2']],
    ['more than 72 hours late', 1, []],
  ])('the reminders of a vote and a round that are still open, %s', (_late, milliseconds, expected) => {
    test(milliseconds ? 'are left out' : 'are still sent', async () => {
      await app.says('leitung-w@ag-w', '/beitrag öffnen "Was noch?" bis 30.04.');
      await app.says('leitung-w@ag-w', `/ergebnis entwurf Ziel "Ziel ${milliseconds}" In jedem Stadtteil.`);
      const result = `E-${2 + milliseconds}`;
      await app.says('leitung-w@ag-w', `/ergebnis einreichen ${result}`);
      await app.says('vorsitz-w@steuerung-w', `/beschluss öffnen ${result} bis 30.04.`);
      await app.settle();
      const halfTime = await pendingHalfTime();
      const before = chat.given.length;

      app.clock.moveTo(new Date(halfTime + 72 * 3_600_000 + milliseconds));
      await app.catchUp();

      const said = since(before).filter(({ to }) => to === 'verein-w' || to === 'mitglied-w');
      // To different people messages go side by side.
      expect(said.map(({ to, text }) => `${to}: ${text.split('\n')[0]}`).toSorted()).toEqual(expected.toSorted());
      expect(await count("votes where state = 'open'")).toBe(1 + milliseconds);
    });
  });

  test('a process that was archived is left in peace', async () => {
    await app.says('koordination-w@steuerung-w', '/prozess archivieren bestätigen');
    await app.settle();
    const before = chat.given.length;

    await wakeAt('2027-06-01T10:00');

    expect(since(before)).toEqual([]);
    expect(app.errors).toEqual([]);
  });
});
