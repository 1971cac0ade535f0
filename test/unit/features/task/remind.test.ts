/** Reminders: on which days, to whom, how many messages, and what happens after a standstill. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { localDate } from '../../../../src/domain/time/calendar.ts';
import { addTasks } from '../../../../src/features/task/acts/add.ts';
import { acceptTask, assignTask } from '../../../../src/features/task/acts/assign.ts';
import { finishTask } from '../../../../src/features/task/acts/close.ts';
import { setDue } from '../../../../src/features/task/acts/move.ts';
import { remindOfTasks } from '../../../../src/features/task/due/remind.ts';
import { at, type House, on, openHouse, type Stage } from './stage.ts';

let house: House;
let stage: Stage;

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  stage = await house.setStage();
});
afterAll(() => house.close());

const A1 = { kind: 'task', number: 1, part: null } as const;

/** The assignee agrees at once. */
async function addFor(name: string | null, due: string): Promise<void> {
  const [task] = await ask(name === null ? [] : [name], due);
  if (name !== null && task && !task.acceptedAt) {
    const ref = { kind: 'task', number: task.number, part: null } as const;
    await stage.as(name, (tx, caller) => acceptTask(tx, caller, ref));
  }
  await stage.said();
}

async function ask(names: readonly string[], due: string) {
  const people = names.map(stage.who);
  const tasks = await stage.as('leitung', (tx, caller) =>
    addTasks(tx, caller, { text: 'Erheben', people, due: on(due) }),
  );
  await stage.said();
  return tasks;
}

/** Day by day: who was told what, by the first line. */
async function heardUntil(date: string): Promise<readonly string[]> {
  const heard: string[] = [];
  for (;;) {
    const next = await stage.store.transaction((tx) => tx.due.next());
    if (!next || next > at(`${date}T23:59`)) return heard;
    await stage.moveTo(next);
    const day = next.toISOString().slice(0, 10);
    for (const { to, text } of await stage.said()) heard.push(`${day} ${to}: ${text.split('\n')[0]}`);
  }
}

test('the ladder: a week before, two business days before, on the day, after it every three business days, the lead once', async () => {
  await addFor('mitglied', '2027-01-22');

  expect(await heardUntil('2027-02-01')).toEqual([
    '2027-01-15 mitglied: Erinnerung: A-1 ist bald fällig',
    '2027-01-20 mitglied: Erinnerung: A-1 ist bald fällig',
    '2027-01-22 mitglied: Erinnerung: A-1 ist heute fällig',
    '2027-01-25 mitglied: Erinnerung: A-1 ist überfällig',
    '2027-01-27 leitung: A-1 kommt nicht voran',
    '2027-01-28 mitglied: Erinnerung: A-1 ist überfällig',
  ]);
});

test('reminders call for attention and carry what can be done', async () => {
  await addFor('mitglied', '2027-01-22');
  await stage.moveTo(at('2027-01-22T08:00'));

  const [reminder] = (await stage.said()).slice(-1);

  expect(reminder?.card.attention).toBe('ping');
  expect(reminder?.text).toContain('[Erledigt] [+1 Tag] [+1 Woche] [Abgeben]');
});

test('a done task is silent, also when its reminder had been claimed already', async () => {
  await addFor('mitglied', '2027-01-22');
  const items = await stage.store.transaction((tx) => tx.due.claim(stage.process.id, at('2027-01-22T08:00')));
  await stage.as('mitglied', (tx, caller) => finishTask(tx, caller, A1));
  await stage.said();
  // What is said at eight is heard from then on.
  stage.sleepUntil(at('2027-01-22T08:00'));

  await stage.store.transaction((tx) => remindOfTasks(tx, stage.process, items, at('2027-01-22T08:00')));

  expect(items.length).toBeGreaterThan(0);
  expect(await stage.said()).toEqual([]);
});

test('moving the date moves the reminders', async () => {
  await addFor('mitglied', '2027-01-22');
  await stage.as('leitung', (tx, caller) => setDue(tx, caller, A1, on('2027-02-05')));
  await stage.said();

  expect((await heardUntil('2027-02-05')).map((line) => line.slice(0, 10))).toEqual([
    '2027-01-29',
    '2027-02-03',
    '2027-02-05',
  ]);
});

test('several tasks due together are one message, with buttons up to three and without beyond', async () => {
  for (let count = 0; count < 3; count += 1) await addFor('mitglied', '2027-01-22');
  await stage.moveTo(at('2027-01-15T08:00'));
  const three = await stage.said();
  await addFor('mitglied', '2027-01-22');
  await stage.moveTo(at('2027-01-20T08:00'));
  const four = await stage.said();

  expect(three.map(({ to }) => to)).toEqual(['mitglied']);
  expect(three[0]?.text).toContain('[A-3: Erledigt]');
  expect(four.map(({ to }) => to)).toEqual(['mitglied']);
  expect(four[0]?.text).toContain('Erinnerung an 4 Aufgaben');
  expect(four[0]?.text).not.toContain('[');
});

