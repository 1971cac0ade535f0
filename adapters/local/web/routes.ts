/** What the page can ask for and do: each route checks what it was sent, then does one thing. */
import { LOCAL } from '../chat.ts';
import { act, keyOf } from './acts.ts';
import { targetOf } from './clockTarget.ts';
import type { Desk } from './desk.ts';
import { newsByRoom } from './feed.ts';
import { freeId } from './placeId.ts';
import { History, Look, MoveClock, NewPlace, Nothing, Press, read, Say, Submit, Whereabouts } from './schema.ts';
import { stateFor } from './state.ts';
import { textsOf } from './texts.ts';
import { newest } from './view.ts';

type Route = (desk: Desk, given: unknown) => Promise<unknown>;

/** By method and path. */
export const routes: Readonly<Record<string, Route>> = {
  'GET /api/texts': async ({ options }, given) => textsOf(read(Look, given).locale ?? options.locale),
  'GET /api/state': (desk, given) => stateFor(desk, read(Look, given)),
  'GET /api/history': (desk, given) => {
    const view = read(History, given);
    return desk.use(({ timeline }) => newest(timeline, view));
  },
  'GET /api/nameable': (desk, given) => {
    const speaker = read(Whereabouts, given);
    return desk.use(({ bot }) => bot.nameable({ platform: LOCAL, origin: LOCAL, ...speaker }));
  },
  'POST /api/say': async (desk, given) => {
    const { text, key, ...speaker } = read(Say, given);
    return act(desk, speaker, ({ conversation }) => conversation.say(speaker, text, keyOf(speaker, key)));
  },
  'POST /api/press': async (desk, given) => {
    const { message, carried, key, ...speaker } = read(Press, given);
    return act(desk, speaker, ({ conversation }) => conversation.press(speaker, message, carried, keyOf(speaker, key)));
  },
  'POST /api/form': async (desk, given) => {
    const { command, values, key, ...speaker } = read(Submit, given);
    return act(desk, speaker, ({ conversation }) => conversation.submit(speaker, command, values, keyOf(speaker, key)));
  },
  'POST /api/clock': async (desk, given) => {
    const move = read(MoveClock, given);
    const before = await desk.use(({ timeline }) => timeline.latest());
    await desk.moveClock((service) => targetOf(move, service.bot, desk.options));
    const rooms = await desk.use(({ timeline }) => newsByRoom(timeline, before, move.person));
    return { now: desk.options.clock.now(), rooms };
  },
  'POST /api/people': async (desk, given) => {
    const { name } = read(NewPlace, given);
    return desk.use(async ({ timeline, conversation }) => {
      const id = freeId(name, await timeline.people());
      await conversation.meet({ id, name });
      await desk.tellPlaces();
      return { id };
    });
  },
  'POST /api/rooms': async (desk, given) => {
    const { name } = read(NewPlace, given);
    return desk.use(async ({ timeline }) => {
      const id = freeId(name, await timeline.rooms());
      await timeline.ensureRoom({ id, name });
      await desk.tellPlaces();
      return { id };
    });
  },
  'POST /api/example/reset': async (desk, given) => {
    read(Nothing, given);
    await desk.reset();
    return {};
  },
};
