/** What every way into the bot shares: whose event it is, who may, what was meant, and where the answer goes. */

import type { Answer, InboundContent, Mention } from '../../src/ports/inbound.ts';
import type { Log } from '../../src/ports/log.ts';
import { languageOf } from '../../src/text/catalogue.ts';
import type { MessageKey, MessageParams } from '../../src/text/messages.ts';
import { type Answers, createAnswers } from './answer.ts';
import type { Home } from './home.ts';
import { type Part, partsOf } from './inbound/markup.ts';
import { createOnce } from './inbound/once.ts';
import type { Visit } from './inbound/source.ts';
import { typedFrom } from './inbound/typed.ts';
import { note } from './note.ts';
import { SLACK, type SlackBot, type SlackOptions } from './options.ts';
import { createCache } from './web/cache.ts';
import type { Channels } from './web/channels.ts';
import { parentOf } from './web/parent.ts';
import type { People, SlackPerson } from './web/people.ts';
import type { Workspace } from './web/workspace.ts';
import type { Workspaces } from './web/workspaces.ts';

export interface DeskParts {
  readonly bot: SlackBot;
  readonly workspaces: Workspaces;
  readonly people: People;
  readonly channels: Channels;
  readonly home: Home;
  readonly options: Pick<SlackOptions, 'externals' | 'locale'>;
  readonly log: Log;
}

/** Somebody who may speak, in their workspace. */
export interface Guest {
  readonly workspace: Workspace;
  readonly person: SlackPerson;
  readonly locale: string;
}

/** What the application made of it, or a refusal of the adapter itself. */
export interface Outcome {
  readonly answer: Answer;
  readonly guest: Guest;
}

/** Languages are kept of so many people. */
const KEPT = 5_000;

export function createDesk({ bot, workspaces, people, channels, home, options, log }: DeskParts) {
  const once = createOnce();
  const answers: Answers = createAnswers(channels, log);
  /** Languages that those who spoke last were answered in, so that a form can be opened without asking the store. */
  const locales = createCache<string>(KEPT);

  async function guestOf({ source, visitor }: Visit): Promise<Guest | null> {
    const workspace = await workspaces.of(source);
    if (!workspace) {
      log.warn('an event of a workspace that has not installed the app was dropped');
      return null;
    }
    const person = await people.visitor(workspace, visitor);
    if (person.standing === 'bot') return null;
    return { workspace, person, locale: await localeOf(person) };
  }

  async function localeOf(person: SlackPerson): Promise<string> {
    const locale = await bot.localeOf(SLACK, person.externalId).catch(() => options.locale);
    locales.set(person.externalId, locale);
    return locale;
  }

  function refusal<Key extends MessageKey>(guest: Guest, key: Key, ...params: MessageParams<Key>): Outcome {
    return { answer: { card: note(guest.locale, key, ...params), refused: { code: key, field: null } }, guest };
  }

  /** Null while Slack cannot say who they are: nobody is named who may be somebody else. */
  async function peopleNamed(
    { workspace }: Guest,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, SlackPerson> | null> {
    try {
      const found = await Promise.all([...new Set(ids)].map((id) => people.of(workspace, id)));
      return new Map(found.flatMap((person) => (person ? [[person.id, person] as const] : [])));
    } catch (error) {
      log.warn('slack did not say who was named', { reason: String(error) });
      return null;
    }
  }

  function mayTakePart({ person: { standing } }: Pick<Guest, 'person'>): boolean {
    return standing === 'member' || (standing === 'external' && options.externals);
  }

  /** Someone named who cannot take part; null when all can. */
  function wrongPerson(named: Iterable<SlackPerson>): SlackPerson | null {
    return [...named].find((person) => !mayTakePart({ person })) ?? null;
  }

  async function ask(visit: Visit, guest: Guest, what: InboundContent, mentions: readonly Mention[]): Promise<Outcome> {
    const { person, workspace } = guest;
    const answer = await bot.handle({
      platform: SLACK,
      key: visit.key,
      origin: workspace.tenant,
      sender: { externalId: person.externalId, origin: person.origin, handle: person.handle, name: person.name },
      mentions,
      room: await channels.roomOf(workspace, visit.place, person.id),
      what,
    });
    if (answer.refused?.code === 'fault') once.forget(visit.key);
    home.mayHaveChanged();
    return { answer, guest };
  }

  return {
    answers,
    log,
    /** Runs the work unless the event has come before; what goes wrong is logged, as Slack was answered already. */
    async receive(key: string, work: () => Promise<void>): Promise<void> {
      if (!once.begin(key)) return;
      try {
        await work();
      } catch (error) {
        once.forget(key);
        log.error('an event of slack was not handled', error);
      }
    },
    guestOf,
    /** The language to begin in, without asking anybody. */
    likelyLocale(externalId: string, slackLocale: string | null): string {
      return locales.get(externalId) ?? (slackLocale ? languageOf(slackLocale.slice(0, 2)).tag : options.locale);
    },
    localeOf,
    mayTakePart,
    refusal,
    peopleNamed,
    wrongPerson,
    ask,
    /**
     * A typed line with Slack’s markup in it, in a thread about the message it hangs on; null when it is not for us, or a bot wrote it.
     * @param mention whether Slack gave it to the bot because it is mentioned somewhere in it
     */
    async typed(
      visit: Visit,
      raw: string,
      command: (text: string) => string,
      mention = false,
    ): Promise<Outcome | null> {
      const guest = await guestOf(visit);
      if (!guest) return null;
      if (!mayTakePart(guest)) return refusal(guest, 'slack.external');
      const { botUserId } = guest.workspace;
      const parts = saidTo(botUserId, partsOf(raw), mention);
      if (parts.some((part) => part.p === 'group')) return refusal(guest, 'slack.group');
      const named = await peopleNamed(guest, parts.flatMap(userOf));
      if (named === null) return refusal(guest, 'slack.away');
      // Texts may speak about the bot.
      const wrong = wrongPerson([...named.values()].filter(({ id }) => id !== botUserId));
      if (wrong) return refusal(guest, 'slack.notAPerson', { name: `@${wrong.handle}` });
      const { text, mentions } = typedFrom(parts, named);
      const about = visit.place && visit.threadTs ? { channel: visit.place.id, threadTs: visit.threadTs } : null;
      const quoted = about ? await parentOf(guest.workspace, about, people, log) : {};
      return ask(visit, guest, { kind: 'command', text: command(text), ...quoted }, mentions);
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

/** What follows the mention by which the bot is spoken to; where nobody needs to mention it, only one at the beginning is such. */
function saidTo(botUserId: string, parts: readonly Part[], mention: boolean): readonly Part[] {
  const at = parts.findIndex((part) => part.p === 'user' && part.id === botUserId);
  const before = parts.slice(0, Math.max(0, at));
  const begins = before.every((part) => part.p === 'text' && part.text.trim() === '');
  return mention || begins ? parts.slice(at + 1) : parts;
}

function userOf(part: Part): readonly string[] {
  return part.p === 'user' ? [part.id] : [];
}
