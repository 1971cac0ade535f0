/** Rooms come and go: invitations, being put out and let in again, upgrades, rights, and rooms that are encrypted. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { onSynapse, openStage, quietly, type Stage } from '../../support/matrix/stage.ts';
import type { MatrixUser, SeenEvent } from '../../support/matrix/user.ts';

onSynapse('rooms', () => {
  let stage: Stage;
  let koordination: MatrixUser;
  let roomId: string;
  let botId: string;

  beforeAll(async () => {
    stage = await openStage();
    botId = stage.account.userId;
    koordination = await stage.person('koordination');
    roomId = await stage.room('Steuerung', [koordination]);
    await koordination.say(roomId, '!prozess einrichten "Integrationskonzept" region BY-KATH');
    await koordination.waitForText('Integrationskonzept ist eingerichtet', { from: botId });
    await koordination.say(roomId, '!gruppe neu "AG Bildung" feld Bildung');
    await koordination.say(roomId, '!aufgabe neu Erste Aufgabe');
    await koordination.waitForText('Erste Aufgabe', { from: botId, roomId });
  }, 60_000);

  afterAll(() => stage?.close());

  const isEntry = (room: string) => (event: SeenEvent) =>
    event.roomId === room && event.state_key === botId && event.content.membership === 'join';

  test('whoever is put out says so to the coordinator, and says what waited when let in again', async () => {
    await koordination.call('POST', `/rooms/${roomId}/kick`, { user_id: botId });
    await koordination.waitForText(/AG Bildung/, { from: botId, after: koordination.seen.length });
    const direct =
      koordination.seen.findLast((event) => event.sender === botId && event.roomId !== roomId)?.roomId ?? '';
    await koordination.say(direct, 'aufgabe kommentar A-1 Währenddessen');
    await quietly(koordination, 1_000);

    await koordination.invite(roomId, botId);
    const after = koordination.seen.length;
    await koordination.waitFor((event) => isEntry(roomId)(event) && koordination.seen.indexOf(event) >= after);
    await koordination.say(roomId, '!aufgabe neu Zweite Aufgabe');
    await koordination.waitForText('Zweite Aufgabe', { from: botId, roomId });
  }, 60_000);

  test('where the bot may not speak it does not try, and what it has to say waits until it may', async () => {
    // Whoever made the room stands above all levels and is in no list.
    const levels = { users: {}, events_default: 50, users_default: 0 };
    await koordination.setState(roomId, 'm.room.power_levels', levels);
    await koordination.say(roomId, '!aufgabe neu Wenn ich darf');
    await quietly(koordination, 1_500);
    expect(
      koordination.seen.filter(
        (event) =>
          event.roomId === roomId && String(event.content.body).includes('Wenn ich darf') && event.sender === botId,
      ),
    ).toEqual([]);

    await koordination.setState(roomId, 'm.room.power_levels', { ...levels, events_default: 0 });

    await koordination.waitForText('Wenn ich darf', { from: botId, roomId });
  }, 60_000);

  test('a room that is upgraded is followed, also when the bot has to be invited: its cards go on there', async () => {
    const { replacement_room: replacement } = await koordination.call('POST', `/rooms/${roomId}/upgrade`, {
      new_version: '11',
    });
    const next = String(replacement);
    await koordination.waitFor((event) => event.roomId === next && event.type === 'm.room.create');
    await quietly(koordination, 800);
    await koordination.invite(next, botId);
    await koordination.waitFor(isEntry(next));

    await koordination.say(next, '!aufgabe neu Im neuen Raum');
    await koordination.waitForText('Im neuen Raum', { from: botId, roomId: next });
    await koordination.say(next, '!aufgabe erledigt A-1');

    const card = await koordination.waitForText('Erste Aufgabe', { from: botId, roomId: next });
    expect(card.content).not.toHaveProperty('m.relates_to');
    roomId = next;
  }, 60_000);

  test('in an encrypted room the bot says once, in one sentence, what is missing, and nothing else', async () => {
    const initial_state = [
      { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } },
    ];
    const sealed = await stage.room('Vertraulich', [koordination], { initial_state });

    await koordination.waitForText('npm run doctor', { from: botId, roomId: sealed });
    await koordination.send(sealed, 'm.room.encrypted', { algorithm: 'm.megolm.v1.aes-sha2', ciphertext: 'AAAA' });
    await koordination.say(sealed, '!gruppe steuerung');
    await quietly(koordination);

    const said = koordination.seen.filter((event) => event.roomId === sealed && event.sender === botId);
    expect(said.filter(({ type }) => type === 'm.room.message')).toHaveLength(1);
    expect(said.find(({ type }) => type === 'm.room.message')?.content).toMatchObject({ msgtype: 'm.notice' });
  }, 60_000);

  test('a space is entered and never spoken in', async () => {
    const space = await stage.room('Stadt', [koordination], { creation_content: { type: 'm.space' } });

    await koordination.say(space, '!mitwirk hilfe');
    await quietly(koordination);

    expect(
      koordination.seen.filter(
        (event) => event.roomId === space && event.sender === botId && event.type === 'm.room.message',
      ),
    ).toEqual([]);
  }, 60_000);

  test('a room nobody else is in any more is left', async () => {
    const room = await stage.room('Leer', [koordination]);

    await koordination.call('POST', `/rooms/${room}/leave`, {});
    await stage.account.sync();

    await expect(
      stage.account.waitFor((event) => event.roomId === room && event.type === 'm.room.never', 2_000),
    ).rejects.toThrow();
    const { joined_rooms: joined } = await stage.account.call('GET', '/joined_rooms');
    expect(joined).not.toContain(room);
  }, 60_000);

  test('somebody whose account is closed is missed: whoever looks after their tasks is told', async () => {
    const mitglied = await stage.person('mitglied');
    await koordination.invite(roomId, mitglied.userId);
    await mitglied.join(roomId);
    await koordination.say(roomId, `!gruppe aufnehmen @mitglied-${stage.suffix}`);
    await koordination.say(roomId, `!aufgabe neu Bleibt liegen @mitglied-${stage.suffix} bis 22.01.`);
    await mitglied.waitForText('Bleibt liegen', { from: botId });

    const auth = {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: mitglied.userId },
      password: 'pass phrase',
    };
    await mitglied.call('POST', '/account/deactivate', { auth });

    const told = await koordination.waitForText(/mitglied-.*(verlassen|nicht mehr)/s, { from: botId });
    expect(told.roomId).not.toBe(roomId);
  }, 60_000);
});

onSynapse('invitations', () => {
  test('only people and servers that are named may invite the bot', async () => {
    const stage = await openStage({ matrix: { invitesFrom: ['elsewhere.example'] } });
    try {
      const stranger = await stage.person('fremd');
      const room = await stranger.createRoom({ name: 'Werbung', invite: [stage.account.userId] });
      await quietly(stranger, 2_000);

      const { joined_rooms: joined } = await stage.account.call('GET', '/joined_rooms');
      expect(joined).not.toContain(room);
      expect(stage.bot.log.some(({ event }) => event.includes('invitation'))).toBe(true);
    } finally {
      await stage.close();
    }
  }, 60_000);
});
