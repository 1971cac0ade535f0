/** Answers one call of the Web API: token, scope, pace, then the method. */
import type { Json } from '../blocks/check.ts';
import type { Slack } from '../state/slack.ts';
import type { Workspace } from '../state/workspace.ts';
import { ApiError, type Method, refuse, text } from './call.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { oauthAccess } from './oauth.ts';
import { peopleMethods } from './people.ts';
import { checkScope } from './scopes.ts';
import { viewMethods } from './views.ts';

const METHODS: Readonly<Record<string, Method>> = {
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...peopleMethods,
  ...viewMethods,
};

/** A message may come this much before its second is over: the wire is not a metronome. */
const PACE_TOLERANCE_MS = 50;

export interface Request {
  readonly method: string;
  readonly args: Json;
  /** The header's value, empty when there is none. */
  readonly authorization: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

export function tokenOf({ args, authorization }: Request): string {
  return authorization.startsWith('Bearer ') ? authorization.slice(7) : text(args, 'token');
}

export function dispatch(slack: Slack, request: Request): ApiAnswer {
  try {
    const seconds = paceOf(slack, request);
    if (seconds !== null) return rateLimited(seconds);
    return { status: 200, headers: {}, body: { ok: true, ...answer(slack, request) } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: 200, headers: {}, body: { ok: false, error: error.message, ...error.details } };
  }
}

export function rateLimited(seconds: number): ApiAnswer {
  return { status: 429, headers: { 'retry-after': String(seconds) }, body: { ok: false, error: 'ratelimited' } };
}

function answer(slack: Slack, request: Request): Json {
  const { method, args, authorization } = request;
  if (method === 'oauth.v2.access') return oauthAccess(slack, args, authorization);
  const token = tokenOf(request);
  if (token === '') refuse('not_authed');
  if (method === 'apps.connections.open') return socketUrl(slack, token);
  const run = METHODS[method];
  if (!run) return refuse('unknown_method', { req_method: method });
  const team = teamOf(slack, token);
  checkScope(method, args, team);
  return run({ slack, team, args });
}

function socketUrl(slack: Slack, token: string): Json {
  if (token !== slack.settings.appToken) refuse(token.startsWith('xoxb-') ? 'not_allowed_token_type' : 'invalid_auth');
  const [team] = slack.teams.values();
  const url = slack.baseUrl.replace(/^http/, 'ws');
  return { url: `${url}/link/?ticket=${slack.ids.secret()}&app_id=${team?.appId ?? ''}` };
}

function teamOf(slack: Slack, token: string): Workspace {
  if (token === slack.settings.appToken) refuse('not_allowed_token_type');
  const team = [...slack.teams.values()].find(({ installation }) => installation.botToken === token);
  if (!team) return refuse('invalid_auth');
  const { refused, expiresAt } = team.installation;
  if (refused !== null) refuse(refused);
  if (expiresAt !== null && slack.clock.now() >= expiresAt) refuse('token_expired');
  return team;
}

/** Seconds to wait, when a channel hears its second message within a second and the pace is kept strictly. */
function paceOf(slack: Slack, request: Request): number | null {
  if (!slack.settings.strictPace || request.method !== 'chat.postMessage') return null;
  const team = [...slack.teams.values()].find(({ installation }) => installation.botToken === tokenOf(request));
  const named = text(request.args, 'channel');
  const channel = team?.users.has(named) ? team.directChat(named).id : named;
  const last = team?.messages.get(channel)?.findLast(({ message }) => message.bot_id === team.botId);
  return last && slack.clock.now() - last.at < 1000 - PACE_TOLERANCE_MS ? 1 : null;
}
