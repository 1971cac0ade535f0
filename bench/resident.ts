/** What a process holds in memory after many commands: a process of its own, so that nothing measured before is in it. */
import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { growSparingly } from '../src/main/sparing.ts';
import { openPlace, type Shape } from './place.ts';
import { memoryOf } from './start.ts';
import { openTown, personIn, type Town, taskLine, WRITE_ROOMS } from './town.ts';

const COMMANDS = 2_000;
const IN_FLIGHT = 16;
const IDLE_MS = 10_000;

export interface Resident {
  readonly commands: number;
  /** Megabytes (2^20 bytes) at most, and when nothing has been asked for ten seconds; null where the system does not tell. */
  readonly peakMb: number | null;
  readonly idleMb: number | null;
}

export function measureResident(shape: Shape): Resident {
  const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(shape)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}

/** Half of them read. */
async function speak({ say }: Town): Promise<void> {
  let said = 0;
  const lane = async () => {
    while (said < COMMANDS) {
      said += 1;
      const n = said;
      const room = WRITE_ROOMS[n % WRITE_ROOMS.length] ?? WRITE_ROOMS[0];
      await say(personIn(room, n), room, n % 2 === 0 ? '/aufgabe liste' : taskLine(room, n));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
}

async function measureHere(shape: Shape): Promise<Resident> {
  const place = await openPlace(shape);
  try {
    const town = await openTown(place);
    // As the bot does when it has started.
    growSparingly();
    await speak(town);
    await town.app.settle();
    await wait(IDLE_MS);
    const { pid } = process;
    const resident = { commands: COMMANDS, peakMb: memoryOf(pid, 'VmHWM'), idleMb: memoryOf(pid, 'VmRSS') };
    await town.close();
    return resident;
  } finally {
    await place.remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(await measureHere(JSON.parse(process.argv[2] ?? ''))));
}
