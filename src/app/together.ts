/** Commands of one process that would wait for each other anyway are done together: one after the other, in one transaction. */

import { Refusal } from '../domain/failure.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Answer, Inbound } from '../ports/inbound.ts';
import { type Store, StoreUnavailable } from '../ports/store.ts';
import { type Arrived, arrivedNow, type Handled, handleAlone, handleTogether } from './handle.ts';
import { askedFor } from './run.ts';
import type { SituationSettings } from './situation.ts';

/** So many at most: whoever comes first among them waits for the last. 1 does each by itself. */
const MOST_TOGETHER = 64;
/** Of so many rooms it is remembered to which process they belong; it is a guess, and a wrong one costs a second try. */
const ROOMS_KNOWN = 10_000;

/** An event that waits, and whoever waits for its answer. */
interface Waiting {
  readonly arrived: Arrived;
  readonly answer: (answer: Answer | Promise<Answer>) => void;
}

/**
 * Handles events. Alone where nobody waits; what comes while a command of its process is being done waits for it, and is then
 * done with all others that do, each with its own answer. What only looks waits for nobody.
 * @throws as {@link handleAlone}
 */
export function createHandler(
  store: Store,
  settings: SituationSettings,
): (received: Inbound, now: Date) => Promise<Answer> {
  const known = new Map<string, ProcessId>();
  /** Those that wait in each process in which a command is being done. */
  const lanes = new Map<ProcessId, Waiting[]>();

  async function alone(arrived: Arrived): Promise<Answer> {
    const handled = await handleAlone(store, arrived);
    learn(arrived.inbound, handled);
    return handled.answer;
  }

  /** What stands here longest is forgotten first. */
  function learn(inbound: Inbound, { process }: Handled): void {
    if (process === null) return;
    const place = placeOf(inbound);
    known.delete(place);
    known.set(place, process);
    const [oldest] = known.keys();
    if (known.size > ROOMS_KNOWN && oldest !== undefined) known.delete(oldest);
  }

  /** Until nobody waits in the process any more. */
  async function drain(process: ProcessId, waiting: Waiting[]): Promise<void> {
    while (waiting.length > 0) {
      const batch = takeBatch(waiting);
      await (batch.length === 1 ? oneByOne(batch) : together(process, batch));
    }
    lanes.delete(process);
  }

  async function together(process: ProcessId, batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await handleTogether(
        store,
        process,
        batch.map(({ arrived }) => arrived),
      );
      for (const [index, { answer }] of batch.entries()) answer((answers[index] as Handled).answer);
    } catch {
      // Nothing of it is done. Whose fault it was shows when each is done by itself, and the others know nothing of it.
      await oneByOne(batch);
    }
  }

  /** In their order. Where the store is away, those behind are not kept waiting for the same news. */
  async function oneByOne(batch: readonly Waiting[]): Promise<void> {
    let away: StoreUnavailable | null = null;
    for (const { arrived, answer } of batch) {
      const handled: Promise<Answer> = away ? Promise.reject(away) : alone(arrived);
      answer(handled);
      await handled.catch((error: unknown) => {
        if (error instanceof StoreUnavailable) away = error;
      });
    }
  }

  return (received, now) => {
    const arrived = arrivedNow(received, now, settings);
    const process = known.get(placeOf(received));
    if (process === undefined || !mayChange(arrived)) return alone(arrived);
    const lane = lanes.get(process);
    if (lane) return new Promise((answer) => lane.push({ arrived, answer }));
    const waiting: Waiting[] = [];
    lanes.set(process, waiting);
    const handled = alone(arrived);
    const next = () => void drain(process, waiting);
    handled.then(next, next);
    return handled;
  };
}

/** As many as may be done together. The same event, delivered twice, is not done twice: the second finds it handled. */
function takeBatch(waiting: Waiting[]): readonly Waiting[] {
  const keys = new Set<string>();
  let count = 0;
  for (const { arrived } of waiting) {
    const key = `${arrived.inbound.platform} ${arrived.inbound.key}`;
    if (count === MOST_TOGETHER || keys.has(key)) break;
    keys.add(key);
    count += 1;
  }
  return waiting.splice(0, count);
}

function placeOf({ platform, room }: Pick<Inbound, 'platform' | 'room'>): string {
  return `${platform} ${room.externalId}`;
}

/** Whether it may change something, as far as that can be told before anything is read. */
function mayChange({ inbound, settings }: Arrived): boolean {
  try {
    const asked = askedFor(inbound, settings.locale);
    return asked !== null && asked.command.effect !== 'reads';
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
