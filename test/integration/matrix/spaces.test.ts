/** A town's space: its rooms are found and entered, it belongs to a process, and a fresh room in it finds that. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { directChat, homeserver, onSynapse, openStage, quietly, type Stage } from '../../support/matrix/stage.ts';
import { MatrixUser, type SeenEvent } from '../../support/matrix/user.ts';

const SPACE = { creation_content: { type: 'm.space' } };
const PUBLIC = { preset: 'public_chat' };

/** Rooms whose people may enter: https://spec.matrix.org/v1.16/client-server-api/#restricted-rooms */
function restrictedTo(spaceId: string): object {
  const content = { join_rule: 'restricted', allow: [{ type: 'm.room_membership', room_id: spaceId }] };
  return { initial_state: [{ type: 'm.room.join_rules', state_key: '', content }] };
}

onSynapse('spaces', () => {
  let stage: Stage;
  let koordination: MatrixUser;
  let botId: string;
  let space: string;
  let chat: string;
  const rooms: Record<string, string> = {};

  const put = (parent: string, child: string, content: object = { via: [process.env.TEST_SYNAPSE_NAME ?? ''] }) =>
    koordination.setState(parent, 'm.space.child', content, child);

  async function roomIn(parent: string, name: string, options: object): Promise<string> {
    const roomId = await koordination.createRoom({ name, ...options });
    rooms[name] = roomId;
    await put(parent, roomId);
    return roomId;
  }

  const isThere = (roomId: string) => (event: SeenEvent) =>
    event.roomId === roomId && event.state_key === botId && event.content.membership === 'join';
  const entered = (name: string) => koordination.waitFor(isThere(rooms[name] ?? ''));

  async function joined(): Promise<readonly string[]> {
    return (await stage.account.call('GET', '/joined_rooms')).joined_rooms as string[];
  }

  /** What the bot answers in the direct chat to something said there or in a room. */
  async function answerTo(roomId: string, words: string): Promise<string> {
    const after = koordination.seen.length;
    await koordination.say(roomId, words);
    const answer = await koordination.waitForText(/./, { from: botId, roomId: chat, after });
    return String(answer.content.body);
  }

  beforeAll(async () => {
    stage = await openStage();
    botId = stage.account.userId;
    koordination = await stage.person('koordination');
    chat = await directChat(koordination, stage.account);
    space = await koordination.createRoom({ name: 'Stadt', ...SPACE });
    rooms.Steuerung = await stage.room('Steuerung', [koordination]);
    await put(space, rooms.Steuerung);
    await roomIn(space, 'Sprache', PUBLIC);
    await roomIn(space, 'Wohnen', restrictedTo(space));
    await roomIn(space, 'Geheim', {});
    const within = await roomIn(space, 'Arbeitsgruppen', { ...SPACE, ...PUBLIC });
    await roomIn(within, 'Bildung', PUBLIC);
    // In a circle nobody gets lost.
    await put(await roomIn(within, 'Archiv', { ...SPACE, ...PUBLIC }), within);
    // Without servers it lies there no longer.
    await roomIn(space, 'Früher', PUBLIC);
    await put(space, rooms.Früher ?? '', {});
  }, 120_000);

  afterAll(() => stage?.close());

  test('before there is a space, it is said what to do', async () => {
    await answerTo(rooms.Steuerung ?? '', '!prozess einrichten "Stadt" region BY-KATH');
    expect(await answerTo(rooms.Steuerung ?? '', '!prozess space')).toContain('laden Sie mich in den Space ein');
  }, 60_000);

  test('whoever is invited to a space enters its rooms that are open, also in spaces within, and no others', async () => {
    await koordination.invite(space, botId);
    for (const name of ['Sprache', 'Wohnen', 'Arbeitsgruppen', 'Bildung', 'Archiv']) await entered(name);
    await quietly(koordination);

    const there = await joined();
    expect(there).toEqual(expect.arrayContaining([space, rooms.Steuerung, rooms.Sprache, rooms.Wohnen]));
    expect(there).not.toContain(rooms.Geheim);
    expect(there).not.toContain(rooms.Früher);
  }, 60_000);

  test('the coordinator sees what lives where, what to type, and where the bot has to be let in', async () => {
    await koordination.say(rooms.Steuerung ?? '', '!gruppe steuerung');
    await koordination.waitForText('Raum der Steuerungsgruppe', { from: botId, roomId: rooms.Steuerung ?? '' });

    const list = await answerTo(rooms.Steuerung ?? '', '!prozess space');

    expect(list).toContain('Dieser Space gehört jetzt zum Prozess „Stadt“.');
    expect(list).toMatch(/Steuerung – Steuerungsgruppe/);
    for (const name of ['Sprache', 'Wohnen', 'Bildung']) expect(list).toContain(`!gruppe neu "${name}"`);
    expect(list).toMatch(/in denen ich nicht bin\n.*Ein Raum, dessen Namen ich nicht sehe \(https:\/\/matrix\.to\//);
    for (const name of ['Arbeitsgruppen', 'Archiv']) expect(list).not.toContain(name);
    expect(list).not.toContain('Früher');
  }, 60_000);

  test('a fresh room in the space belongs to its process, though the coordinator has two', async () => {
    const kreis = await stage.room('Kreistag', [koordination]);
    await answerTo(kreis, '!prozess einrichten "Kreis" region BE');
    expect(await answerTo(chat, 'prozess')).toContain('an mehreren Prozessen');

    const fresh = await roomIn(space, 'Sport', PUBLIC);
    await entered('Sport');
    await koordination.say(fresh, '!gruppe neu "AG Sport" feld Sport');
    await koordination.waitForText('AG Sport', { from: botId, roomId: fresh });

    expect(await answerTo(rooms.Steuerung ?? '', '!gruppe liste')).toContain('AG Sport');
    expect(await answerTo(rooms.Steuerung ?? '', '!prozess space')).toContain('Sport – AG Sport');
  }, 60_000);

  test('a room that the bot is let into, or that leaves the space, is so in the next list', async () => {
    await koordination.invite(rooms.Geheim ?? '', botId);
    await entered('Geheim');
    await put(space, rooms.Wohnen ?? '', {});

    const list = await answerTo(rooms.Steuerung ?? '', '!prozess space');

    expect(list).toContain('!gruppe neu "Geheim"');
    expect(list).not.toContain('Wohnen');
    expect(await answerTo(rooms.Wohnen ?? '', '!prozess')).toContain('an mehreren Prozessen');
  }, 60_000);

  test('where the bot was put out it comes back when it is invited, not because the room lies in the space', async () => {
    const roomId = rooms.Sprache ?? '';
    await koordination.call('POST', `/rooms/${roomId}/kick`, { user_id: botId });
    await quietly(koordination);
    await put(space, await koordination.createRoom({ name: 'Anlass' }));
    await quietly(koordination);
    expect(await joined()).not.toContain(roomId);
    expect(await answerTo(rooms.Steuerung ?? '', '!prozess space')).toMatch(/in denen ich nicht bin\n(.*\n)*.*Sprache/);

    const after = koordination.seen.length;
    await koordination.invite(roomId, botId);
    await koordination.waitFor((event) => isThere(roomId)(event) && koordination.seen.indexOf(event) >= after);
  }, 60_000);

  test('a space that is upgraded is followed: the process goes with it', async () => {
    const { replacement_room } = await koordination.call('POST', `/rooms/${space}/upgrade`, { new_version: '12' });
    const next = String(replacement_room);
    await quietly(koordination);
    await koordination.invite(next, botId);
    await koordination.waitFor(isThere(next));

    const fresh = await roomIn(next, 'Kultur', PUBLIC);
    await entered('Kultur');
    expect(await answerTo(fresh, '!prozess')).toMatch(/^Stadt\n/);
    expect(await answerTo(fresh, '!prozess space')).toContain('Dieser Space gehört zum Prozess „Stadt“.');
    rooms.Stadt = next;
  }, 60_000);

  test('what was put into the space while the bot was away is found when it is back', async () => {
    await stage.bot.close();
    await roomIn(rooms.Stadt ?? '', 'Jugend', PUBLIC);
    await stage.bot.restart();
    await entered('Jugend');

    expect(await answerTo(rooms.Jugend ?? '', '!prozess')).toMatch(/^Stadt\n/);
  }, 60_000);

  test('in all this the bot has never said a word in a space', () => {
    const spaces = new Set([space, rooms.Stadt, rooms.Arbeitsgruppen, rooms.Archiv]);
    const said = koordination.seen.filter(
      ({ sender, type, roomId }) => sender === botId && type !== 'm.room.member' && spaces.has(roomId),
    );

    expect(said).toEqual([]);
  });
});

onSynapse('spaces of others', () => {
  let stage: Stage;
  let koordination: MatrixUser;
  let fremd: MatrixUser;

  const via = { via: [process.env.TEST_SYNAPSE_NAME ?? ''] };

  beforeAll(async () => {
    koordination = await MatrixUser.register(homeserver, `koordination-${randomUUID().slice(0, 8)}`);
    stage = await openStage({ matrix: { invitesFrom: [koordination.userId] } });
    fremd = await stage.person('fremd');
  }, 60_000);

  afterAll(() => stage?.close());

  async function joined(): Promise<unknown> {
    return (await stage.account.call('GET', '/joined_rooms')).joined_rooms;
  }

  test('are left alone, with the rooms in them', async () => {
    const space = await fremd.createRoom({ name: 'Werbung', ...SPACE, ...PUBLIC });
    await fremd.setState(space, 'm.space.child', via, await fremd.createRoom({ name: 'Angebote', ...PUBLIC }));

    await fremd.invite(space, stage.account.userId);
    await quietly(fremd, 2_500);

    expect(await joined()).toEqual([]);
  }, 60_000);

  test('a room that somebody whose invitations are not accepted puts into the space is not entered', async () => {
    const space = await stage.room('Stadt', [koordination, fremd], SPACE);
    await koordination.setState(space, 'm.room.power_levels', { users: { [fremd.userId]: 50 } });
    const angebote = await fremd.createRoom({ name: 'Angebote', ...PUBLIC });
    await fremd.setState(space, 'm.space.child', via, angebote);
    const sprache = await koordination.createRoom({ name: 'Sprache', ...PUBLIC });
    await koordination.setState(space, 'm.space.child', via, sprache);

    await koordination.waitFor(
      ({ roomId, state_key, content }) =>
        roomId === sprache && state_key === stage.account.userId && content.membership === 'join',
    );
    await quietly(koordination);

    expect(await joined()).not.toContain(angebote);
  }, 60_000);
});
