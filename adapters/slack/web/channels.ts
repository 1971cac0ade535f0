/** Names of channels, and the direct conversation with each person. */

import type { Inbound } from '../../../src/ports/inbound.ts';
import type { Log } from '../../../src/ports/log.ts';
import { isDirect, type Place } from '../inbound/source.ts';
import { createCache } from './cache.ts';
import { externalId, type Workspace } from './workspace.ts';

const KEPT = 5_000;

/** What Slack writes where it does not want to tell the name. */
const NO_NAMES = new Set(['privategroup', 'directmessage']);

export interface Channels {
  /** The conversation as the application knows it; without a place, the person's own with the bot. */
  roomOf(workspace: Workspace, place: Place | null, person: string): Promise<Inbound['room']>;
  /** Opens the conversation if need be. */
  directWith(workspace: Workspace, person: string): Promise<string>;
  renamed(workspace: Workspace, id: string, name: string): void;
}

export function createChannels(log: Log): Channels {
  const names = createCache<string>(KEPT);
  const directs = createCache<string>(KEPT);

  async function directWith(workspace: Workspace, person: string): Promise<string> {
    const key = externalId(workspace.tenant, person);
    const known = directs.get(key);
    if (known !== undefined) return known;
    const { channel } = await (await workspace.client()).conversations.open({ users: person });
    if (!channel?.id) throw new Error('slack opened no direct conversation');
    directs.set(key, channel.id);
    return channel.id;
  }

  async function nameOf(workspace: Workspace, place: Place): Promise<string> {
    const key = externalId(workspace.tenant, place.id);
    if (place.name && !NO_NAMES.has(place.name)) {
      names.set(key, place.name);
      return place.name;
    }
    const known = names.get(key);
    if (known !== undefined) return known;
    try {
      const { channel } = await (await workspace.client()).conversations.info({ channel: place.id });
      if (channel?.name) names.set(key, channel.name);
      return channel?.name ?? place.id;
    } catch (error) {
      log.warn('slack did not tell the name of a channel', { reason: String(error) });
      return place.id;
    }
  }

  return {
    directWith,
    async roomOf(workspace, place, person) {
      const direct = place ?? { id: await directWith(workspace, person).catch(() => `D-${person}`), name: null };
      const external = externalId(workspace.tenant, direct.id);
      if (isDirect(direct)) return { externalId: external, kind: 'direct', name: 'direct' };
      return { externalId: external, kind: 'channel', name: await nameOf(workspace, direct) };
    },
    renamed: (workspace, id, name) => names.set(externalId(workspace.tenant, id), name),
  };
}
