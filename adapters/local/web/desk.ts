/** What all requests share: the application, the messages of its chat, the open pages and the clock. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { moveClock } from '../moveClock.ts';
import { createFeed, type Feed, seenBy } from './feed.ts';
import { createGate } from './gate.ts';
import type { Obstacle, Practice, WebOptions, WebService } from './options.ts';
import { PageError } from './pageError.ts';
import { createStreams, eventOf, type Follower, messageEvent } from './streams.ts';

export interface Desk {
  readonly options: WebOptions;
  /** Begins to follow the application. */
  open(): void;
  close(): void;
  use<T>(work: (service: WebService) => Promise<T>): Promise<T>;
  /** Where to go on from after what there is now. */
  cursor(): Promise<string>;
  /** Answers with the messages after the cursor, and with everything that happens from then on. @throws PageError `tabs`, `full` */
  follow(response: ServerResponse, follower: Follower, after: string): Promise<void>;
  /** People or rooms have changed. */
  tellPlaces(): Promise<void>;
  /** Whether the clock may be moved and the example reset. */
  mayPractise(): Promise<boolean>;
  /** Moves the clock to what `target` says when it is this move's turn. @throws PageError `real`, `shared` */
  moveClock(target: (service: WebService) => Promise<Date>): Promise<void>;
  /** Back to the example as it was at first. @throws PageError `real`, `shared` */
  reset(): Promise<void>;
}

/** The messages of one opened application. Its mark tells a page that the numbers it knows are of another one. */
interface Subject {
  readonly service: WebService;
  readonly feed: Feed;
  readonly mark: string;
  readonly unwatch: () => void;
}

export function createDesk(options: WebOptions): Desk {
  const { clock, log } = options;
  const gate = createGate();
  const practice: Practice | null = options.page?.practice ?? null;
  const streams = createStreams(() => {
    tellClock().catch(fault);
    changed();
  });
  let subject: Subject | null = null;
  let asked = false;
  let closed = false;
  let lastMove: Promise<unknown> = Promise.resolve();

  const fault = (error: unknown) => log.error('the page was not updated', error);

  function current(): Subject {
    const service = options.service();
    if (subject?.service !== service) {
      subject?.unwatch();
      subject = {
        service,
        feed: createFeed(service.timeline),
        mark: randomUUID().slice(0, 8),
        unwatch: service.watch(changed),
      };
    }
    return subject;
  }

  /** Changes come in bursts; one look is enough for all that came before it. */
  function changed(): void {
    if (asked || closed) return;
    asked = true;
    setImmediate(() => {
      asked = false;
      if (!closed) gate.use(update).catch(fault);
    });
  }

  async function update(): Promise<Subject> {
    const now = current();
    await now.feed.refresh((news) => streams.publish(news, now.mark));
    return now;
  }

  async function mayPractise(): Promise<boolean> {
    return practice !== null && (await practice.possible());
  }

  /** What the clock shows, and whether it may be moved on: both can change without anybody touching it. */
  async function tellClock(): Promise<void> {
    streams.tell('clock', { now: clock.now(), example: await mayPractise() });
  }

  return {
    options,
    open: changed,
    close() {
      closed = true;
      subject?.unwatch();
      streams.endAll();
    },
    use: (work) => gate.use(() => work(current().service)),
    async cursor() {
      const { feed, mark } = await gate.use(update);
      return `${mark}.${feed.latest()}`;
    },
    async follow(response, follower, after) {
      const { feed, mark } = await gate.use(update);
      const [ofMark, sequence] = after.split('.');
      const example = await mayPractise();
      await feed.since(ofMark === mark ? Number(sequence) : Number.NaN, (missed) => {
        streams.add(response, follower);
        if (missed === null) {
          response.write(eventOf('reset', { cleared: false }));
          return;
        }
        for (const message of missed.filter((one) => seenBy(one, follower.person))) {
          response.write(messageEvent(message, mark));
        }
        response.write(eventOf('clock', { now: clock.now(), example }));
      });
    },
    async tellPlaces() {
      const { timeline } = options.service();
      streams.tell('places', { people: await timeline.people(), rooms: await timeline.rooms() });
    },
    mayPractise,
    moveClock(target) {
      const move = async () => {
        const { service } = current();
        await moveClock(service.bot, clock, await target(service), async () => {
          await update();
          await tellClock();
          // Something real may have come in through the page itself.
          if (!(await mayPractise())) throw new PageError(409, 'real');
        });
      };
      const allowed = async () => {
        const obstacle = await (practice?.moveClock(move) ?? 'real');
        // What pages show of the clock and the example may be the reason why somebody tried.
        if (obstacle !== null) await tellClock();
        unlessObstacle(obstacle);
      };
      const moved = lastMove.then(() => gate.use(allowed));
      lastMove = moved.catch(() => undefined);
      return moved;
    },
    async reset() {
      const obstacle = await gate.replace(async () => {
        const found = await (practice?.reset() ?? 'real');
        await update();
        return found;
      });
      // The application may have been replaced in any case: pages begin anew.
      streams.tell('reset', { cleared: obstacle === null });
      unlessObstacle(obstacle);
    },
  };
}

function unlessObstacle(obstacle: Obstacle | null): void {
  if (obstacle !== null) throw new PageError(409, obstacle);
}
