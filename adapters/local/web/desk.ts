/** What all requests share: the application, the messages of its chat, the open pages and the clock. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { moveClock } from '../moveClock.ts';
import { createFeed, type Feed, type FeedMessage, seenBy } from './feed.ts';
import { createGate } from './gate.ts';
import type { WebOptions, WebService } from './options.ts';
import { createStreams, eventOf, messageEvent } from './streams.ts';

export interface Desk {
  readonly options: WebOptions;
  /** Begins to follow the application. */
  open(): void;
  close(): void;
  use<T>(work: (service: WebService) => Promise<T>): Promise<T>;
  /** What the person sees, up to date, and where to go on from. */
  look(person: string): Promise<{ readonly messages: readonly FeedMessage[]; readonly cursor: string }>;
  /** Answers with the messages after the cursor, and with everything that happens from then on. */
  follow(request: IncomingMessage, response: ServerResponse, person: string, after: string): Promise<void>;
  /** People or rooms have changed. */
  tellPlaces(): Promise<void>;
  /** Moves the clock to what `target` says when it is this move's turn. */
  moveClock(target: (service: WebService) => Promise<Date>): Promise<void>;
  /** Back to the example as it was at first. */
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
  const streams = createStreams(changed);
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
    const news = await now.feed.refresh();
    streams.publish(news, now.mark);
    return now;
  }

  function tellClock(): void {
    streams.tell('clock', { now: clock.now() });
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
    async look(person) {
      const { feed, mark } = await gate.use(update);
      const messages = feed.messages().filter((message) => seenBy(message, person));
      return { messages, cursor: `${mark}.${feed.latest()}` };
    },
    async follow(request, response, person, after) {
      const { feed, mark } = await gate.use(update);
      const [ofMark, sequence] = (request.headers['last-event-id']?.toString() ?? after).split('.');
      streams.add(response, person);
      if (ofMark !== mark) {
        response.write(eventOf('reset', { cleared: false }));
        return;
      }
      const missed = feed
        .messages()
        .filter((message) => message.sequence > Number(sequence) && seenBy(message, person));
      for (const message of missed.toSorted((a, b) => a.sequence - b.sequence)) {
        response.write(messageEvent(message, mark));
      }
      response.write(eventOf('clock', { now: clock.now() }));
    },
    async tellPlaces() {
      const { timeline } = options.service();
      streams.tell('places', { people: await timeline.people(), rooms: await timeline.rooms() });
    },
    moveClock(target) {
      const move = async () => {
        const { service } = current();
        await moveClock(service.bot, clock, await target(service), async () => {
          await update();
          tellClock();
        });
      };
      const moved = lastMove.then(() => gate.use(move));
      lastMove = moved.catch(() => undefined);
      return moved;
    },
    async reset() {
      await gate.replace(async () => {
        await options.example?.reset();
        await update();
      });
      streams.tell('reset', { cleared: true });
    },
  };
}
