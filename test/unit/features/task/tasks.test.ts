/** Tasks from creation to the end: what is written, who is told, who may. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Task } from '../../../../src/domain/task/task.ts';
import { localDate } from '../../../../src/domain/time/calendar.ts';
import { addTasks } from '../../../../src/features/task/acts/add.ts';
import { acceptTask, assignTask, declineTask } from '../../../../src/features/task/acts/assign.ts';
import { dropTask, finishTask, reopenTask } from '../../../../src/features/task/acts/close.ts';
import { commentTask } from '../../../../src/features/task/acts/comment.ts';
import { setDue, snoozeTask } from '../../../../src/features/task/acts/move.ts';
import { undoLast } from '../../../../src/features/task/acts/undo.ts';
import { at, type House, on, openHouse, refusalOf, type Stage } from './stage.ts';

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
const A2 = { ...A1, number: 2 };

async function addFor(name: string | null, due: string | null = '2027-01-22', text = 'Sprachangebote erheben') {
  const people = name === null ? [] : [stage.who(name)];
  const input = { text, people, due: due === null ? null : on(due) };
  const [task] = await stage.as('leitung', (tx, caller) => addTasks(tx, caller, input));
  return task as Task;
}

test('a new task stands in the room, and the person asked gets a direct message that calls for attention', async () => {
  await addFor('mitglied');

  const heard = await stage.said();

  expect(heard.map(({ to, edit, card }) => [to, edit, card.attention])).toEqual([
    ['ag-bildung', false, 'quiet'],
    ['mitglied', false, 'ping'],
  ]);
  expect(heard[0]?.text).toContain('Person mitglied (angefragt)');
  expect(heard[0]?.text).toContain('Fr., 22.01.2027 (KW 3, in 11 Tagen)');
  expect(heard[1]?.text).toContain('[Annehmen] [Ablehnen] [Erledigt]');
});

test('who takes a task on for themselves is not asked for it', async () => {
  const task = await addFor('leitung');

  expect((await stage.said()).map(({ to }) => to)).toEqual(['ag-bildung']);
  expect((await stage.task(task)).acceptedAt).not.toBeNull();
});

test('several people named get a task each', async () => {
  const people = [stage.who('mitglied'), stage.who('vertretung')];

  const tasks = await stage.as('leitung', (tx, caller) => addTasks(tx, caller, { text: 'Lesen', people, due: null }));

  expect(tasks.map(({ number, assigneeId }) => [number, assigneeId])).toEqual([
    [1, stage.who('mitglied').id],
    [2, stage.who('vertretung').id],
  ]);
});

test('a date that is over is refused, one on a holiday is accepted with a note', async () => {
  expect(await refusalOf(addFor('mitglied', '2027-01-10'))).toBe('task.duePast');

  await addFor('mitglied', '2027-05-06');

  expect((await stage.said())[0]?.text).toContain('Do., 06.05.2027 ist ein Feiertag (Christi Himmelfahrt)');
});

test('nobody outside the process is asked, neither for a new task nor when one is passed on', async () => {
  expect(await refusalOf(addFor('fremd'))).toBe('person.outside');
  await addFor('mitglied');
  const passedOn = stage.as('leitung', (tx, caller) => assignTask(tx, caller, A1, stage.who('fremd')));
  expect(await refusalOf(passedOn)).toBe('person.outside');
});

test('accepting changes both cards in place', async () => {
  const task = await addFor('mitglied');
  await stage.said();

  await stage.as('mitglied', (tx, caller) => acceptTask(tx, caller, null), true);

  const heard = await stage.said();
  expect(heard.map(({ to, edit }) => [to, edit])).toEqual([
    ['ag-bildung', true],
    ['mitglied', true],
  ]);
  expect(heard[0]?.text).toContain('Person mitglied (hat zugesagt)');
  expect(heard[1]?.text).toContain('[Erledigt] [Abgeben]');
  expect((await stage.task(task)).acceptedAt).toEqual(at('2027-01-11T09:00'));
});

test('accepting twice, or what is somebody else’s, is refused', async () => {
  await addFor('mitglied');
  expect(await refusalOf(stage.as('vertretung', (tx, caller) => acceptTask(tx, caller, A1)))).toBe('task.notAsked');

  await stage.as('mitglied', (tx, caller) => acceptTask(tx, caller, A1));

  expect(await refusalOf(stage.as('mitglied', (tx, caller) => acceptTask(tx, caller, A1)))).toBe('task.isAccepted');
});

test('a task that nobody has can be taken by a member, not by an outsider', async () => {
  const task = await addFor(null);
  expect(await refusalOf(stage.as('fremd', (tx, caller) => acceptTask(tx, caller, A1)))).toBe('task.notMember');

  await stage.as('vertretung', (tx, caller) => acceptTask(tx, caller, A1));

  expect((await stage.task(task)).assigneeId).toBe(stage.who('vertretung').id);
});

test('declining gives the task back and tells the lead why, literally', async () => {
  const task = await addFor('mitglied');
  await stage.said();

  await stage.as('mitglied', (tx, caller) => declineTask(tx, caller, A1, 'Bin *weg* <!channel>'), true);

  const heard = await stage.said();
  expect((await stage.task(task)).assigneeId).toBeNull();
  const told = heard.find(({ to }) => to === 'leitung');
  expect(told?.card.attention).toBe('ping');
  expect(told?.text).toContain('| Bin *weg* <!channel>');
  expect(heard.find(({ to }) => to === 'mitglied')?.text).toContain('Diese Aufgabe liegt nicht mehr bei Ihnen.');
});

test('asking the same person again is a new message, not a silent edit', async () => {
  await addFor('mitglied');
  await stage.as('mitglied', (tx, caller) => declineTask(tx, caller, A1, ''));
  await stage.said();
  stage.sleepUntil(at('2027-01-11T10:00'));

  await stage.as('leitung', (tx, caller) => assignTask(tx, caller, A1, stage.who('mitglied')));

  const asked = (await stage.said()).filter(({ to }) => to === 'mitglied');
  expect(asked.map(({ edit, card }) => [edit, card.attention])).toEqual([[false, 'ping']]);
});

test('the assignee finishes the task from a direct chat without naming it, and nothing is due any more', async () => {
  const task = await addFor('mitglied');

  await stage.as('mitglied', (tx, caller) => finishTask(tx, caller, null), true);

  const done = await stage.task(task);
  expect([done.state, done.closedBy]).toEqual(['done', stage.who('mitglied').id]);
  expect(await stage.store.transaction((tx) => tx.due.next())).toBeNull();
  expect(await refusalOf(stage.as('mitglied', (tx, caller) => finishTask(tx, caller, A1)))).toBe('task.isDone');
});

/** What comes of it when they change a task of mitglied. */
const OUTCOMES = [
  ['koordination', 'not refused'],
  ['leitung', 'not refused'],
  ['mitglied', 'not refused'],
  ['vertretung', 'task.notYours'],
  ['fremd', 'task.notYours'],
] as const;

