/** The local chat over an embedded store. */
import { createLocalChat } from '../../../adapters/local/chat.ts';
import { directRoom } from '../../../adapters/local/rooms.ts';
import { createTimeline } from '../../../adapters/postgres/timeline.ts';
import { freshDatabase } from '../../support/database.ts';
import { shownCard } from '../../support/shown.ts';
import type { ChatStage } from './stage.ts';

export async function openLocal(): Promise<ChatStage> {
  const database = await freshDatabase();
  const timeline = createTimeline(database.pool);
  let calls = 0;
  let losing = Number.POSITIVE_INFINITY;

  function watched<Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) {
    return async (...args: Args): Promise<Result> => {
      calls += 1;
      const result = await act(...args);
      losing -= 1;
      if (losing >= 0) return result;
      losing = Number.POSITIVE_INFINITY;
      throw new Error('the answer was lost');
    };
  }

  const watching = { ...timeline, append: watched(timeline.append), change: watched(timeline.change) };
  const chat = createLocalChat(watching, { now: () => new Date() }, () => {});
  return {
    chat,
    room: { kind: 'room', externalId: 'steuerung' },
    otherRoom: { kind: 'room', externalId: 'bildung' },
    person: { kind: 'person', externalId: 'vorsitz' },
    calls: () => calls,
    async shown({ kind, externalId }) {
      const room = kind === 'room' ? externalId : directRoom(externalId);
      const entries = await timeline.newest({ room, person: 'vorsitz' }, 1_000);
      return entries.flatMap(({ card }) => (card ? [shownCard(card)] : []));
    },
    loseAnswer(after) {
      losing = after;
    },
    keepAnswers() {
      losing = Number.POSITIVE_INFINITY;
    },
    close: () => database.close(),
  };
}
