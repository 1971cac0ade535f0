/** The payloads Slack sends, built from what it remembers. Shapes: test/fixtures/slack. */
import { isObject, type Json } from '../blocks/check.ts';
import { elementsOf } from '../blocks/validate.ts';
import type { Posted, SlackChannel, SlackUser, SlackView } from '../state/model.ts';
import type { Slack } from '../state/slack.ts';
import type { Workspace } from '../state/workspace.ts';
import { labelOf } from '../text/lines.ts';
import { chosen } from './choice.ts';

/** Who does it, and where Slack runs. */
export interface Scene {
  readonly slack: Slack;
  readonly team: Workspace;
  readonly user: SlackUser;
}

const APART_FROM_PUBLIC: Readonly<Record<string, string>> = {
  private: 'privategroup',
  im: 'directmessage',
  mpim: 'mpdm',
};

/** Slack does not tell the names of private channels. */
function nameOf(channel: SlackChannel): string {
  return APART_FROM_PUBLIC[channel.kind] ?? channel.name;
}

function common({ slack, team }: Scene) {
  const { id, domain, enterprise } = team;
  const organisation = enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {};
  return {
    token: slack.settings.verificationToken,
    team: enterprise?.wide ? null : { id, domain, ...organisation },
    enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
    is_enterprise_install: enterprise?.wide === true,
  };
}

/** A workspace guest from another team names that team. */
function person({ user }: Scene) {
  return { id: user.id, username: user.name, name: user.name, team_id: user.teamId };
}

