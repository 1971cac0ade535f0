/** What tests ask of the server: what was said where, what it shows and whom it notifies. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Posted, SlackChannel, SlackUser } from './state/model.ts';
import type { Slack } from './state/slack.ts';
import type { Workspace } from './state/workspace.ts';
import { pings, spokenText, visibleBlocks, visibleText } from './text/reading.ts';

type Channel = SlackChannel | string;
type User = SlackUser | string;

/** Asks of another team by its last argument; of the first one without it. */
export function inspect(slack: Slack, first: Workspace) {
  const id = (one: Channel | User) => (typeof one === 'string' ? one : one.id);
  return {
    messagesIn: (channel: Channel, team = first) => team.said(id(channel)),
    /** What the bot wrote to a person directly. */
    directMessages: (user: User, team = first) =>
      team.said(team.directChat(user).id).filter(({ message }) => message.bot_id === team.botId),
    ephemeralsFor: (user: User, team = first) =>
      team.ephemerals.filter(({ only, deleted }) => only === id(user) && !deleted),
    homeOf: (user: User, team = first) => team.homes.get(id(user)),
    /** The modal on top, or undefined. */
    modalOf: (user: User, team = first) =>
      [...team.views.values()].findLast((one) => one.open && one.user === id(user))?.view,
    callsOf: (method: string) => slack.calls.filter((call) => call.method === method),
    visibleText: (posted: Posted, team = first) => visibleText(posted, team),
    spokenText: (posted: Posted, team = first) => spokenText(posted, team),
    /** Of the blocks of a modal or a home tab. */
    visibleBlocks: (blocks: readonly unknown[], team = first) => visibleBlocks(blocks, team),
    pings: (posted: Posted, team = first) => pings(posted, team),
    until,
  };
}

/**
 * Waits until `read` gives something other than undefined, null or false, and returns it.
 * @throws Error with `what` when that takes longer than `withinMs`
 */
export async function until<Found>(
  what: string,
  read: () => Found | undefined | null | false,
  withinMs = 15_000,
): Promise<Found> {
  for (const end = Date.now() + withinMs; Date.now() < end; await wait(5)) {
    const found = read();
    if (found !== undefined && found !== null && found !== false) return found;
  }
  throw new Error(`Waited ${withinMs} ms in vain for ${what}`);
}
