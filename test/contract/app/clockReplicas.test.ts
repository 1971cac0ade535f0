/** Several machines and their database: whoever has a wrong clock does nothing, whoever has a right one goes on. */
import { describe, expect, test } from '@jest/globals';
import { doDueWork } from '../../../src/app/dueWork.ts';
import { at, createTestApp } from '../../support/apps.ts';
import { type ClockStage, clockStage } from '../../support/clockStage.ts';
import { eachStore } from '../../support/database.ts';
import { createMachine } from '../../support/machine.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

eachStore('clocks of several machines', (suite) => {
  const stage: ClockStage = clockStage(suite);
  let c = '';

  describe('on two machines with one database', () => {
    test('the one whose clock is wrong does nothing; the other does what is due', async () => {
      stage.begin('elsewhere');
      c = await stage.found();
      const other = createMachine(stage.machine.truth());
      other.jump(40 * DAY);
      const wrong = createTestApp(stage.store, stage.chat.chat, other.start());

      await stage.wake(wrong);
      expect(await stage.ended(c)).toBe(0);
      expect(await wrong.clockDoubt()).toMatchObject({ against: 'database' });

      stage.machine.pass(20 * DAY);
      other.pass(20 * DAY);
      await Promise.all([stage.wake(wrong), stage.wake()]);
      expect(await stage.ended(c)).toBe(2);
      expect(stage.app.warnings).toEqual([]);
      expect(stage.about('Geht die Uhr falsch?')).toHaveLength(1);
    });

    test('a doubt that nobody looks after any more is settled by whoever goes on', async () => {
      stage.begin('elsewhere');
      c = await stage.found();
      const other = createMachine(stage.machine.truth());
      other.jump(40 * DAY);
      await stage.wake(createTestApp(stage.store, stage.chat.chat, other.start()));

      stage.machine.pass(20 * MINUTE);
      await stage.wake();

      expect(stage.heardBy('koordination').at(-1)).toContain('Die Uhr geht wieder richtig.');
    });
  });

  test('within the very transaction, a time ahead of the database’s ends nothing', async () => {
    stage.begin('here');
    c = await stage.found();
    const ahead = at('2027-02-20T09:00');
    const log = { info: () => {}, warn: () => {}, error: () => {} };

    await doDueWork(stage.store, ahead, log, { processes: null, database: ahead, real: true });
    expect(await stage.ended(c)).toBe(0);

    stage.machine.pass(40 * DAY - HOUR);
    await doDueWork(stage.store, ahead, log, { processes: null, database: ahead, real: true });
    expect(await stage.ended(c)).toBe(2);
  });
});
