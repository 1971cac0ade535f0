/** A clock that jumps decides nothing: due work waits, those who coordinate are told once, and it goes on by itself or when they say so. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { at, createTestApp } from '../../support/apps.ts';
import { type ClockStage, clockStage } from '../../support/clockStage.ts';
import { eachStore } from '../../support/database.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

eachStore('a clock that jumps', (suite) => {
  const stage: ClockStage = clockStage(suite);
  let c = '';

  describe.each(['here', 'elsewhere'] as const)('with a database %s', (place) => {
    beforeEach(async () => {
      stage.begin(place);
      c = await stage.found();
    });

    test('40 days ahead for 8 seconds end nothing, and say so', async () => {
      stage.machine.jump(40 * DAY);
      await stage.wake();
      stage.machine.pass(8_000);
      await stage.wake();

      expect(await stage.ended(c)).toBe(0);
      expect(stage.heardBy('koordination').filter((text) => text.includes('Geht die Uhr falsch?'))).toHaveLength(1);
      expect(stage.app.warnings).toEqual(['clock.doubted']);
      expect(await stage.app.clockDoubt()).toMatchObject({ shown: at('2027-02-20T09:00') });

      stage.machine.jump(-40 * DAY);
      await stage.wake();

      expect(await stage.ended(c)).toBe(0);
      expect(stage.heardBy('koordination').at(-1)).toContain('Die Uhr geht wieder richtig.');
      expect(stage.chat.given.at(-1)).toMatchObject({ edit: true });
      expect(stage.app.warnings).toHaveLength(1);
      expect(await stage.app.clockDoubt()).toBeNull();

      stage.machine.pass(20 * DAY);
      await stage.wake();
      expect(await stage.ended(c)).toBe(2);
    });

    test('nor does a clock that goes back, and what was due meanwhile is done when it is right again', async () => {
      stage.machine.jump(-3 * DAY);
      await stage.wake();
      expect(await stage.app.clockDoubt()).not.toBeNull();
      stage.machine.pass(22 * DAY);
      await stage.wake();
      expect(await stage.ended(c)).toBe(0);

      stage.machine.jump(3 * DAY);
      await stage.wake();
      expect(await stage.ended(c)).toBe(2);
    });

    test('small steps do nothing, whatever they add up to', async () => {
      for (let step = 0; step < 5; step += 1) {
        stage.machine.jump(50 * MINUTE);
        if (place === 'elsewhere') stage.machine.jump(-50 * MINUTE);
        stage.machine.pass(5 * MINUTE);
        await stage.wake();
      }

      expect(stage.app.warnings).toEqual([]);
    });

    test('a machine that slept for ten hours goes on', async () => {
      stage.machine.sleep(10 * HOUR);
      await stage.wake();
      expect(stage.app.warnings).toEqual([]);

      stage.machine.sleep(20 * DAY);
      await stage.wake();
      expect(await stage.ended(c)).toBe(2);
    });

    test('what is typed meanwhile is taken, and its messages are delivered', async () => {
      stage.machine.jump(-2 * HOUR);
      await stage.wake();
      await stage.app.says(`leitung-${c}@ag-${c}`, `/aufgabe neu Räume suchen @leitung-${c} bis 22.01.`);
      await stage.app.settle();

      expect(stage.about('Räume suchen').length).toBeGreaterThan(0);
    });
  });

  describe('on one machine with its database', () => {
    beforeEach(async () => {
      stage.begin('here');
      c = await stage.found();
    });

    test('the coordination confirms by the button that the clock is right now', async () => {
      stage.machine.jump(20 * DAY);
      await stage.wake();
      const [doubt] = stage.about('Geht die Uhr falsch?');
      expect(doubt?.text).toContain('[Ja, die Uhr stimmt]');
      const number = (await stage.app.clockDoubt())?.id;

      const others = await stage.app.says(`leitung-${c}@ag-${c}`, `/prozess uhr stimmt ${number}`);
      expect(others.refused?.code).toBe('who.coordinator');
      const { refused } = await stage.app.says(`koordination-${c}@dm`, `/prozess uhr stimmt ${number}`);
      await stage.app.settle();

      expect(refused).toBeNull();
      expect(await stage.ended(c)).toBe(2);
      expect(await stage.app.clockDoubt()).toBeNull();
      expect(stage.heardBy('koordination').some((text) => text.includes('Die Koordination hat bestätigt'))).toBe(true);
      const { rows } = await stage.query("select actor from mitwirk.audit where action = 'clock.confirm'");
      expect(rows).toHaveLength(1);
    });

    test('what could not be sent meanwhile is sent soon after the clock is right, and holds nothing up', async () => {
      stage.machine.jump(40 * DAY);
      stage.fail(true);
      await stage.app.says(`leitung-${c}@ag-${c}`, `/aufgabe neu Räume suchen @leitung-${c} bis 22.01.`);
      await stage.app.settle();
      stage.machine.jump(-40 * DAY);
      stage.fail(false);
      await stage.wake();
      stage.machine.pass(2 * MINUTE);
      await stage.wake();

      expect(stage.heardBy('koordination').at(-1)).toContain('Die Uhr geht wieder richtig.');
    });

    test('there is nothing to confirm where nothing is doubted, and not twice', async () => {
      expect((await stage.app.says(`koordination-${c}@dm`, '/prozess uhr stimmt')).refused?.code).toBe('clock.noDoubt');
      const d = await stage.found();
      stage.machine.jump(20 * DAY);
      await stage.wake();
      await stage.app.says(`koordination-${c}@dm`, '/prozess uhr stimmt');
      expect((await stage.app.says(`koordination-${c}@dm`, '/prozess uhr stimmt')).refused?.code).toBe(
        'clock.confirmedBefore',
      );
      expect((await stage.app.says(`koordination-${d}@dm`, '/prozess uhr stimmt 70')).refused?.code).toBe(
        'clock.otherDoubt',
      );
    });

    test('one town confirms for itself, not for another', async () => {
      const d = await stage.found();
      stage.machine.jump(20 * DAY);
      await stage.wake();
      await stage.app.says(`koordination-${c}@dm`, '/prozess uhr stimmt');
      await stage.app.settle();

      expect([await stage.ended(c), await stage.ended(d)]).toEqual([2, 0]);
      expect(await stage.app.clockDoubt()).not.toBeNull();
    });

    test('a new start of the process or the machine asks nobody a second time while the clock is as wrong as it was', async () => {
      stage.machine.jump(40 * DAY);
      await stage.wake();
      const restarted = createTestApp(stage.store, stage.chat.chat, stage.machine.start());
      await stage.wake(restarted);
      stage.machine.restart(5 * MINUTE);
      const rebooted = createTestApp(stage.store, stage.chat.chat, stage.machine.start());
      await stage.wake(rebooted);

      expect(await stage.ended(c)).toBe(0);
      expect(stage.about('Geht die Uhr falsch?')).toHaveLength(1);
    });

    test('the doubt ends with the machine’s next start when its clock is right then', async () => {
      stage.machine.jump(40 * DAY);
      await stage.wake();
      stage.machine.jump(-40 * DAY);
      stage.machine.restart(30 * MINUTE);
      await stage.wake(createTestApp(stage.store, stage.chat.chat, stage.machine.start()));

      expect(stage.heardBy('koordination').at(-1)).toContain('Die Uhr geht wieder richtig.');
    });

    test('a start before the time that was last seen waits; one after a holiday does not', async () => {
      stage.machine.jump(-2 * DAY);
      stage.machine.restart(HOUR);
      const early = createTestApp(stage.store, stage.chat.chat, stage.machine.start());
      await stage.wake(early);
      expect(await early.clockDoubt()).toMatchObject({ against: 'before' });

      stage.machine.jump(2 * DAY);
      stage.machine.restart(21 * DAY);
      const late = createTestApp(stage.store, stage.chat.chat, stage.machine.start());
      await stage.wake(late);
      expect(await late.clockDoubt()).toBeNull();
      expect(await stage.ended(c)).toBe(2);
    });

    test('a clock that jumps once more is another doubt, and the first message says so', async () => {
      stage.machine.jump(5 * DAY);
      await stage.wake();
      const number = (await stage.app.clockDoubt())?.id;
      stage.machine.jump(30 * DAY);
      await stage.wake();

      expect(stage.about('Geht die Uhr falsch?')).toHaveLength(2);
      expect(stage.about('noch einmal gesprungen')).toMatchObject([{ edit: true }]);
      expect((await stage.app.says(`koordination-${c}@dm`, `/prozess uhr stimmt ${number}`)).refused?.code).toBe(
        'clock.otherDoubt',
      );
    });

    test('a clock that somebody moved is not doubted for that, and its machine still is', async () => {
      const clock = stage.machine.start();
      const page = createTestApp(stage.store, stage.chat.chat, clock);
      clock.moveTo(at('2027-01-20T09:00'));
      await stage.wake(page);
      expect(await page.clockDoubt()).toBeNull();

      stage.machine.jump(40 * DAY);
      await stage.wake(page);
      expect(await stage.ended(c)).toBe(0);
      expect(await page.clockDoubt()).not.toBeNull();
    });
  });
});
