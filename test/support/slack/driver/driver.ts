/** Acts as people in Slack: types commands, presses buttons, fills in forms. Everything goes to the real app, over its real transport. */
import { randomUUID } from 'node:crypto';
import { respond } from '../api/responseUrl.ts';
import { isObject, type Json } from '../blocks/check.ts';
import type { SlackServer } from '../server.ts';
import type { Posted, SlackChannel, SlackUser, SlackView } from '../state/model.ts';
import { everyday } from './everyday.ts';
import {
  commandPayload,
  eventPayload,
  messageActionsPayload,
  messageShortcutPayload,
  type Scene,
  shortcutPayload,
  viewActionsPayload,
  viewClosedPayload,
  viewSubmissionPayload,
} from './payloads.ts';
import { speaking } from './speaking.ts';
import {
  type Delivered,
  type DeliveryOptions,
  type Outgoing,
  type Send,
  type Transport,
  tampered,
} from './transport.ts';
import { stateOf, type Values } from './viewState.ts';
import { closed, submitted } from './views.ts';

export type SlackDriver = ReturnType<typeof createDriver>;

/** Of the server's first team, or of another. */
export function createDriver(server: SlackServer, transport: Transport, team = server.team) {
  const { slack } = server;
  const scene = (user: SlackUser): Scene => ({ slack, team, user });

  async function dispatch(sent: Outgoing, options: DeliveryOptions): Promise<Delivered> {
    const payload = tampered(sent.payload, options);
    const copies = Array.from({ length: options.copies ?? 1 }, (_, copy) => copy);
    const acks = await Promise.all(copies.map((copy) => transport.deliver({ ...sent, payload }, options, copy)));
    const [first = { status: 0, body: null, ms: 0 }] = acks;
    return { ...first, acks, payload, again: (other = {}) => dispatch({ ...sent, payload }, other) };
  }

  const send: Send = (kind, payload, options = {}) => dispatch({ kind, payload, envelopeId: randomUUID() }, options);
  const event = (payload: Json, options?: DeliveryOptions) =>
    send('event', eventPayload(slack, team, payload), options);

  return {
    team,
    send,
    /** Types a slash command. What the acknowledgement says is shown to the person. */
    async slash(user: SlackUser, channel: SlackChannel, command: string, text = '', options?: DeliveryOptions) {
      const delivered = await send('command', commandPayload(scene(user), channel, command, text), options);
      const said = typeof delivered.body === 'string' ? { text: delivered.body } : delivered.body;
      const url = { team, user: user.id, channel: channel.id, source: null };
      if (delivered.status === 200 && isObject(said)) respond(slack, url, said);
      return delivered;
    },
    /** Presses a button, found by its label, `action_id` or `value`, on a message, in a modal or on the home tab. */
    press: (user: SlackUser, on: Posted | SlackView, name: string, options?: DeliveryOptions) =>
      send('interactive', used(scene(user), on, name, null), options),
    /** Chooses in a menu or picker: the value or label of an option, a date, a person's id. */
    choose: (user: SlackUser, on: Posted | SlackView, name: string, value: string, options?: DeliveryOptions) =>
      send('interactive', used(scene(user), on, name, value), options),
    shortcut: (user: SlackUser, callbackId: string, options?: DeliveryOptions) =>
      send('interactive', shortcutPayload(scene(user), callbackId), options),
    messageShortcut: (user: SlackUser, message: Posted, callbackId: string, options?: DeliveryOptions) =>
      send('interactive', messageShortcutPayload(scene(user), message, callbackId), options),
    /** Fills in a modal and submits it. Its `body` holds `response_action`; the modal closes, changes or stays as it says. */
    async submit(user: SlackUser, view: SlackView, values: Values = {}, options?: DeliveryOptions) {
      const payload = viewSubmissionPayload(scene(user), view, stateOf(view, values));
      const delivered = await send('interactive', payload, options);
      if (delivered.status === 200) submitted(slack, team, user, view, delivered.body);
      return delivered;
    },
    /** Closes a modal; the app hears of it when it asked to (`notify_on_close`). */
    async close(user: SlackUser, view: SlackView, options?: DeliveryOptions) {
      const all = closed(team, user, view);
      if (!view.notify_on_close) return null;
      return send('interactive', viewClosedPayload(scene(user), view, all), options);
    },
    /** Looks at the home tab. */
    openHome: (user: SlackUser, options?: DeliveryOptions) => {
      const view = team.homes.get(user.id);
      const tab = { user: user.id, channel: team.directChat(user).id, tab: 'home', ...(view ? { view } : {}) };
      return event({ type: 'app_home_opened', ...tab }, options);
    },
    /** Any event by its type and fields. */
    event: (type: string, payload: Json = {}, options?: DeliveryOptions) => event({ type, ...payload }, options),
    ...speaking({ slack, team, event }),
    ...everyday({ slack, team, event, send }),
  };
}

function used(scene: Scene, on: Posted | SlackView, name: string, value: string | null): Json {
  return 'channel' in on ? messageActionsPayload(scene, on, name, value) : viewActionsPayload(scene, on, name, value);
}