/** `is_enterprise_install` is text here, as the payload is form-encoded. */
export function commandPayload(scene: Scene, channel: SlackChannel, command: string, text: string): Json {
  const { slack, team, user } = scene;
  const response = { team, user: user.id, channel: channel.id, source: null };
  return {
    token: slack.settings.verificationToken,
    team_id: team.enterprise?.wide ? user.teamId : team.id,
    team_domain: team.domain,
    ...(team.enterprise ? { enterprise_id: team.enterprise.id, enterprise_name: team.enterprise.name } : {}),
    channel_id: channel.id,
    channel_name: nameOf(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: team.appId,
    is_enterprise_install: String(team.enterprise?.wide === true),
    response_url: responseUrl(slack, response),
    trigger_id: slack.tickets.issueTrigger({ team, user: user.id, view: null }),
  };
}

function responseUrl(slack: Slack, url: Parameters<Slack['tickets']['issueResponseUrl']>[0]): string {
  return `${slack.baseUrl}/response/${slack.tickets.issueResponseUrl(url)}`;
}

/** The element of that label, `action_id` or `value`, with the block it is in. */
function findElement(blocks: readonly Json[], name: string): { readonly block: Json; readonly element: Json } {
  const elements = blocks.flatMap((block) => elementsOf(block).map((element) => ({ block, element })));
  const found = elements.filter(({ element }) => [labelOf(element), element.action_id, element.value].includes(name));
  const [first] = found;
  if (first) return first;
  const there = elements.map(({ element }) => `${labelOf(element)} (${String(element.action_id)})`).join(', ');
  throw new Error(`Nothing to use is called ${name}; there is: ${there || 'nothing'}`);
}

/** What using an element adds to `actions`; `value` is what was chosen in a menu or typed. */
function action(scene: Scene, blocks: readonly Json[], name: string, value: string | null): Json {
  const { block, element } = findElement(blocks, name);
  const { type, action_id, text, style, url, confirm, placeholder } = element;
  const kept = Object.entries({ text, style, url, confirm, placeholder }).filter(([, part]) => part !== undefined);
  return {
    action_id,
    block_id: block.block_id,
    ...Object.fromEntries(kept),
    ...(type === 'button' ? (element.value === undefined ? {} : { value: element.value }) : chosen(element, value)),
    type,
    action_ts: scene.slack.ids.ts(),
  };
}

export function messageActionsPayload(scene: Scene, posted: Posted, name: string, value: string | null): Json {
  const { slack, team, user } = scene;
  const channel = knownChannel(team, posted.channel);
  const { thread_ts, blocks = [] } = posted.message;
  const ephemeral = posted.only !== null;
  const container = { type: 'message', message_ts: posted.ts, channel_id: channel.id, is_ephemeral: ephemeral };
  return {
    type: 'block_actions',
    ...common(scene),
    user: person(scene),
    api_app_id: team.appId,
    container: { ...container, ...(thread_ts ? { thread_ts } : {}) },
    trigger_id: slack.tickets.issueTrigger({ team, user: user.id, view: null }),
    channel: { id: channel.id, name: nameOf(channel) },
    ...(ephemeral ? {} : { message: posted.message }),
    state: { values: {} },
    response_url: responseUrl(slack, { team, user: user.id, channel: channel.id, source: posted }),
    actions: [action(scene, blocks, name, value)],
  };
}

export function viewActionsPayload(scene: Scene, view: SlackView, name: string, value: string | null): Json {
  const { slack, team, user } = scene;
  return {
    type: 'block_actions',
    ...common(scene),
    user: person(scene),
    api_app_id: team.appId,
    container: { type: 'view', view_id: view.id },
    trigger_id: slack.tickets.issueTrigger({ team, user: user.id, view: view.id }),
    view,
    actions: [action(scene, view.blocks, name, value)],
  };
}

export function shortcutPayload(scene: Scene, callbackId: string): Json {
  const { slack, team, user } = scene;
  const { id, username, team_id } = person(scene);
  return {
    type: 'shortcut',
    ...common(scene),
    user: { id, username, team_id },
    callback_id: callbackId,
    trigger_id: slack.tickets.issueTrigger({ team, user: user.id, view: null }),
    action_ts: slack.ids.ts(),
  };
}

export function messageShortcutPayload(scene: Scene, posted: Posted, callbackId: string): Json {
  const { slack, team, user } = scene;
  const channel = knownChannel(team, posted.channel);
  const { id, name, team_id } = person(scene);
  return {
    type: 'message_action',
    ...common(scene),
    user: { id, name, team_id },
    channel: { id: channel.id, name: nameOf(channel) },
    callback_id: callbackId,
    trigger_id: slack.tickets.issueTrigger({ team, user: user.id, view: null }),
    response_url: responseUrl(slack, { team, user: user.id, channel: channel.id, source: null }),
    message_ts: posted.ts,
    message: posted.message,
    action_ts: slack.ids.ts(),
  };
}

export function viewSubmissionPayload(scene: Scene, view: SlackView, values: Json): Json {
  const { slack, team, user } = scene;
  return {
    type: 'view_submission',
    ...common(scene),
    user: person(scene),
    api_app_id: team.appId,
    trigger_id: slack.tickets.issueTrigger({ team, user: user.id, view: view.id }),
    view: { ...view, state: { values } },
  };
}

export function viewClosedPayload(scene: Scene, view: SlackView, isCleared: boolean): Json {
  const user = person(scene);
  return { type: 'view_closed', ...common(scene), user, api_app_id: scene.team.appId, view, is_cleared: isCleared };
}

/**
 * `event` without `event_ts`, which is added. Also of an organisation's installation `authorizations` may name a workspace:
 * https://docs.slack.dev/enterprise/developing-for-enterprise-orgs
 */
export function eventPayload(slack: Slack, team: Workspace, event: Json): Json {
  const channel = isObject(event.channel) ? event.channel.id : event.channel;
  const enterprise_id = team.enterprise?.id ?? null;
  const shared = typeof channel === 'string' && team.channels.get(channel)?.isShared === true;
  return {
    token: slack.settings.verificationToken,
    team_id: team.id,
    ...(enterprise_id === null ? {} : { enterprise_id }),
    api_app_id: team.appId,
    event: { ...event, event_ts: event.event_ts ?? slack.ids.ts() },
    type: 'event_callback',
    event_id: slack.ids.next('Ev'),
    event_time: Math.floor(slack.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id,
        team_id: team.id,
        user_id: team.bot.id,
        is_bot: true,
        is_enterprise_install: team.enterprise?.wide === true,
      },
    ],
    is_ext_shared_channel: shared,
    event_context: `4-${slack.ids.secret()}`,
    context_team_id: team.id,
    context_enterprise_id: enterprise_id,
  };
}

function knownChannel(team: Workspace, id: string): SlackChannel {
  const channel = team.channels.get(id);
  if (!channel) throw new Error(`There is no channel ${id} in ${team.name}`);
  return channel;
}
