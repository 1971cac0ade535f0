/** Answers by `response_url`: to the person, to the channel, or instead of the message whose button was pressed. */
import { isObject, type Json } from '../blocks/check.ts';
import { byBot, change, say } from '../state/say.ts';
import type { Slack } from '../state/slack.ts';
import type { ResponseUrl } from '../state/tickets.ts';
import { ApiError, flag, refuse, text } from './call.ts';
import { contentOf } from './content.ts';

export interface ResponseUrlAnswer {
  readonly status: number;
  /** `ok`, or JSON with the error. */
  readonly body: string;
}

export function answerByUrl(slack: Slack, id: string, body: unknown): ResponseUrlAnswer {
  const url = slack.tickets.use(id);
  if (typeof url === 'string') return { status: 404, body: JSON.stringify({ ok: false, error: url }) };
  try {
    respond(slack, url, isObject(body) ? body : refuse('invalid_payload'));
    return { status: 200, body: 'ok' };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: 400, body: JSON.stringify({ ok: false, error: error.message, ...error.details }) };
  }
}

/** Also what the body of an acknowledged slash command does. */
export function respond(slack: Slack, url: ResponseUrl, body: Json): void {
  const { team, channel, user, source } = url;
  if (flag(body, 'delete_original')) {
    if (source) source.deleted = true;
    return;
  }
  const content = contentOf(body);
  const message = {
    text: content.text,
    ...(content.blocks ? { blocks: content.blocks } : {}),
    ...(content.mrkdwn ? {} : { mrkdwn: false }),
  };
  if (flag(body, 'replace_original') && source) {
    change(slack, team, source, { blocks: [], ...message });
    return;
  }
  const thread = text(body, 'thread_ts');
  const only = text(body, 'response_type') === 'in_channel' ? null : user;
  const said = { ...byBot(team), ...message, ...(thread ? { thread_ts: thread } : {}) };
  say(slack, team, { channel, message: said, names: content.names, only });
}
