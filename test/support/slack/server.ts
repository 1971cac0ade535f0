/** A server on a loopback port that stands for Slack: Web API, uploads, answers by address, consent page, Socket Mode. */
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { text } from './api/call.ts';
import { type ApiAnswer, dispatch, rateLimited, tokenOf } from './api/dispatch.ts';
import type { Fault } from './api/faults.ts';
import { receiveUpload } from './api/files.ts';
import { answerByUrl } from './api/responseUrl.ts';
import { argumentsOf, bodyOf, fileOf, sendJson, sendText } from './http.ts';
import { inspect } from './inspect.ts';
import { openSockets } from './sockets.ts';
import { createSlack, type RecordedCall, type SlackSettings } from './state/slack.ts';
import type { WorkspaceSeed } from './state/workspace.ts';

export interface SlackServerOptions extends Partial<SlackSettings> {
  /** The first team; more by `addTeam`. */
  readonly team?: WorkspaceSeed;
}

export type SlackServer = Awaited<ReturnType<typeof startSlackServer>>;

export async function startSlackServer({ team: seed = {}, ...settings }: SlackServerOptions = {}) {
  const slack = createSlack(settings);
  const team = slack.addTeam(seed);
  const server = http.createServer((request, response) => {
    serve(request, response).catch((error) => sendText(response, 500, String(error)));
  });
  const sockets = openSockets(slack, server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  slack.baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', slack.baseUrl);
    const [, area, ...path] = url.pathname.split('/');
    const body = await bodyOf(request);
    if (area === 'api') return callApi(request, response, path.join('/'), body);
    if (area === 'response') {
      const fault = slack.faults.take('response_url', '').find(({ kind }) => kind !== 'delay');
      if (fault?.kind === 'drop') return void response.destroy();
      const refused = fault && answerOf(fault);
      if (refused) return sendJson(response, refused.status, refused.headers, refused.body);
      const answer = answerByUrl(slack, path.at(-1) ?? '', JSON.parse(body.toString() || 'null'));
      return sendText(response, answer.status, answer.body);
    }
    if (area === 'upload') {
      const taken = receiveUpload(slack, path.at(-1) ?? '', await fileOf(request, body));
      return sendText(response, taken ? 200 : 400, taken ? `OK - ${body.length}` : 'wrong_length');
    }
    if (area === 'oauth') return consent(url, response);
    return sendText(response, 404, 'not found');
  }

  async function callApi(
    request: IncomingMessage,
    response: ServerResponse,
    method: string,
    body: Buffer,
  ): Promise<void> {
    const args = await argumentsOf(request, body);
    const call = { method, args, authorization: request.headers.authorization ?? '' };
    const record: RecordedCall = { method, args, token: tokenOf(call), at: slack.clock.now(), status: 0, error: null };
    slack.calls.push(record);
    const faults = slack.faults.take(method, text(args, 'channel') || text(args, 'channel_id'));
    for (const fault of faults) if (fault.kind === 'delay') await wait(fault.ms);
    const fault = faults.find(({ kind }) => kind !== 'delay');
    if (fault?.kind === 'drop') {
      if (fault.when === 'after') dispatch(slack, call);
      response.destroy();
      return;
    }
    const answer = (fault && answerOf(fault)) ?? dispatch(slack, call);
    record.status = answer.status;
    record.error = answer.body.ok === false ? String(answer.body.error) : null;
    sendJson(response, answer.status, answer.headers, answer.body);
  }

  /** As if the person at the browser agreed to install the app into the first team. */
  function consent(url: URL, response: ServerResponse): void {
    const back = new URL(url.searchParams.get('redirect_uri') ?? '/', slack.baseUrl);
    const code = slack.ids.secret();
    slack.codes.set(code, slack.teams.get(url.searchParams.get('team') ?? '') ?? team);
    back.searchParams.set('code', code);
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  async function close(): Promise<void> {
    await sockets.close();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  return {
    ...slack,
    ...inspect(slack, team),
    /** For `slackApiUrl`. */
    apiUrl: `${slack.baseUrl}/api/`,
    /** For `authorizationUrl`. */
    authorizeUrl: `${slack.baseUrl}/oauth/v2/authorize`,
    /** The first team. */
    team,
    sockets,
    /** The state behind it, for drivers. */
    slack,
    close,
  };
}

function answerOf(fault: Fault): ApiAnswer | null {
  if (fault.kind === 'rateLimit') return rateLimited(fault.seconds);
  if (fault.kind === 'fail') return { status: 200, headers: {}, body: { ok: false, error: fault.error } };
  if (fault.kind === 'status') return { status: fault.status, headers: {}, body: { ok: false, error: 'server_error' } };
  return null;
}
