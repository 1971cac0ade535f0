/** Matrix's adapter against Synapse, read by the clients of other people. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMatrix } from '../../../adapters/matrix/matrix.ts';
import type { MatrixBot } from '../../../adapters/matrix/options.ts';
import type { PersonId } from '../../../src/domain/ids.ts';
import { NOBODY, portsOver } from '../../support/matrix/accountOnStandIn.ts';
import { startBadNetwork } from '../../support/matrix/badNetwork.ts';
import { readRoom } from '../../support/matrix/reading.ts';
import { homeserver } from '../../support/matrix/stage.ts';
import { MatrixUser } from '../../support/matrix/user.ts';
import { PNG } from './picture.ts';
import type { AttentionStage, PictureStage, RoomStage } from './stage.ts';

const MESSAGES = /\/send\/m\.room\.message\//;

export async function openSynapse(): Promise<RoomStage & PictureStage & AttentionStage> {
  const network = await startBadNetwork(homeserver);
  const register = (name: string) => MatrixUser.register(homeserver, `${name}-${randomUUID().slice(0, 8)}`);
  const [account, reader, person] = [await register('mitwirk'), await register('leser'), await register('vorsitz')];
  let drawing: number | null = 0;
  const known = { id: 7 as PersonId, name: 'Amt' };
  const matrix = createMatrix(
    { homeserver: network.url, accessToken: account.token, invitesFrom: [], keysDir: '' },
    {
      ...portsOver(new Map()),
      directory: {
        externalIds: async (_platform, people) =>
          new Map(people.filter((id) => id === known.id).map((id) => [id, reader.userId])),
      },
      pictures: {
        async draw() {
          if (drawing === null) throw new Error('cannot be drawn');
          await sleep(drawing);
          return PNG;
        },
      },
    },
    'de',
  );
  await matrix.connect(NOBODY as MatrixBot);

  async function enter(roomId: string): Promise<void> {
    const before = reader.seen.length;
    await reader.waitFor(
      (event) =>
        reader.seen.indexOf(event) >= before &&
        event.roomId === roomId &&
        event.state_key === account.userId &&
        event.content.membership === 'join',
    );
  }

  async function room(name: string): Promise<string> {
    const roomId = await reader.createRoom({ name, invite: [account.userId] });
    await enter(roomId);
    return roomId;
  }

  const own = await room('Steuerung');
  const other = await room('Bildung');

  return {
    chat: matrix.chat,
    room: { kind: 'room', externalId: own },
    otherRoom: { kind: 'room', externalId: other },
    person: { kind: 'person', externalId: person.userId },
    known,
    knownAs: reader.userId,
    calls: () => network.passed.filter(({ method }) => method !== 'GET').length,
    async shown({ kind, externalId }) {
      const user = kind === 'room' ? reader : person;
      // An invitation into a direct chat is followed by the first, and read by the second.
      await user.sync();
      await user.sync();
      const said = user.seen.filter(({ sender }) => sender === account.userId);
      return readRoom(said.filter(({ roomId }) => kind === 'person' || roomId === externalId));
    },
    loseAnswer: (after) => network.refuse({ path: MESSAGES, after, times: 1, status: 0, body: {}, answerLost: true }),
    keepAnswers: network.calm,
    async loseRoom() {
      await reader.call('POST', `/rooms/${own}/kick`, { user_id: account.userId });
    },
    async findRoom() {
      await reader.invite(own, account.userId);
      await enter(own);
    },
    setDrawing(milliseconds) {
      drawing = milliseconds;
    },
    setTakesFiles(takes) {
      network.calm();
      const body = { errcode: 'M_FORBIDDEN', error: 'no files' };
      if (!takes) network.refuse({ path: /\/upload$/, times: 100, status: 403, body });
    },
    async close() {
      await matrix.close();
      await network.close();
    },
  };
}
