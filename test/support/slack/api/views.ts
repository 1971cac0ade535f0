/** views.*: modals, opened by a trigger, and home tabs. */
import { BLOCK_LIMITS } from '../blocks/blockLimits.ts';
import { isObject, issueLine, type Json } from '../blocks/check.ts';
import { viewIssues } from '../blocks/validate.ts';
import type { OpenView, SlackView } from '../state/model.ts';
import { withIds } from '../state/say.ts';
import type { Slack } from '../state/slack.ts';
import type { Workspace } from '../state/workspace.ts';
import { type ApiCall, type Method, needed, refuse, structureObject, text } from './call.ts';

/** Refuses a view as Slack does: `invalid_arguments` with every issue and its place. */
export function checkedView(view: Json | undefined, type: 'modal' | 'home'): Json {
  if (view === undefined) return refuse('invalid_arguments', messages(['missing required field: view']));
  if (JSON.stringify(view).length > BLOCK_LIMITS.viewBytes) refuse('view_too_large');
  const lines = viewIssues(view).map(issueLine);
  if (view.type !== type) lines.unshift(`must be of type ${type} [json-pointer:/view/type]`);
  return lines.length > 0 ? refuse('invalid_arguments', messages(lines)) : view;
}

function messages(lines: readonly string[]): Json {
  return { response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) } };
}

function given({ args }: ApiCall, type: 'modal' | 'home'): Json {
  return checkedView(structureObject(args, 'view', 'invalid_arguments'), type);
}

/** The view as Slack keeps and returns it. `under`: the one it is stacked on; `before`: the one it replaces. */
export function viewObject(
  slack: Slack,
  team: Workspace,
  view: Json,
  under: SlackView | null,
  before?: SlackView,
): SlackView {
  const id = before?.id ?? slack.ids.next('V');
  const blocks = Array.isArray(view.blocks) ? view.blocks.filter(isObject) : [];
  const part = (name: string) => (isObject(view[name]) ? { emoji: true, ...view[name] } : null);
  const title = part('title');
  return {
    id,
    team_id: team.id,
    type: String(view.type),
    blocks: withIds(blocks, slack),
    private_metadata: text(view, 'private_metadata'),
    callback_id: text(view, 'callback_id'),
    state: { values: {} },
    hash: `${Math.floor(slack.clock.now() / 1000)}.${slack.ids.next('h')}`,
    ...(title ? { title } : {}),
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    submit_disabled: view.submit_disabled === true,
    close: part('close'),
    submit: part('submit'),
    previous_view_id: before ? before.previous_view_id : (under?.id ?? null),
    root_view_id: before?.root_view_id ?? under?.root_view_id ?? id,
    app_id: team.appId,
    external_id: text(view, 'external_id'),
    app_installed_team_id: team.enterprise?.wide ? team.enterprise.id : team.id,
    bot_id: team.botId,
  };
}

function uniqueExternalId(team: Workspace, view: Json, but?: SlackView): void {
  const external = text(view, 'external_id');
  const taken = [...team.views.values()].some(
    (one) => one.open && one.view !== but && one.view.external_id === external,
  );
  if (external !== '' && taken) refuse('duplicate_external_id');
}

/** The modals on top of each other, lowest first. */
export function stackOf(team: Workspace, user: string): OpenView[] {
  return [...team.views.values()].filter((one) => one.open && one.user === user);
}

function triggered(call: ApiCall) {
  const id = needed(call.args, 'trigger_id');
  const trigger = call.slack.tickets.exchange(id);
  if (typeof trigger === 'string') return refuse(trigger);
  return trigger.team === call.team ? trigger : refuse('invalid_trigger_id');
}

const open: Method = (call) => {
  const view = given(call, 'modal');
  uniqueExternalId(call.team, view);
  const { user } = triggered(call);
  for (const one of stackOf(call.team, user)) one.open = false;
  return { view: show(call, user, viewObject(call.slack, call.team, view, null)) };
};

const push: Method = (call) => {
  const view = given(call, 'modal');
  uniqueExternalId(call.team, view);
  const { user } = triggered(call);
  const stack = stackOf(call.team, user);
  if (stack.length >= BLOCK_LIMITS.modalStack) refuse('push_limit_reached');
  return { view: show(call, user, viewObject(call.slack, call.team, view, stack.at(-1)?.view ?? null)) };
};

function show({ team }: ApiCall, user: string, view: SlackView): SlackView {
  team.views.set(view.id, { view, user, open: true });
  return view;
}

const update: Method = (call) => {
  const view = given(call, 'modal');
  const { team, args } = call;
  const external = text(args, 'external_id');
  const known = external === '' ? team.views.get(needed(args, 'view_id')) : byExternalId(team, external);
  if (!known?.open) return refuse('not_found');
  if (args.hash !== undefined && text(args, 'hash') !== known.view.hash) refuse('hash_conflict');
  uniqueExternalId(team, view, known.view);
  known.view = viewObject(call.slack, team, view, null, known.view);
  return { view: known.view };
};

function byExternalId(team: Workspace, external: string): OpenView | undefined {
  return [...team.views.values()].find((one) => one.open && one.view.external_id === external);
}

const publish: Method = (call) => {
  const { team, args } = call;
  const user = needed(args, 'user_id');
  if (!team.users.has(user)) refuse('user_not_found');
  const view = given(call, 'home');
  const before = team.homes.get(user);
  if (args.hash !== undefined && text(args, 'hash') !== (before?.hash ?? '')) refuse('hash_conflict');
  const published = viewObject(call.slack, team, view, null, before);
  team.homes.set(user, published);
  return { view: published };
};

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
