/** Delivers by HTTP, signed as Slack signs: https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac } from 'node:crypto';
import type { Json } from '../blocks/check.ts';
import { type Ack, type DeliveryOptions, type Outgoing, type Transport, USUAL_TIMEOUT_MS } from './transport.ts';

export interface HttpTarget {
  /** Where the app takes Slack's requests, such as `http://127.0.0.1:3000/slack/events`. */
  readonly url: string;
  readonly signingSecret: string;
}

export function httpTransport(target: HttpTarget): Transport & { send: typeof post } {
  const post = (body: string, type: string, options: DeliveryOptions) => send(target, body, type, options);
  return {
    send: post,
    deliver: ({ kind, payload }: Outgoing, options) => {
      if (kind === 'event') return post(JSON.stringify(payload), 'application/json', options);
      const fields = kind === 'command' ? formFields(payload) : { payload: JSON.stringify(payload) };
      return post(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', options);
    },
  };
}

function formFields(payload: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
}

async function send(target: HttpTarget, body: string, type: string, options: DeliveryOptions): Promise<Ack> {
  const started = performance.now();
  const retry: Record<string, string> = options.retry
    ? { 'x-slack-retry-num': String(options.retry.num), 'x-slack-retry-reason': options.retry.reason }
    : {};
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: { 'content-type': type, ...signature(target.signingSecret, body, options), ...retry },
      body,
      signal: AbortSignal.timeout(options.timeoutMs ?? USUAL_TIMEOUT_MS),
    });
    const answer = await response.text();
    return { status: response.status, body: parsed(answer), ms: performance.now() - started };
  } catch {
    return { status: 0, body: null, ms: performance.now() - started };
  }
}

function signature(secret: string, body: string, options: DeliveryOptions): Record<string, string> {
  if (options.signature === 'none') return {};
  const timestamp = Math.floor(Date.now() / 1000) - (options.ageSeconds ?? 0);
  const key = options.signature === 'wrong' ? `not ${secret}` : secret;
  const digest = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
}

function parsed(answer: string): unknown {
  if (answer === '') return null;
  try {
    return JSON.parse(answer);
  } catch {
    return answer;
  }
}
