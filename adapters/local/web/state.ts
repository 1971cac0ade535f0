/** Everything a person sees when the page opens. */
import { LANGUAGES } from '../../../src/text/catalogue.ts';
import { fold } from '../../../src/text/words.ts';
import { directRoom } from '../rooms.ts';
import type { Desk } from './desk.ts';
import type { FeedMessage } from './feed.ts';
import type { WebService } from './options.ts';
import { newest } from './view.ts';

interface Looker {
  readonly person?: string | undefined;
  readonly locale?: string | undefined;
}

/** Of each room the newest `limit` messages. Whoever is not known looks as the first person there is. */
export async function stateFor(desk: Desk, { person: wanted = '', locale }: Looker, limit: number) {
  const { options } = desk;
  const { people, rooms } = await desk.use(async ({ timeline }) => ({
    people: await timeline.people(),
    rooms: await timeline.rooms(),
  }));
  const person = people.find(({ id }) => id === wanted)?.id ?? people[0]?.id ?? null;
  const { messages, cursor } = await desk.look(person ?? '');
  const direct = person === null ? [] : [directRoom(person)];
  const places = [...rooms.map(({ id }) => id), ...direct];
  return {
    person,
    people,
    rooms,
    direct: direct[0] ?? null,
    cursor,
    newest: Object.fromEntries(places.map((room) => [room, newest(inRoom(messages, room), limit)])),
    now: options.clock.now(),
    zone: options.zone,
    title: await options.title(),
    example: options.example !== null && (await options.example.present()),
    commands: await desk.use(async ({ bot }) => commandsFor(bot, locale ?? options.locale)),
  };
}

function inRoom(messages: readonly FeedMessage[], room: string): readonly FeedMessage[] {
  return messages.filter((message) => message.room === room);
}

/** `typed`: how the command may be begun in every language, as it is compared. */
function commandsFor(bot: WebService['bot'], locale: string) {
  const typed = new Map<string, string[]>();
  for (const { tag } of LANGUAGES) {
    for (const { code, words } of bot.commands(tag)) typed.set(code, [...(typed.get(code) ?? []), fold(words)]);
  }
  return bot.commands(locale).map((command) => ({ ...command, typed: typed.get(command.code) ?? [] }));
}
