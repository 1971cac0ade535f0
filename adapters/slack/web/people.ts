/** Who somebody is in Slack: asked once, kept until Slack says it has changed. */
import type { webApi } from '@slack/bolt';
import type { Log } from '../../../src/ports/log.ts';
import type { Visitor } from '../inbound/source.ts';
import { createCache } from './cache.ts';
import { externalId, type Workspace } from './workspace.ts';

export interface SlackPerson {
  readonly id: string;
  readonly externalId: string;
  /** The workspace or organisation they belong to, as {@link Workspace.tenant} names it. */
  readonly origin: string;
  readonly handle: string;
  readonly name: string;
  /** `gone`: deactivated. `external`: of another workspace, through Slack Connect. */
  readonly standing: 'member' | 'external' | 'bot' | 'gone';
  /** As in `de-DE`; null when Slack does not say. */
  readonly locale: string | null;
}

/** The part of a Slack user that is used; the same in answers and events. */
export type SlackUser = NonNullable<webApi.UsersInfoResponse['user']>;

const KEPT = 5_000;

export interface People {
  /** Null when Slack knows nobody of that id. */
  of(workspace: Workspace, id: string): Promise<SlackPerson | null>;
  /** The person who does something; while Slack cannot be asked, what the payload says. */
  visitor(workspace: Workspace, visitor: Visitor): Promise<SlackPerson>;
  /** What is known without asking. */
  known(workspace: Workspace, id: string): SlackPerson | null;
  learn(workspace: Workspace, user: SlackUser): SlackPerson;
}

export function createPeople(log: Log): People {
  const cache = createCache<SlackPerson>(KEPT);
  const keyOf = (workspace: Workspace, id: string) => externalId(workspace.tenant, id);

  function learn(workspace: Workspace, user: SlackUser): SlackPerson {
    const person = personFrom(workspace, user);
    cache.set(person.externalId, person);
    return person;
  }

  async function ask(workspace: Workspace, id: string): Promise<SlackPerson | null> {
    const client = await workspace.client();
    try {
      const { user } = await client.users.info({ user: id, include_locale: true });
      return user ? learn(workspace, user) : null;
    } catch (error) {
      if (isPlatformError(error, 'user_not_found', 'user_not_visible')) return null;
      throw error;
    }
  }

  const of = async (workspace: Workspace, id: string) => cache.get(keyOf(workspace, id)) ?? (await ask(workspace, id));

  return {
    of,
    learn,
    known: (workspace, id) => cache.get(keyOf(workspace, id)) ?? null,
    async visitor(workspace, { id, name, teamId }) {
      const found = await of(workspace, id).catch((error: unknown) => {
        log.warn('slack did not say who somebody is', { reason: String(error) });
        return null;
      });
      if (found) return found;
      const label = name ?? id;
      // In an organisation people of many workspaces are at home; only Slack could tell who is not.
      const elsewhere = teamId !== null && workspace.teamId !== null && teamId !== workspace.teamId;
      const standing = elsewhere ? 'external' : 'member';
      const origin = elsewhere ? teamId : workspace.tenant;
      return { id, externalId: keyOf(workspace, id), origin, handle: label, name: label, standing, locale: null };
    },
  };
}

export function isPlatformError(error: unknown, ...codes: readonly string[]): boolean {
  const data = error instanceof Error && 'data' in error ? (error.data as { readonly error?: unknown }) : null;
  return typeof data?.error === 'string' && codes.includes(data.error);
}

function personFrom(workspace: Workspace, user: SlackUser): SlackPerson {
  const id = user.id ?? '';
  const handle = user.name || id;
  return {
    id,
    externalId: externalId(workspace.tenant, id),
    origin: originOf(workspace, user),
    handle,
    name: user.profile?.display_name || user.profile?.real_name || user.real_name || handle,
    standing: standingOf(workspace, user),
    locale: user.locale ?? null,
  };
}

function standingOf(workspace: Workspace, user: SlackUser): SlackPerson['standing'] {
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot';
  if (user.deleted) return 'gone';
  return isAtHome(workspace, user) ? 'member' : 'external';
}

/** Where Slack does not say from where a stranger comes, they are from nowhere that could be meant by a name. */
function originOf(workspace: Workspace, user: SlackUser): string {
  if (isAtHome(workspace, user)) return workspace.tenant;
  return user.enterprise_user?.enterprise_id || user.team_id || 'elsewhere';
}

/** `is_stranger` is said only of those who share no channel with the app; of the others, where they belong tells. */
function isAtHome({ teamId, enterpriseId }: Workspace, user: SlackUser): boolean {
  const home = user.enterprise_user?.enterprise_id;
  if (enterpriseId !== null && home === enterpriseId) return true;
  if ((user as { is_stranger?: boolean }).is_stranger === true) return false;
  return teamId === null ? home === undefined && user.team_id === enterpriseId : (user.team_id ?? teamId) === teamId;
}
