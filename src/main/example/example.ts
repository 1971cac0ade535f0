/** The example process: a script played through the real application, so that it shows what the product really does. */
import { readFileSync } from 'node:fs';
import { moveClock } from '../../../adapters/local/moveClock.ts';
import { createPlayer } from '../../../adapters/local/shell/play.ts';
import { readScriptLine } from '../../../adapters/local/shell/script.ts';
import { addDays, instantOf, localDateOf, localTime, weekdayOf } from '../../domain/time/calendar.ts';
import type { RunningClock } from '../clock.ts';
import type { Service } from '../service.ts';
import { EXAMPLE_PEOPLE, EXAMPLE_ROOMS } from './cast.ts';

/** The script begins on a Monday at 09:00 so many days before today, and ends today. */
const WEEKS_BACK = 4;

/** Plays the example into an empty store; the clock is set back for it and shows the real time afterwards. */
export async function loadExample(service: Service, clock: RunningClock, zone: string, locale: string): Promise<void> {
  const today = localDateOf(clock.now(), zone);
  const monday = addDays(today, 1 - weekdayOf(today) - 7 * WEEKS_BACK);
  const end = clock.now();
  clock.setAhead(instantOf(monday, localTime('09:00'), zone).getTime() - end.getTime());
  for (const person of EXAMPLE_PEOPLE) await service.conversation.meet(person);
  for (const room of EXAMPLE_ROOMS) await service.timeline.ensureRoom(room);
  const session = { ...service, start: async () => {}, close: async () => {} };
  const player = createPlayer({ open: async () => session, clock, zone, locale, print: () => {} });
  await player.begin();
  let marked = false;
  for (const line of readScript()) {
    await player.play(line);
    // At once: what is left of a start that was cut off must be known as something to throw away.
    if (!marked) marked = await markAsExample(service);
  }
  if (clock.now() < end) await moveClock(service.bot, clock, end, async () => {});
  clock.setAhead(0);
}

function readScript() {
  const text = readFileSync(new URL('example.mitwirk', import.meta.url), 'utf8');
  return text.split('\n').map((raw) => wellFormed(raw));
}

function wellFormed(raw: string) {
  const line = readScriptLine(raw);
  if (!line) throw new Error(`The example script has a line of no form: ${raw}`);
  return line;
}

/** False as long as there is no process to mark. */
async function markAsExample(service: Service): Promise<boolean> {
  return service.store.transaction(async (tx) => {
    const processes = await tx.processes.all();
    for (const process of processes) await tx.processes.update(process.id, { example: true });
    return processes.length > 0;
  });
}