test('reminders of somebody away go to the deputy and say for whom', async () => {
  await addFor('mitglied', '2027-01-22');
  const absence = { from: localDate('2027-01-15'), to: localDate('2027-01-19'), deputyId: stage.who('vertretung').id };
  await stage.change('mitglied', { absence });

  await stage.moveTo(at('2027-01-20T08:00'));

  const heard = await stage.said();
  expect(heard.map(({ to }) => to)).toEqual(['vertretung', 'mitglied']);
  expect(heard[0]?.text).toContain('Sie vertreten Person mitglied.');
});

test('a task without anybody is the lead’s to give away', async () => {
  await addFor(null, '2027-01-22');

  await stage.moveTo(at('2027-01-15T08:00'));

  const [told] = await stage.said();
  expect(told?.to).toBe('leitung');
  expect(told?.text).toContain('/aufgabe zuweisen A-1 @Name');
});

test('who switched reminders off gets none, but a lead still hears what is stuck', async () => {
  await stage.change('mitglied', { reminders: false });
  await stage.change('leitung', { reminders: false });
  await addFor('mitglied', '2027-01-22');

  expect(await heardUntil('2027-02-01')).toEqual(['2027-01-27 leitung: A-1 kommt nicht voran']);
});

test('a request without an answer reaches the lead after three business days, once', async () => {
  await ask(['mitglied'], '2027-02-26');

  expect(await heardUntil('2027-02-10')).toEqual(['2027-01-14 leitung: A-1: Bisher keine Antwort auf die Anfrage']);
});

test('asking somebody else starts the three days anew, and an answer ends them', async () => {
  await ask(['mitglied', 'mitglied'], '2027-02-26');
  await stage.moveTo(at('2027-01-13T09:00'));
  await stage.as('mitglied', (tx, caller) => acceptTask(tx, caller, { ...A1, number: 2 }));
  await stage.as('leitung', (tx, caller) => assignTask(tx, caller, A1, stage.who('vertretung')));
  await stage.said();

  expect(await heardUntil('2027-02-10')).toEqual(['2027-01-18 leitung: A-1: Bisher keine Antwort auf die Anfrage']);
});

test('of a task that is late already the lead hears that alone, and nothing of a task of their own', async () => {
  await ask(['mitglied'], '2027-01-11');
  await addFor('leitung', '2027-01-11');
  const heard = (await heardUntil('2027-01-14')).filter((line) => line.includes('leitung'));

  expect(heard).toEqual([
    '2027-01-12 leitung: Erinnerung: A-2 ist überfällig',
    '2027-01-14 leitung: A-1 kommt nicht voran',
  ]);
});

test('a lead who stands in for the assignee hears of one task once', async () => {
  await addFor('mitglied', '2027-01-22');
  const absence = { from: localDate('2027-01-23'), to: localDate('2027-02-10'), deputyId: stage.who('leitung').id };
  await stage.change('mitglied', { absence });
  await stage.moveTo(at('2027-01-24T12:00'));
  await stage.said();
  stage.sleepUntil(at('2027-01-27T12:00'));
  await stage.wake();

  const [only, ...others] = await stage.said();

  expect(others).toEqual([]);
  expect(only?.to).toBe('leitung');
  expect(only?.text.split('\n')[0]).toBe('A-1 kommt nicht voran');
});

test('a short standstill delays one reminder; after a long one nothing old is sent, but the task does not fall silent', async () => {
  await addFor('mitglied', '2027-01-22');
  stage.sleepUntil(at('2027-01-22T12:00'));
  await stage.wake();
  expect((await stage.said()).map(({ text }) => text.split('\n')[0])).toEqual(['Erinnerung: A-1 ist heute fällig']);

  stage.sleepUntil(at('2027-02-20T12:00'));
  await stage.wake();

  expect(await stage.said()).toEqual([]);
  expect(await stage.store.transaction((tx) => tx.due.next())).toEqual(at('2027-02-23T08:00'));
});

test('a second run at the same instant says nothing again', async () => {
  await addFor('mitglied', '2027-01-22');
  stage.sleepUntil(at('2027-01-15T08:00'));
  await stage.wake();
  await stage.wake();

  expect(await stage.said()).toHaveLength(1);
});

test('one entry of the audit log per batch', async () => {
  for (let count = 0; count < 3; count += 1) await addFor('mitglied', '2027-01-22');
  await stage.moveTo(at('2027-01-15T08:00'));

  const entries = await stage.store.transaction((tx) => tx.audit.entries(stage.process.id));
  const reminded = entries.filter(({ action }) => action === 'task.remind');

  expect(reminded).toHaveLength(1);
  expect(reminded[0]?.data).toEqual({ people: 1, tasks: ['A-1', 'A-2', 'A-3'], escalated: [] });
  expect(reminded[0]?.actor).toBe('mitwirk');
});