test.each(OUTCOMES)('finishing the task of mitglied by %s: %s', async (name, outcome) => {
  await addFor('mitglied');

  expect(await refusalOf(stage.as(name, (tx, caller) => finishTask(tx, caller, A1)))).toBe(outcome);
});

describe('where fremd leads another group', () => {
  beforeEach(() => stage.lead('fremd', 'AG Sprache'));

  test.each(OUTCOMES)('passing the task of mitglied on by %s: %s', async (name, outcome) => {
    const task = await addFor('mitglied');
    const to = stage.who(name === 'leitung' ? 'vertretung' : 'leitung');

    expect(await refusalOf(stage.as(name, (tx, caller) => assignTask(tx, caller, A1, to)))).toBe(outcome);

    const holder = outcome === 'not refused' ? to : stage.who('mitglied');
    expect((await stage.task(task)).assigneeId).toBe(holder.id);
  });

  test('that lead takes no task that nobody has, and answers for none', async () => {
    await addFor(null);
    const by = (run: Parameters<typeof stage.as<unknown>>[1]) => refusalOf(stage.as('fremd', run));

    expect(await by((tx, caller) => assignTask(tx, caller, A1, stage.who('fremd')))).toBe('task.notYours');
    expect(await by((tx, caller) => acceptTask(tx, caller, A1))).toBe('task.notMember');
    expect(await by((tx, caller) => declineTask(tx, caller, A1, ''))).toBe('task.notAsked');
  });
});

test('the deputy may act exactly while the assignee is away', async () => {
  await addFor('mitglied');
  const finish = () => stage.as('vertretung', (tx, caller) => finishTask(tx, caller, A1));
  const absence = { from: localDate('2027-01-12'), to: localDate('2027-01-13'), deputyId: stage.who('vertretung').id };
  await stage.change('mitglied', { absence });

  expect(await refusalOf(finish())).toBe('task.notYours');
  stage.sleepUntil(at('2027-01-14T00:00'));
  expect(await refusalOf(finish())).toBe('task.notYours');
  stage.sleepUntil(at('2027-01-13T23:59'));
  expect(await refusalOf(finish())).toBe('not refused');
});

