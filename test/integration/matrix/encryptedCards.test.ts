/** Polls, ballots and pictures in encrypted rooms: for people in them as elsewhere, and for the homeserver nothing to read. */
import { createDecipheriv, createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  createEncryptedStage,
  encryption,
  joined,
  library,
  onTheWire,
  withPeer,
} from '../../support/matrix/encryptedStage.ts';
import type { EncryptedUser } from '../../support/matrix/encryptedUser.ts';
import { homeserver, onSynapse, type Stage } from '../../support/matrix/stage.ts';
import { type Steering, seatSteering } from '../../support/matrix/steering.ts';
import { MatrixUser, type SeenEvent } from '../../support/matrix/user.ts';
import { testNeeding } from '../../support/needs.ts';

const START = 'org.matrix.msc3381.poll.start';
const RESPONSE = 'org.matrix.msc3381.poll.response';
/** The stand-in encrypts no files. */
const withFiles = testNeeding(library === 'native', 'the native library is not installed');
const SLOW_MS = 180_000;

onSynapse('cards in encrypted rooms', () => {
  const stage = createEncryptedStage();
  afterAll(() => stage.close(), SLOW_MS);

  withPeer('the bot', () => {
    let botId: string;
    let steering: Steering;
    let amt: EncryptedUser;
    let poll: SeenEvent;

    async function room(name: string, [maker, ...others]: readonly MatrixUser[]): Promise<string> {
      if (!maker) throw new Error('A room needs somebody to make it');
      const invite = [botId, ...others.map(({ userId }) => userId)];
      const roomId = await maker.createRoom({ name, invite, initial_state: [encryption] });
      for (const userId of invite) await joined(maker, roomId, userId);
      return roomId;
    }

    beforeAll(async () => {
      const account = await MatrixUser.register(homeserver, `mitwirk-${stage.suffix}`);
      botId = account.userId;
      await stage.bot({ MITWIRK_MATRIX_ACCESS_TOKEN: account.token }).start();
      steering = await seatSteering({ ...stage, account, room } as unknown as Stage);
      amt = steering.voters.amt as EncryptedUser;
      await steering.koordination.say(steering.roomId, '!aufgabe neu Räume anfragen');
      await steering.told(steering.koordination, 'ist jetzt an', () =>
        steering.koordination.say(steering.roomId, '!prozess setzen umfragen an'),
      );
      await steering.open('Sprachcafé');
      poll = await amt.waitFor(({ type, sender }) => type === START && sender === botId, 60_000);
    }, SLOW_MS);

    const answer = (id: string) => ({
      'm.relates_to': { rel_type: 'm.reference', event_id: poll.event_id },
      [RESPONSE]: { answers: [id] },
    });

    test(
      'a poll is begun encrypted, and answers count, whatever of them is encrypted',
      async () => {
        await steering.told(amt, 'Danke! Ihre Stimme', () => amt.send(poll.roomId, RESPONSE, answer('vote.yes')));
        let no = '';
        const changed = await steering.told(amt, 'Geändert', async () => {
          no = await amt.sendApart(poll.roomId, RESPONSE, answer('vote.no'));
        });
        await steering.told(amt, 'Es gilt wieder', () => amt.redact(poll.roomId, no));

        expect(poll).toMatchObject({ wireType: 'm.room.encrypted' });
        expect(changed).toContain('Nein');
        const wire = JSON.stringify(await onTheWire(amt, poll.roomId));
        expect(wire).not.toContain('vote.no');
        expect(wire).not.toContain('Sprachcafé');
      },
      SLOW_MS,
    );

    withFiles(
      'a chart is a picture that people can open, and the homeserver cannot',
      async () => {
        const { koordination } = steering;
        await koordination.say(steering.roomId, '!prozess wochenbericht vorschau');
        const picture = await koordination.waitFor(({ content }) => content.msgtype === 'm.image', 60_000);
        const { url, key, iv, hashes } = picture.content.file as EncryptedFile;

        const stored = await fetch(`${homeserver}/_matrix/client/v1/media/download/${url.replace('mxc://', '')}`, {
          headers: { authorization: `Bearer ${koordination.token}` },
        });
        const sealed = Buffer.from(await stored.arrayBuffer());
        const png = createDecipheriv('aes-256-ctr', Buffer.from(key.k, 'base64url'), Buffer.from(iv, 'base64')).update(
          sealed,
        );

        expect(picture).toMatchObject({ wireType: 'm.room.encrypted', sender: botId });
        expect(picture.content).not.toHaveProperty('url');
        expect(picture.content).toMatchObject({
          filename: 'chart.png',
          info: { mimetype: 'image/png', size: png.length },
        });
        expect(png.subarray(1, 4).toString()).toBe('PNG');
        expect(Buffer.from(hashes.sha256, 'base64')).toEqual(createHash('sha256').update(sealed).digest());
        expect(sealed.includes('PNG')).toBe(false);
        expect(stored.headers.get('content-type')).toBe('application/octet-stream');
        expect(stored.headers.get('content-disposition') ?? '').not.toContain('chart');
        const wire = (await onTheWire(koordination, picture.roomId)).find(
          ({ event_id }) => event_id === picture.event_id,
        );
        expect(wire?.type).toBe('m.room.encrypted');
        expect(JSON.stringify(wire)).not.toContain(url);
      },
      SLOW_MS,
    );
  });
});

/** https://spec.matrix.org/v1.16/client-server-api/#extensions-to-mroommessage-msgtypes */
interface EncryptedFile {
  readonly url: string;
  readonly key: { readonly k: string };
  readonly iv: string;
  readonly hashes: { readonly sha256: string };
}
