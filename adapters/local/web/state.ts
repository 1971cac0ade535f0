/** Everything a person sees when the page opens. */
import { LANGUAGES } from '../../../src/text/catalogue.ts';
import { fold } from '../../../src/text/words.ts';
import { directRoom } from '../rooms.ts';
import type { Desk } from './desk.ts';
import type { WebService } from './options.ts';
import { newest } from './view.ts';

interface Looker {
  readonly person?: string | undefined;
  readonly locale?: string | undefined;
}

/** Of each room the newest messages. Whoever is not known looks as the first person there is. */
export async function stateFor(desk: Desk, { person: wanted = '', locale }: Looker) {
  const { options } = desk;
  // First: what comes in meanwhile is sent once more, which harms nobody.
  const cursor = await desk.cursor();
  return desk.use(async ({ bot, timeline }) => {
    const people = await timeline.people();
    const rooms = await timeline.rooms();
    const person = people.find(({ id }) => id === wanted)?.id ?? people[0]?.id ?? null;
    const direct = person === null ? null : directRoom(person);
    const places = [...rooms.map(({ id }) => id), ...(direct === null ? [] : [direct])];
    const parts = places.map(async (room) => [room, await newest(timeline, { room, person: person ?? '' })]);
    return {
      person,
      people,
      rooms,
      direct,
      cursor,
      newest: Object.fromEntries(await Promise.all(parts)),
      now: options.clock.now(),
      zone: options.zone,
      title: await options.title(),
      example: await desk.mayPractise(),
      commands: commandsFor(bot, locale ?? options.locale),
    };
  });
}

/** `typed`: how the command may be begun in every language, as it is compared. */
function commandsFor(bot: WebService['bot'], locale: string) {
  const typed = new Map<string, string[]>();
  for (const { tag } of LANGUAGES) {
    for (const { code, words } of bot.commands(tag)) typed.set(code, [...(typed.get(code) ?? []), fold(words)]);
  }
  return bot.commands(locale).map((command) => ({ ...command, typed: typed.get(command.code) ?? [] }));
}
