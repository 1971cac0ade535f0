/** What somebody does on the page: in whose name, where, and what came of it. */
import type { Answer } from '../../../src/ports/inbound.ts';
import type { Speaker } from '../conversation.ts';
import { directRoom } from '../rooms.ts';
import type { Desk } from './desk.ts';
import type { WebService } from './options.ts';
import { PageError } from './pageError.ts';

/** Gives whether it was refused, and the card where the answer is not in the timeline. @throws PageError `gone` for an unknown person or room */
export async function act(
  desk: Desk,
  speaker: Speaker,
  work: (service: WebService) => Promise<Answer>,
): Promise<Answer> {
  return desk.use(async (service) => {
    await checkSpeaker(service, speaker);
    return work(service);
  });
}

/** Nobody speaks in the direct chat of somebody else. */
async function checkSpeaker({ timeline }: WebService, { person, room }: Speaker): Promise<void> {
  const known = (await timeline.people()).some(({ id }) => id === person);
  const there = room === directRoom(person) || (await timeline.rooms()).some(({ id }) => id === room);
  if (!known || !there) throw new PageError(404, 'gone');
}

/** The same thing done by two people is two things. */
export function keyOf({ person }: Speaker, key: string): string {
  return `page:${person}:${key}`;
}
