/** A command's whole way, from the event to the answer: one that reads and one that writes. */
import { compare, type Measured } from './measure.ts';
import type { Place } from './place.ts';
import type { Sizes } from './sizes.ts';
import { personIn, READ_ROOM, type Town, taskLine, WRITE_ROOMS } from './town.ts';

export async function measureCommands(place: Place, town: Town, { commands, repeats }: Sizes): Promise<Measured[]> {
  const { raw, statements } = place;
  let said = 0;
  const settle = () => town.app.settle();
  const read = {
    once: () => town.say(personIn(READ_ROOM, ++said), READ_ROOM, '/aufgabe liste'),
    settle,
  };
  const write = {
    once() {
      said += 1;
      const room = WRITE_ROOMS[said % WRITE_ROOMS.length] ?? WRITE_ROOMS[0];
      // Somebody else's task: the assignee is asked.
      return town.say(personIn(room, said + 1), room, taskLine(room, said));
    },
    settle,
  };
  const measured: Measured[] = [];
  for (const inFlight of [1, 16]) {
    const how = { inFlight, count: commands * Math.min(inFlight, 2), repeats, statements };
    measured.push(await compare(read, raw, { name: '/task list', ...how }));
    measured.push(await compare(write, raw, { name: '/task add', ...how }));
  }
  return measured;
}