test('a reopened task is open for everyone to see and has reminders again', async () => {
  const task = await addFor('mitglied');
  const before = await stage.store.transaction((tx) => tx.due.next());
  await stage.as('leitung', (tx, caller) => dropTask(tx, caller, A1));

  await stage.as('leitung', (tx, caller) => reopenTask(tx, caller, A1));

  expect((await stage.task(task)).state).toBe('open');
  expect(await stage.store.transaction((tx) => tx.due.next())).toEqual(before);
});

test('which task is meant is asked when there are several, and none is guessed', async () => {
  await addFor('mitglied');
  await addFor('mitglied');

  expect(await refusalOf(stage.as('mitglied', (tx, caller) => finishTask(tx, caller, null)))).toBe('task.which');
  expect(await refusalOf(stage.as('vertretung', (tx, caller) => finishTask(tx, caller, null), true))).toBe(
    'task.noneHere',
  );
  const unknown = { ...A1, number: 9 };
  expect(await refusalOf(stage.as('mitglied', (tx, caller) => finishTask(tx, caller, unknown)))).toBe('task.unknown');
});

test('moving the date counts from the date, and from today once it is over', async () => {
  const task = await addFor('mitglied', '2027-01-22');
  const week = { amount: 1, unit: 'week' } as const;

  await stage.as('mitglied', (tx, caller) => snoozeTask(tx, caller, A1, week));
  expect((await stage.task(task)).due).toEqual(on('2027-01-29'));

  stage.sleepUntil(at('2027-02-10T09:00'));
  await stage.as('mitglied', (tx, caller) => snoozeTask(tx, caller, A1, { amount: 1, unit: 'day' }));
  expect((await stage.task(task)).due).toEqual(on('2027-02-11'));
});

test('a remark reaches the assignee, and the assignee’s reaches whoever created the task', async () => {
  await addFor('mitglied');
  await stage.said();

  await stage.as('vertretung', (tx, caller) => commentTask(tx, caller, A1, 'Liste fehlt'));
  const first = await stage.said();
  await stage.as('mitglied', (tx, caller) => commentTask(tx, caller, A1, 'Kommt morgen'));
  const second = await stage.said();

  expect(first.map(({ to, edit }) => [to, edit])).toEqual([
    ['ag-bildung', true],
    ['mitglied', false],
  ]);
  expect(second.map(({ to }) => to)).toEqual(['ag-bildung', 'leitung']);
  expect(second[0]?.text).toContain('Person mitglied: Kommt morgen');
});

test('undo takes back the last own change within 15 minutes, step by step', async () => {
  const task = await addFor('mitglied', '2027-01-22');
  await stage.as('leitung', (tx, caller) => setDue(tx, caller, A1, on('2027-01-25')));
  await stage.as('leitung', (tx, caller) => finishTask(tx, caller, A1));

  await stage.as('leitung', undoLast);
  expect(await stage.task(task)).toMatchObject({ state: 'open', due: on('2027-01-25') });
  await stage.as('leitung', undoLast);
  expect(await stage.task(task)).toMatchObject({ state: 'open', due: on('2027-01-22') });
  await stage.as('leitung', undoLast);
  expect(await stage.task(task)).toMatchObject({ state: 'dropped' });
});

test('undo of two acts in one instant takes the later one', async () => {
  await addFor('leitung');
  await stage.as('leitung', (tx, caller) => finishTask(tx, caller, A1));
  await addFor('leitung');

  const taken = await stage.as('leitung', undoLast);

  expect([taken.number, taken.state]).toEqual([A2.number, 'dropped']);
});

test('undo ends after 15 minutes, and where somebody else has changed the task since', async () => {
  await addFor('mitglied');
  await stage.as('leitung', (tx, caller) => setDue(tx, caller, A1, on('2027-01-25')));
  await stage.as('mitglied', (tx, caller) => acceptTask(tx, caller, A1));

  expect(await refusalOf(stage.as('leitung', undoLast))).toBe('task.changedSince');
  stage.sleepUntil(at('2027-01-11T09:16'));
  expect(await refusalOf(stage.as('leitung', undoLast))).toBe('task.nothingToUndo');
});

test('the audit log holds tokens and short ids, never names or what was written', async () => {
  await addFor('mitglied', '2027-01-22', 'Geheimnis');
  await stage.as('mitglied', (tx, caller) => declineTask(tx, caller, A1, 'Privates'));

  const entries = await stage.store.transaction((tx) => tx.audit.entries(stage.process.id));

  expect(entries.map(({ action }) => action)).toEqual(['task.add', 'task.decline']);
  expect(JSON.stringify(entries)).not.toMatch(/Geheimnis|Privates|Person/);
  expect(entries[0]?.data).toMatchObject({ task: 'A-1', assignee: stage.who('mitglied').token });
});
