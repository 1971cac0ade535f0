/** Plays script lines against the application and says what the bot said because of each. */

import { instantOf, isLocalTime, localDate, localTime, type Zone } from '../../../src/domain/time/calendar.ts';
import { actionsOf } from '../../../src/message/plain.ts';
import { type Carried, carriedBy } from '../../../src/message/press.ts';
import type { Bot } from '../../../src/ports/bot.ts';
import type { MovableClock } from '../../../src/ports/clock.ts';
import type { Timeline, TimelineEntry } from '../../../src/ports/timeline.ts';
import { translate } from '../../../src/text/catalogue.ts';
import { type Conversation, type Speaker, visible } from '../conversation.ts';
import { moveClock } from '../moveClock.ts';
import { directRoom, personOfDirectRoom } from '../rooms.ts';
import type { ScriptLine } from './script.ts';
import { transcriptOf } from './transcript.ts';

/** An opened application; `restart>` closes one and opens the next on the same data. */
export interface Session {
  readonly bot: Bot;
  readonly timeline: Timeline;
  readonly conversation: Conversation;
  /** Starts waking up for what is due. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface PlayerOptions {
  readonly open: () => Promise<Session>;
  readonly clock: MovableClock;
  readonly zone: Zone;
  readonly locale: string;
  readonly print: (line: string) => void;
}

export interface Player {
  /** Opens the application and prints what it still had to say. */
  begin(): Promise<void>;
  /** Throws a {@link RangeError} when the clock would have to go back. */
  play(line: ScriptLine): Promise<void>;
  end(): Promise<void>;
}

const PAGE = 500;

export function createPlayer(options: PlayerOptions): Player {
  const { clock, zone, print } = options;
  let session: Session | null = null;
  /** Null before the first session is open: what was said in earlier ones was printed then. */
  let printed: number | null = null;
  /** The card last printed of each message: one that was posted and changed in the same step is printed once. */
  const shown = new Map<string, string>();

  function current(): Session {
    if (!session) throw new Error('The shell has not begun');
    return session;
  }

  /** Everything the bot said since the last time: answers first, then posts, each in its order. */
  async function printNews(stamped: boolean): Promise<void> {
    const news: TimelineEntry[] = [];
    for (;;) {
      const page = await current().timeline.after(printed ?? 0, PAGE);
      news.push(...page);
      printed = page.at(-1)?.sequence ?? printed;
      if (page.length < PAGE) break;
    }
    const said = news.filter((entry) => entry.author === null && isNew(entry));
    const answers = said.filter((entry) => entry.onlyFor !== null);
    const posts = said.filter((entry) => entry.onlyFor === null);
    for (const entry of [...answers, ...posts]) for (const line of transcriptOf(entry, zone, stamped)) print(line);
  }

  function isNew(entry: TimelineEntry): boolean {
    const content = JSON.stringify(entry.card);
    if (entry.edit && shown.get(entry.messageId) === content) return false;
    shown.set(entry.messageId, content);
    return true;
  }

  async function open(): Promise<void> {
    session = await options.open();
    if (printed === null) printed = (await everything(session.timeline)).at(-1)?.sequence ?? 0;
    await session.start();
    await session.bot.catchUp();
    await session.bot.settle();
  }

  async function meet(speaker: Speaker, words: string): Promise<Speaker> {
    const { timeline } = current();
    const person = await introduced(speaker.person);
    const mentioned = words.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)/gu);
    for (const [, name = ''] of mentioned) await introduced(name);
    if (speaker.room === 'dm') return { person, room: directRoom(person) };
    await timeline.ensureRoom({ id: speaker.room, name: speaker.room });
    return { person, room: speaker.room };
  }

  /** People come into being when first named; `@Vorsitz` and `vorsitz` are one of them. */
  async function introduced(name: string): Promise<string> {
    const { timeline, conversation } = current();
    const known = (await timeline.people()).find(({ id }) => id.toLowerCase() === name.toLowerCase());
    const id = known?.id ?? name;
    await conversation.meet({ id, name: id });
    return id;
  }

  async function press(speaker: Speaker, label: string, on: string | null): Promise<void> {
    const { timeline, conversation } = current();
    const found = await newestButton(timeline, speaker, label, on);
    const to = personOfDirectRoom(speaker.room) === null ? ` to ${speaker.person}` : '';
    if (found) await conversation.press(speaker, found.messageId, found.carried);
    else print(`bot@${speaker.room}${to}: ${translate(options.locale, 'failure.button.none', { label })}`);
  }

  async function moveTo(at: Date): Promise<void> {
    if (at < clock.now()) throw new RangeError('the clock only moves forward');
    await moveClock(current().bot, clock, at, () => printNews(true));
  }

  return {
    async begin() {
      await open();
      await printNews(false);
    },
    async play(line) {
      switch (line.kind) {
        case 'nothing':
          return;
        case 'say':
          await current().conversation.say(await meet(line, line.text), line.text);
          break;
        case 'press':
          await press(await meet(line, ''), line.label, line.on);
          break;
        case 'clock':
          return moveTo(momentOf(line.moment, zone));
        case 'clockBy':
          return moveTo(new Date(clock.now().getTime() + line.minutes * 60_000));
        case 'restart':
          await current().close();
          await open();
          break;
        default:
          line satisfies never;
      }
      await current().bot.settle();
      await printNews(false);
    },
    async end() {
      await session?.close();
    },
  };
}

/** Wall-clock time in a zone. @throws RangeError when there is no such day or time */
export function momentOf(moment: string, zone: Zone): Date {
  const [day = '', time = ''] = moment.split('T');
  if (!isLocalTime(time)) throw new RangeError(`there is no time ${time}`);
  return instantOf(localDate(day), localTime(time), zone);
}

async function newestButton(timeline: Timeline, speaker: Speaker, label: string, on: string | null) {
  let found: { messageId: string; carried: Carried } | null = null;
  for (const entry of await everything(timeline)) {
    if (!entry.card || !visible(entry, speaker)) continue;
    const action = actionsOf(entry.card).find((candidate) => {
      const labelled = candidate.label.toLowerCase() === label.toLowerCase();
      return labelled && (on === null || concerns(candidate.command, on));
    });
    if (action) found = { messageId: entry.messageId, carried: carriedBy(action) };
  }
  return found;
}

function concerns(command: string, id: string): boolean {
  return command.toUpperCase().split(/\s+/).includes(id.toUpperCase());
}

async function everything(timeline: Timeline): Promise<readonly TimelineEntry[]> {
  const all: TimelineEntry[] = [];
  for (;;) {
    const page = await timeline.after(all.at(-1)?.sequence ?? 0, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
