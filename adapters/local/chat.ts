/** The local chat as the outbox sees it: messages go to the timeline. */
import type { Chat, ChatTarget } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { assertHeld } from '../../src/ports/leases.ts';
import type { Timeline } from '../../src/ports/timeline.ts';
import { createLane } from '../kit/lanes.ts';
import { directRoom } from './rooms.ts';

export const LOCAL = 'local';

/** `changed` is called after every message, so that whoever watches looks again. */
export function createLocalChat(timeline: Timeline, clock: Clock, changed: () => void): Chat {
  const lane = createLane();
  const inTurn = <T>(work: () => Promise<T>) => lane(work).finally(changed);

  return {
    platform: LOCAL,
    post: (target, card, key) =>
      inTurn(async () => {
        await assertHeld();
        const entry = { room: roomOf(target), author: null, onlyFor: null, text: null, card, at: clock.now() };
        return (await timeline.append(`post:${key}`, entry)).messageId;
      }),
    edit: (_target, messageId, card, key) =>
      inTurn(async () => {
        await assertHeld();
        await timeline.change(`edit:${key}`, messageId, card, clock.now());
      }),
  };
}

function roomOf(target: ChatTarget): string {
  return target.kind === 'room' ? target.externalId : directRoom(target.externalId);
}
