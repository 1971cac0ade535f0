/** In encrypted rooms the bot reads and answers like everywhere, over restarts too, and says nothing in plain text there. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BotProcess } from '../../support/matrix/botProcess.ts';
import {
  createEncryptedStage,
  devicesOf,
  encryptedDirectChat,
  encryption,
  joined,
  library,
  onTheWire,
  withPeer,
} from '../../support/matrix/encryptedStage.ts';
import type { EncryptedUser } from '../../support/matrix/encryptedUser.ts';
import { homeserver, onSynapse, quietly, texts } from '../../support/matrix/stage.ts';
import { MatrixUser, newest, type SeenEvent } from '../../support/matrix/user.ts';
import { testNeeding } from '../../support/needs.ts';

/** The stand-in keeps its keys in memory. */
const withKeptKeys = testNeeding(library === 'native', 'the native library is not installed');
const SLOW_MS = 120_000;

onSynapse('encryption', () => {
  const stage = createEncryptedStage();
  const { suffix } = stage;
  afterAll(() => stage.close(), SLOW_MS);

  withPeer('the bot', () => {
    let account: MatrixUser;
    let bot: BotProcess;
    let koordination: EncryptedUser;
    let mitglied: EncryptedUser;
    let roomId: string;
    let direct: string;
    let botId: string;
    /** Where everything the bot says has to be encrypted. */
    const sealed: string[] = [];

    const within = 30_000;
    const hears = (user: MatrixUser, text: string | RegExp, more: object = {}) =>
      user.waitForText(text, { from: botId, within, ...more });

    beforeAll(async () => {
      account = await MatrixUser.register(homeserver, `mitwirk-${suffix}`);
      botId = account.userId;
      bot = stage.bot({ MITWIRK_MATRIX_ACCESS_TOKEN: account.token });
      [koordination, mitglied] = await Promise.all([stage.person('koordination'), stage.person('mitglied')]);
      await bot.start();
      direct = await encryptedDirectChat(koordination, botId);
      roomId = await koordination.createRoom({
        name: 'AG Bildung',
        invite: [botId, mitglied.userId],
        initial_state: [encryption],
      });
      await joined(koordination, roomId, botId);
      await joined(koordination, roomId, mitglied.userId);
      sealed.push(direct, roomId);
    }, SLOW_MS);

    test(
      'a command in a direct chat is read, and its answer encrypted',
      async () => {
        await koordination.send(direct, 'm.room.message', { msgtype: 'm.text', body: 'hilfe' });

        const answer = await hears(koordination, '!aufgabe', { roomId: direct });

        expect(answer).toMatchObject({ wireType: 'm.room.encrypted', type: 'm.room.message' });
      },
      SLOW_MS,
    );

    test(
      'a task is asked for in an encrypted direct chat, taken by reacting, and its card edited',
      async () => {
        await koordination.say(roomId, '!prozess einrichten "Integrationskonzept" region BY-KATH');
        await hears(koordination, 'Integrationskonzept ist eingerichtet');
        await koordination.say(roomId, '!gruppe neu "AG Bildung" feld Bildung');
        await koordination.say(roomId, `!gruppe aufnehmen @mitglied-${suffix}`);
        await hears(koordination, 'Neu in AG Bildung', { roomId });
        await koordination.say(roomId, `!aufgabe neu Bestandsaufnahme @mitglied-${suffix} bis 22.01.`);

        const request = await hears(mitglied, 'bittet Sie, das zu übernehmen');
        sealed.push(request.roomId);
        await mitglied.waitFor((event) => event.type === 'm.reaction' && JSON.stringify(event.content).includes('👍'));
        await mitglied.react(request.roomId, request.event_id, '👍');
        const isEdit = (event: SeenEvent) =>
          event.roomId === roomId &&
          event.sender === botId &&
          'm.new_content' in event.content &&
          !/angefragt/.test(String(newest(event).body));
        const changed = await koordination.waitFor(isEdit, within);
        const wire = (await onTheWire(koordination, roomId)).find(({ event_id }) => event_id === changed.event_id);

        expect(request).toMatchObject({ wireType: 'm.room.encrypted' });
        expect(wire?.type).toBe('m.room.encrypted');
        expect(wire?.content['m.relates_to']).toMatchObject({ rel_type: 'm.replace' });
      },
      SLOW_MS,
    );

    test(
      'an answer stands in the thread of its command',
      async () => {
        const root = await koordination.say(direct, 'Ein Thema');
        const relation = { rel_type: 'm.thread', event_id: root, is_falling_back: true };
        const before = koordination.seen.length;
        await koordination.say(direct, 'aufgabe liste', { 'm.relates_to': relation });

        const answer = await hears(koordination, 'Meine offenen Aufgaben', { roomId: direct, after: before });

        expect(answer.content['m.relates_to']).toMatchObject({ rel_type: 'm.thread', event_id: root });
        expect(answer).toMatchObject({ wireType: 'm.room.encrypted' });
      },
      SLOW_MS,
    );

    test(
      'a new key, somebody who comes later, and a second device are understood, and understand',
      async () => {
        await koordination.rotate(roomId);
        await koordination.say(roomId, '!aufgabe neu Nach neuem Schlüssel');
        await hears(koordination, 'Nach neuem Schlüssel', { roomId });

        const leitung = await stage.person('leitung');
        await koordination.invite(roomId, leitung.userId);
        await joined(koordination, roomId, leitung.userId);
        await koordination.say(roomId, '!aufgabe neu Zu dritt');
        await hears(leitung, 'Zu dritt', { roomId });

        const other = await stage.secondDevice(mitglied);
        await other.say(roomId, '!aufgabe neu Vom zweiten Gerät');
        await hears(other, 'Vom zweiten Gerät', { roomId });
        await hears(mitglied, 'Vom zweiten Gerät', { roomId });
      },
      SLOW_MS,
    );

    test(
      'nobody is kept waiting when people come into a room',
      async () => {
        const person = await MatrixUser.register(homeserver, `gast-${suffix}`);
        await koordination.invite(roomId, person.userId);
        await person.join(roomId);
        const before = performance.now();
        await koordination.say(direct, 'hilfe vote');
        await hears(koordination, 'Beschlüsse: abstimmen', { roomId: direct });

        expect(performance.now() - before).toBeLessThan(4_500);
      },
      SLOW_MS,
    );

    test(
      'a room in which encryption is switched on is spoken in encrypted from then on',
      async () => {
        const plain = await koordination.createRoom({ name: 'AG Sport', invite: [botId] });
        await joined(koordination, plain, botId);
        await koordination.say(plain, '!gruppe neu "AG Sport" feld Sport');
        await hears(koordination, 'AG Sport', { roomId: plain });
        const before = await onTheWire(koordination, plain);

        await koordination.setState(plain, encryption.type, encryption.content);
        await koordination.knowsEncrypted(plain);
        await koordination.say(plain, '!aufgabe neu Jetzt verschlüsselt');
        const posted = await hears(koordination, 'Jetzt verschlüsselt', { roomId: plain });
        const since = (await onTheWire(koordination, plain)).slice(before.length);

        expect(before.some(({ sender, type }) => sender === botId && type === 'm.room.message')).toBe(true);
        expect(posted).toMatchObject({ wireType: 'm.room.encrypted' });
        expect(since.filter(({ sender, type }) => sender === botId && type === 'm.room.message')).toEqual([]);
      },
      SLOW_MS,
    );

    test(
      'what cannot be decrypted is answered once for each person and room',
      async () => {
        const account = await MatrixUser.register(homeserver, `alt-${suffix}`);
        await koordination.invite(roomId, account.userId);
        await account.join(roomId);
        const unreadable = () =>
          account.send(roomId, 'm.room.encrypted', {
            algorithm: 'm.megolm.v1.aes-sha2',
            ciphertext:
              'AwgAEpABqOCAaP6NqXquQcEsrGCVInjRTLHmVH8exqYO0b5Aulhgzqrt6oWVUZCpSRBCnlmvnc96n/wpjlALt6vYUcNr2lMkXpuKuYaQhHx5c4in2OJCkPzGmbpXRRdw6WC25uzzKr5Vi5Fa8B5o1C5DGGs',
            device_id: 'OLD',
            sender_key: 'aV9BpqYFqJpKYmgERyGv/6QyKMcgLqxM05V0gvzg9Yk',
            session_id: 'IkwqWxT2zy3DI1E/zM2Wq+CE8tr3eEpsxsVGjGrMPdw',
          });
        await unreadable();
        await unreadable();

        await account.waitForText('konnte ich leider nicht entschlüsseln', { from: botId, within: 45_000 });
        await unreadable();
        await koordination.say(direct, 'hilfe');
        await quietly(account, 22_000);

        expect(texts(account.seen).filter((text) => text.includes('nicht entschlüsseln'))).toHaveLength(1);
      },
      SLOW_MS,
    );

    test(
      'what only the state of a room can say is not taken from a message',
      async () => {
        const trap = await mitglied.createRoom({
          name: 'Falle',
          invite: [botId],
          creation_content: { predecessor: { room_id: roomId, event_id: '$none' } },
        });
        await joined(mitglied, trap, botId);

        await mitglied.send(roomId, 'm.room.tombstone', { body: 'weiter dort', replacement_room: trap });
        await mitglied.say(roomId, '!aufgabe neu Immer noch hier');

        await hears(koordination, 'Immer noch hier', { roomId });
        expect(texts(mitglied.seen.filter((event) => event.roomId === trap))).toEqual([]);
      },
      SLOW_MS,
    );

    withKeptKeys(
      'after a restart the same device reads old and new messages',
      async () => {
        const words = 'Wir brauchen einen Raum für den Vorkurs';
        const old = await mitglied.say(roomId, words);
        const device = await devicesOf(koordination, botId);
        await bot.stop();
        await koordination.say(roomId, '!aufgabe neu Während der Pause');

        await bot.start();

        await hears(koordination, 'Während der Pause', { roomId });
        await mitglied.reply(roomId, old, '!aufgabe');
        await hears(koordination, words, { roomId });
        expect(await devicesOf(koordination, botId)).toEqual(device);
        expect(await bot.health()).toBe(200);
      },
      SLOW_MS,
    );

    withKeptKeys(
      'killed at any time, the same device goes on',
      async () => {
        const device = await devicesOf(koordination, botId);
        for (const [index, pause] of [0, 100].entries()) {
          await koordination.rotate(roomId);
          await koordination.say(roomId, `!aufgabe neu Vor dem Abbruch ${index}`);
          await quietly(koordination, pause);
          await bot.kill();
          await koordination.say(roomId, `!aufgabe neu Nach dem Abbruch ${index}`);

          await bot.start();

          await hears(koordination, `Vor dem Abbruch ${index}`, { roomId, within: 60_000 });
          await hears(koordination, `Nach dem Abbruch ${index}`, { roomId, within: 60_000 });
        }
        expect(await devicesOf(koordination, botId)).toEqual(device);
        expect(texts(koordination.seen).filter((text) => text.includes('nicht entschlüsseln'))).toEqual([]);
      },
      SLOW_MS,
    );

    test('in all encrypted rooms the bot has said nothing in plain text', async () => {
      for (const place of sealed) {
        const user = (await onTheWire(koordination, place).catch(() => null)) ?? (await onTheWire(mitglied, place));
        const own = user.filter(({ sender, type }) => sender === botId && type !== 'm.room.member');
        expect(own.length).toBeGreaterThan(0);
        expect(own.filter(({ type }) => type === 'm.room.message')).toEqual([]);
      }
    });
  });
});
