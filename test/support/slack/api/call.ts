/** One call of the Web API, and how its arguments are read. */
import { isObject, type Json } from '../blocks/check.ts';
import type { SlackChannel } from '../state/model.ts';
import type { Slack } from '../state/slack.ts';
import type { Workspace } from '../state/workspace.ts';

export interface ApiCall {
  readonly slack: Slack;
  readonly team: Workspace;
  readonly args: Json;
}

export type Method = (call: ApiCall) => Json;

/** Refuses a call with Slack's error code. */
export class ApiError extends Error {
  readonly details: Json;

  constructor(error: string, details: Json = {}) {
    super(error);
    this.name = 'ApiError';
    this.details = details;
  }
}

export function refuse(error: string, details: Json = {}): never {
  throw new ApiError(error, details);
}

/** Empty when missing; numbers and booleans as text, as they arrive in form-encoded calls. */
export function text(args: Json, name: string): string {
  const value = args[name];
  return typeof value === 'string'
    ? value
    : value === undefined || value === null || typeof value === 'object'
      ? ''
      : String(value);
}

export function needed(args: Json, name: string, error = 'invalid_arguments'): string {
  const value = text(args, name);
  if (value !== '') return value;
  return refuse(error, { response_metadata: { messages: [`[ERROR] missing required field: ${name}`] } });
}

export function flag(args: Json, name: string): boolean {
  return ['true', '1'].includes(text(args, name));
}

/** An argument that is JSON: as an object in a JSON call, as text in a form-encoded one. Undefined when missing. */
export function structure(args: Json, name: string, error: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value ?? undefined;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return refuse(error);
  }
}

export function structureObject(args: Json, name: string, error: string): Json | undefined {
  const value = structure(args, name, error);
  return value === undefined || isObject(value) ? value : refuse(error);
}

/** A channel that the bot can see: private ones only as a member. */
export function channelOf({ args, team }: ApiCall, name = 'channel'): SlackChannel {
  const id = needed(args, name, name === 'channel' ? 'channel_not_found' : 'invalid_arguments');
  const channel = team.channels.get(id);
  const hidden = channel && channel.kind !== 'public' && !channel.members.has(team.bot.id);
  return channel && !hidden ? channel : refuse('channel_not_found');
}

/** One page of a list, by `limit` and `cursor`. */
export function page<Item>(items: readonly Item[], args: Json, usual: number) {
  const limit = args.limit === undefined ? usual : Number(text(args, 'limit'));
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) refuse('invalid_limit');
  const cursor = text(args, 'cursor');
  const from =
    cursor === ''
      ? 0
      : Number(
          Buffer.from(cursor, 'base64')
            .toString()
            .replace(/^from:/, ''),
        );
  if (!Number.isInteger(from) || from < 0) refuse('invalid_cursor');
  const next = from + limit;
  const next_cursor = next < items.length ? Buffer.from(`from:${next}`).toString('base64') : '';
  return { found: items.slice(from, next), more: next < items.length, response_metadata: { next_cursor } };
}
