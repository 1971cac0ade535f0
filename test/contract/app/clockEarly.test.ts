/** What a wrong clock has closed before its time is opened again by chair, lead and coordination, on record. */
import { expect, test } from '@jest/globals';
import { at, createTestApp } from '../../support/apps.ts';
import { type ClockStage, clockStage } from '../../support/clockStage.ts';
import { eachStore } from '../../support/database.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

eachStore('closed by a wrong clock', (suite) => {
  const stage: ClockStage = clockStage(suite);
  let c = '';

  /** The machine starts with its clock 40 days ahead, which nobody can tell; later it is set right, and that is confirmed. */
  async function closedByWrongStart() {
    stage.begin('here');
    c = await stage.found();
    stage.machine.jump(40 * DAY);
    stage.machine.restart(HOUR);
    const app = createTestApp(stage.store, stage.chat.chat, stage.machine.start());
    await stage.wake(app);
    expect(await stage.ended(c)).toBe(2);
    stage.machine.jump(-40 * DAY);
    await stage.wake(app);
    return app;
  }

  const decided = async () => {
    const { rows } = await stage.query(
      `select v.state as vote, v.polls, v.decision #>> '{resolution,number}' as number, v.voided, r.state as result
        from mitwirk.votes v join mitwirk.results r on r.id = v.result_id join mitwirk.processes p on p.id = v.process_id
        where p.name = $1`,
      [c],
    );
    return rows[0];
  };

  test('as soon as the clock is right, chair, lead and coordination are offered to open it again', async () => {
    const app = await closedByWrongStart();
    expect(stage.about('endete zu früh')).toEqual([]);
    expect((await app.says(`vorsitz-${c}@dm`, '/beschluss wieder öffnen B-1')).refused?.code).toBe('clock.doubted');

    await app.says(`koordination-${c}@dm`, '/prozess uhr stimmt');
    await app.settle();

    const offered = stage.about('endete zu früh').map(({ to, text }) => `${to}: ${text.split(' ')[0]}`);
    expect(offered.sort()).toEqual(
      [`koordination-${c}: B-1`, `koordination-${c}: R-1`, `leitung-${c}: R-1`, `vorsitz-${c}: B-1`].sort(),
    );
  });

  test('opened again, the resolution is void, ballots stay, all seats are told, and it ends in its time with another number', async () => {
    const app = await closedByWrongStart();
    await app.says(`koordination-${c}@dm`, '/prozess uhr stimmt');
    await app.settle();
    expect(await decided()).toEqual({ vote: 'closed', polls: true, number: '1', voided: [], result: 'adopted' });

    const { refused } = await app.says(`vorsitz-${c}@dm`, '/beschluss wieder öffnen B-1');
    await app.settle();

    expect(refused).toBeNull();
    expect(await decided()).toEqual({
      vote: 'open',
      polls: false,
      number: null,
      voided: [{ number: 1, year: 2027 }],
      result: 'submitted',
    });
    const told = stage
      .about('Die Uhr ging falsch, deshalb endete')
      .map(({ to, edit }) => `${to}${edit ? ' edited' : ''}`);
    expect(told.sort()).toEqual(
      [`ag-${c}`, `beirat-${c}`, `steuerung-${c}`, `steuerung-${c} edited`, `verein-${c}`, `vorsitz-${c}`].sort(),
    );
    expect(stage.heardBy(`vorsitz-${c}`).at(-1)).toContain('Ihre Stimme ist noch da');
    expect(stage.heardBy(`verein-${c}`).at(-1)).toContain('Ihre Stimme fehlt noch');
    expect(stage.about('Ungültig: Beschluss 1/2027')).toMatchObject([{ edit: true }]);

    await app.says(`verein-${c}@steuerung-${c}`, '/beschluss ja B-1');
    stage.machine.pass(20 * DAY);
    await stage.wake(app);

    expect(await decided()).toMatchObject({ vote: 'closed', number: '2', result: 'adopted' });
    expect(stage.about('Beschluss 2/2027').length).toBeGreaterThan(0);
    expect(stage.about('endete zu früh')).toHaveLength(4);
  });

  test('a round is opened again until its own deadline, and ends then', async () => {
    const app = await closedByWrongStart();
    await app.says(`koordination-${c}@dm`, '/prozess uhr stimmt');

    expect((await app.says(`leitung-${c}@dm`, '/beitrag wieder öffnen R-1')).refused).toBeNull();
    await app.settle();
    expect(await stage.ended(c)).toBe(1);

    stage.machine.pass(20 * DAY);
    await stage.wake(app);
    expect(await stage.ended(c)).toBe(2);
  });

  test('by the database’s clock half an hour too early: the offer comes at once, and there is time until tomorrow', async () => {
    stage.begin('elsewhere');
    c = await stage.found();
    stage.machine.jump(30 * MINUTE);
    stage.machine.pass(at('2027-01-29T23:40').getTime() - at('2027-01-11T09:00').getTime());
    await stage.wake();
    expect(await stage.ended(c)).toBe(2);
    expect(stage.about('endete zu früh')).toHaveLength(4);

    await stage.app.says(`koordination-${c}@dm`, '/beschluss wieder öffnen B-1');
    await stage.app.settle();

    expect(stage.heardBy(`steuerung-${c}`).at(-1)).toContain('31.01.2027');
  });

  test.each([
    ['within a minute of the database’s clock', 0],
    ['by a clock that somebody moved', 12 * DAY],
  ])('what ended %s stays as it is', async (_how, moved) => {
    stage.begin('here');
    c = await stage.found();
    stage.app.clock.moveTo(new Date(stage.app.clock.now().getTime() + moved));
    stage.machine.pass(at('2027-01-30T00:00').getTime() - at('2027-01-11T09:00').getTime() - moved);
    await stage.wake();
    expect(await stage.ended(c)).toBe(2);

    expect(stage.about('endete zu früh')).toEqual([]);
    const chair = await stage.app.says(`vorsitz-${c}@dm`, '/beschluss wieder öffnen B-1');
    const lead = await stage.app.says(`leitung-${c}@dm`, '/beitrag wieder öffnen R-1');
    expect([chair.refused?.code, lead.refused?.code]).toEqual(['vote.closedInTime', 'round.until']);
  });

  test('an open vote, somebody without the right, and a vote on which a later one rests are refused', async () => {
    stage.begin('here');
    c = await stage.found();
    expect((await stage.app.says(`vorsitz-${c}@dm`, '/beschluss wieder öffnen B-1')).refused?.code).toBe(
      'vote.stillOpen',
    );

    const app = await closedByWrongStart();
    await app.says(`koordination-${c}@dm`, '/prozess uhr stimmt');
    expect((await app.says(`verein-${c}@dm`, '/beschluss wieder öffnen B-1')).refused?.code).toBe('who.chair');
    await stage.query(
      `insert into mitwirk.votes (process_id, group_id, number, result_id, result_version, result_kind, title, text,
        text_hash, rule, deadline_date, state, opened_by, opened_at, second_call_of)
      select process_id, group_id, 2, result_id, result_version, result_kind, title, text, text_hash, rule,
        deadline_date, 'open', opened_by, opened_at, id from mitwirk.votes
      where process_id = (select id from mitwirk.processes where name = $1)`,
      [c],
    );
    expect((await app.says(`vorsitz-${c}@dm`, '/beschluss wieder öffnen B-1')).refused?.code).toBe('vote.overtaken');
  });

  test('a reminder that was sent too early comes again in its time', async () => {
    const app = await closedByWrongStart();
    await app.says(`koordination-${c}@dm`, '/prozess uhr stimmt');
    await app.says(`vorsitz-${c}@dm`, '/beschluss wieder öffnen B-1');
    await app.settle();
    const before = stage.about('endet bald').length;

    stage.machine.pass(at('2027-01-29T10:00').getTime() - stage.machine.truth().getTime());
    await stage.wake(app);

    expect(stage.about('endet bald').length).toBe(before + 1);
  });
});
