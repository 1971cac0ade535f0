/** How a payload reaches the app, and how its acknowledgement comes back. */
import { isObject, type Json } from '../blocks/check.ts';

export interface Outgoing {
  readonly kind: 'command' | 'interactive' | 'event';
  readonly payload: Json;
  /** The same for every copy of it. */
  readonly envelopeId: string;
}

export interface DeliveryOptions {
  /** `none`: the headers are missing. HTTP only. */
  readonly signature?: 'right' | 'wrong' | 'none';
  /** How old the signature says it is; Slack's limit is 300. HTTP only. */
  readonly ageSeconds?: number;
  /** As Slack marks a repetition: `http_timeout`, `timeout` … */
  readonly retry?: { readonly num: number; readonly reason: string };
  /** So many at the same moment, each over a connection of its own. */
  readonly copies?: number;
  /** Sent as if from that team. */
  readonly foreignTeam?: string;
  /** Fields that are put over those of the payload. */
  readonly override?: Json;
  /** Gives up waiting; Slack itself waits 3,000. */
  readonly timeoutMs?: number;
}

export interface Ack {
  /** 200 for an acknowledged envelope; 0: no answer in time, or the connection broke. */
  readonly status: number;
  /** Parsed where it is JSON; null when empty. */
  readonly body: unknown;
  /** From sending to the acknowledgement. */
  readonly ms: number;
}

export type Deliver = (sent: Outgoing, options: DeliveryOptions, copy: number) => Promise<Ack>;

export interface Transport {
  readonly deliver: Deliver;
}

export const USUAL_TIMEOUT_MS = 10_000;

/** What was sent and how the app acknowledged it. */
export interface Delivered extends Ack {
  readonly payload: Json;
  /** One for each copy. */
  readonly acks: readonly Ack[];
  /** Sends the very same thing once more, ids included. */
  again(options?: DeliveryOptions): Promise<Delivered>;
}

export type Send = (kind: Outgoing['kind'], payload: Json, options?: DeliveryOptions) => Promise<Delivered>;

/** The payload with what the options put over it, and everything that names a team naming the foreign one. */
export function tampered(payload: Json, { foreignTeam, override }: DeliveryOptions): Json {
  if (foreignTeam === undefined) return { ...payload, ...override };
  const team = payload.team === undefined ? {} : { team: { id: foreignTeam, domain: 'elsewhere' } };
  return { ...moved(payload, foreignTeam), ...team, ...override };
}

function moved(value: Json, team: string): Json {
  const part = (one: unknown): unknown => (Array.isArray(one) ? one.map(part) : isObject(one) ? moved(one, team) : one);
  const names = ['team_id', 'context_team_id'];
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, names.includes(name) ? team : part(one)]),
  );
}
