/** Matrix's adapter against what stands for a homeserver. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonId } from '../../../src/domain/ids.ts';
import { openAccount } from '../../support/matrix/accountOnStandIn.ts';
import { readRoom } from '../../support/matrix/reading.ts';
import { DIRECT_ROOM, OTHER_ROOM, PERSON, ROOM } from '../../support/matrix/standIn.ts';
import { PNG } from './picture.ts';
import type { AttentionStage, PictureStage, RoomStage } from './stage.ts';

export async function openMatrix(waitMs = 0): Promise<RoomStage & PictureStage & AttentionStage> {
  let drawing: number | null = 0;
  const known = { id: 7 as PersonId, name: 'Amt' };
  const { homeserver, matrix, close } = await openAccount(
    {},
    {
      directory: {
        externalIds: async (_platform, people) =>
          new Map(people.filter((id) => id === known.id).map((id) => [id, PERSON])),
      },
      pictures: {
        async draw() {
          if (drawing === null) throw new Error('cannot be drawn');
          await sleep(drawing);
          return PNG;
        },
      },
    },
  );
  homeserver.askToWait(waitMs);
  return {
    chat: matrix.chat,
    room: { kind: 'room', externalId: ROOM },
    otherRoom: { kind: 'room', externalId: OTHER_ROOM },
    person: { kind: 'person', externalId: PERSON },
    known,
    knownAs: PERSON,
    calls: () => homeserver.calls.length,
    shown: async ({ kind, externalId }) => readRoom(homeserver.eventsIn(kind === 'room' ? externalId : DIRECT_ROOM)),
    loseAnswer: homeserver.loseAnswer,
    keepAnswers: homeserver.keepAnswers,
    loseRoom: async () => homeserver.setOpen(ROOM, false),
    findRoom: async () => homeserver.setOpen(ROOM, true),
    setDrawing(milliseconds) {
      drawing = milliseconds;
    },
    setTakesFiles: homeserver.setTakesFiles,
    close,
  };
}
