/** What Slack hands out for a short time: triggers for opening a modal, and addresses for answering. */
import type { SlackClock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { Posted } from './model.ts';
import type { Workspace } from './workspace.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction */
export const TRIGGER_LIFETIME_MS = 3_000;
export const RESPONSE_URL_LIFETIME_MS = 30 * 60_000;
export const RESPONSE_URL_USES = 5;

export interface Trigger {
  readonly team: Workspace;
  readonly user: string;
  /** The modal it was issued in: `views.push` stacks on it. */
  readonly view: string | null;
}

export interface ResponseUrl {
  readonly team: Workspace;
  readonly user: string;
  readonly channel: string;
  /** The message whose button was pressed. */
  readonly source: Posted | null;
}

export type Tickets = ReturnType<typeof createTickets>;

export function createTickets(ids: Ids, clock: SlackClock) {
  const triggers = new Map<string, Trigger & { readonly at: number; used: boolean }>();
  const urls = new Map<string, ResponseUrl & { readonly at: number; uses: number }>();
  return {
    issueTrigger(trigger: Trigger): string {
      const id = ids.secret();
      triggers.set(id, { ...trigger, at: clock.now(), used: false });
      return id;
    },
    /** Gives the trigger, or the error Slack answers. */
    exchange(id: string): Trigger | string {
      const trigger = triggers.get(id);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (clock.now() - trigger.at > TRIGGER_LIFETIME_MS) return 'expired_trigger_id';
      trigger.used = true;
      return trigger;
    },
    issueResponseUrl(url: ResponseUrl): string {
      const id = ids.secret();
      urls.set(id, { ...url, at: clock.now(), uses: 0 });
      return id;
    },
    use(id: string): ResponseUrl | string {
      const url = urls.get(id);
      if (!url) return 'no_such_url';
      if (clock.now() - url.at > RESPONSE_URL_LIFETIME_MS) return 'expired_url';
      if (url.uses >= RESPONSE_URL_USES) return 'used_url';
      url.uses += 1;
      return url;
    },
    /** How often each address was used, most used first. */
    uses: () => [...urls.values()].map(({ uses }) => uses).sort((a, b) => b - a),
  };
}
