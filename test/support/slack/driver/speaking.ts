/** People writing messages: in a channel, to the bot by mention, to the bot directly. */
import type { Json } from '../blocks/check.ts';
import type { Posted, SlackChannel, SlackUser } from '../state/model.ts';
import { change, say } from '../state/say.ts';
import type { Slack } from '../state/slack.ts';
import type { Workspace } from '../state/workspace.ts';
import { escaped } from '../text/control.ts';
import type { Delivered, DeliveryOptions } from './transport.ts';

export interface Speech {
  readonly slack: Slack;
  readonly team: Workspace;
  event(payload: Json, options?: DeliveryOptions): Promise<Delivered>;
}

export interface SpeechOptions extends DeliveryOptions {
  /** The `ts` of the message that is answered. */
  readonly thread?: string;
  /** The text is already as Slack stores it: `<@U1>`, `&amp;`. */
  readonly raw?: boolean;
}

export function speaking({ slack, team, event }: Speech) {
  /** As a person's client turns typing into text: names that it knows become mentions, everything else is escaped. */
  function typed(text: string, options: SpeechOptions): string {
    if (options.raw) return text;
    return escaped(text).replaceAll(/(?<![\w.])@([\p{L}\d._-]+)/gu, (whole, name) => {
      const user = team.userByName(name);
      return user ? `<@${user.id}>` : whole;
    });
  }

  function write(user: SlackUser, channel: SlackChannel, text: string, options: SpeechOptions): Posted {
    const thread = options.thread ? { thread_ts: options.thread } : {};
    const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
    const message = {
      user: user.id,
      text,
      client_msg_id: slack.ids.next('m'),
      blocks: [{ type: 'rich_text', elements }],
      ...thread,
    };
    return say(slack, team, { channel: channel.id, message });
  }

  function messageEvent(posted: Posted, own: Json, options?: DeliveryOptions) {
    const { message, channel } = posted;
    return event({ ...message, ...own, channel, event_ts: posted.ts }, options);
  }

  return {
    /** Writes in a channel without the bot being told, as it does not read along. */
    say: (user: SlackUser, channel: SlackChannel, text: string, options: SpeechOptions = {}) =>
      write(user, channel, typed(text, options), options),
    /** `@Mitwirk text` in a channel. */
    async mention(user: SlackUser, channel: SlackChannel, text: string, options: SpeechOptions = {}) {
      const posted = write(user, channel, `<@${team.bot.id}> ${typed(text, options)}`, options);
      const delivered = await messageEvent(posted, { type: 'app_mention' }, options);
      return { ...delivered, posted };
    },
    /** Writes to the bot directly. */
    async dm(user: SlackUser, text: string, options: SpeechOptions = {}) {
      const posted = write(user, team.directChat(user), typed(text, options), options);
      const delivered = await messageEvent(posted, { channel_type: 'im' }, options);
      return { ...delivered, posted };
    },
    /** Changes what was written; the bot hears of it in a direct chat only. */
    edit(user: SlackUser, posted: Posted, text: string, options: SpeechOptions = {}) {
      const previous_message = posted.message;
      change(slack, team, posted, { text: typed(text, options) });
      const message = { ...posted.message, edited: { user: user.id, ts: slack.ids.ts() } };
      const changed = { type: 'message', subtype: 'message_changed', hidden: true, channel_type: 'im' };
      return event({ ...changed, channel: posted.channel, message, previous_message, ts: slack.ids.ts() }, options);
    },
    takeBack(posted: Posted, options?: DeliveryOptions) {
      posted.deleted = true;
      const deleted = { type: 'message', subtype: 'message_deleted', hidden: true, channel_type: 'im' };
      const previous_message = posted.message;
      const ts = slack.ids.ts();
      return event({ ...deleted, channel: posted.channel, deleted_ts: posted.ts, previous_message, ts }, options);
    },
    /** Another app's message, in the direct chat of that person. */
    otherBot(user: SlackUser, text: string, options?: DeliveryOptions) {
      const bot = { subtype: 'bot_message', bot_id: slack.ids.next('B'), username: 'Wetter' };
      const posted = say(slack, team, { channel: team.directChat(user).id, message: { ...bot, text } });
      const { channel, ts } = posted;
      return event({ type: 'message', ...bot, text, ts, channel, event_ts: ts, channel_type: 'im' }, options);
    },
  };
}
