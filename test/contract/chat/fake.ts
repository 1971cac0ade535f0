/** The platform in memory that other suites speak through. */
import { RoomLost } from '../../../src/ports/chat.ts';
import { createFakeChat } from '../../support/fakeChat.ts';
import { shownCard } from '../../support/shown.ts';
import type { RoomStage } from './stage.ts';

export async function openFake(): Promise<RoomStage> {
  let lost = false;
  const room = { kind: 'room', externalId: 'steuerung' } as const;
  const fake = createFakeChat((to) => {
    if (lost && to === room.externalId) throw new RoomLost('put out');
  });
  return {
    chat: fake.chat,
    room,
    otherRoom: { kind: 'room', externalId: 'bildung' },
    person: { kind: 'person', externalId: 'vorsitz' },
    calls: () => fake.given.length,
    shown: async ({ externalId }) => fake.cardsOf(externalId).map(shownCard),
    loseAnswer: fake.loseAnswer,
    keepAnswers: () => fake.loseAnswer(Number.POSITIVE_INFINITY),
    async loseRoom() {
      lost = true;
    },
    async findRoom() {
      lost = false;
    },
    close: async () => {},
  };
}
