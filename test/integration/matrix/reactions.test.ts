/** Ballots by reaction: what a person's reactions on the card say counts as long as they stand. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { onSynapse, openStage, quietly, type Stage } from '../../support/matrix/stage.ts';
import { type Steering, seatSteering } from '../../support/matrix/steering.ts';
import type { MatrixUser, SeenEvent } from '../../support/matrix/user.ts';

onSynapse('ballots by reaction', () => {
  let stage: Stage;
  let steering: Steering;
  let amt: MatrixUser;
  let card: SeenEvent;
  let opened = 0;

  beforeAll(async () => {
    stage = await openStage({ start: new Date('2027-01-11T08:00:00Z') });
    steering = await seatSteering(stage);
    amt = steering.voters.amt;
  }, 120_000);

  beforeEach(async () => {
    opened += 1;
    card = await steering.open(`Sprachcafé ${opened}`);
  }, 60_000);

  afterAll(() => stage?.close());

  const press = (emoji: string) => amt.react(steering.roomId, card.event_id, emoji);
  const takeBack = (eventId: string) => amt.redact(steering.roomId, eventId);

  test('taking the last one back goes back to the one before; taking that back too leaves nothing', async () => {
    let yes = '';
    let no = '';
    await steering.told(amt, 'Ja', async () => {
      yes = await press('✅');
    });
    await steering.told(amt, 'Nein', async () => {
      no = await press('❌');
    });
    await stage.bot.restart();

    const again = await steering.told(amt, 'Es gilt wieder', () => takeBack(no));
    expect(again).toContain(`Ihre Stimme zu B-${opened}: Ja.`);
    expect(await steering.acts(amt)).toEqual(['yes', 'no', null, 'yes']);

    const gone = await steering.told(amt, 'Zurückgenommen', () => takeBack(yes));
    expect(gone).toContain('zählt für Sie jetzt nichts, bis Sie neu abstimmen');
    expect(gone).toContain(`!beschluss ja B-${opened}`);
    expect((await steering.acts(amt)).at(-1)).toBeNull();
  }, 60_000);

  test('taking back one that is not the last changes nothing, and nothing is said', async () => {
    let yes = '';
    await steering.told(amt, 'Ja', async () => {
      yes = await press('✅');
    });
    await steering.told(amt, 'Nein', () => press('❌'));
    const before = amt.seen.length;

    await takeBack(yes);
    await quietly(amt);

    expect(amt.seen.slice(before).filter(({ sender }) => sender === stage.account.userId)).toEqual([]);
    expect(await steering.acts(amt)).toEqual(['yes', 'no']);
  }, 60_000);

  test('what was typed since then is not undone, nor is an earlier one put in its place', async () => {
    let no = '';
    await steering.told(amt, 'Ja', () => press('✅'));
    await steering.told(amt, 'Nein', async () => {
      no = await press('❌');
    });
    await steering.told(amt, 'Enthaltung', () => amt.say(steering.roomId, `!beschluss enthaltung B-${opened}`));

    const said = await steering.told(amt, 'etwas anderes', () => takeBack(no));

    expect(said).toContain('Enthaltung. Das bleibt so.');
    expect(await steering.acts(amt)).toEqual(['yes', 'no', 'abstain']);
  }, 60_000);

  test('what was typed back stays back', async () => {
    let no = '';
    await steering.told(amt, 'Ja', () => press('✅'));
    await steering.told(amt, 'Nein', async () => {
      no = await press('❌');
    });
    await steering.told(amt, 'Zurückgenommen', () => amt.say(steering.roomId, `!beschluss zurücknehmen B-${opened}`));

    await steering.told(amt, 'keine Stimme eingetragen', () => takeBack(no));

    expect(await steering.acts(amt)).toEqual(['yes', 'no', null]);
  }, 60_000);

  test('a moderator who removes a reaction takes nobody’s ballot away, and the voter learns that it counts', async () => {
    let yes = '';
    await steering.told(amt, 'Ja', async () => {
      yes = await press('✅');
    });

    const said = await steering.told(amt, 'gilt', () => steering.koordination.redact(steering.roomId, yes));

    expect(said).toContain(`!beschluss ja B-${opened}`);
    expect(await steering.acts(amt)).toEqual(['yes']);
  }, 60_000);

  test('a recusal is taken back with its reaction, and the ballot before it counts again', async () => {
    let recusal = '';
    await steering.told(amt, 'Ja', () => press('✅'));
    await steering.told(amt, 'befangen', async () => {
      recusal = await press('⚖️');
    });

    const again = await steering.told(amt, 'Es gilt wieder', () => takeBack(recusal));

    expect(again).toContain(`Ihre Stimme zu B-${opened}: Ja.`);
    expect(await steering.acts(amt)).toEqual(['yes']);
  }, 60_000);
});
