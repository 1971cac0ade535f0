/** Messages of a Socket Mode connection that its client cannot read, made readable: it would end the process over them. */
import type { SocketModeReceiver } from '@slack/bolt';

type SocketClient = SocketModeReceiver['client'];

/** Slack's note that it holds back events carries no event; other things than objects are no envelopes at all. */
export function tolerateOddEnvelopes(client: SocketClient): void {
  const emit = client.emit.bind(client);
  const tolerant = (name: string, ...args: unknown[]) => {
    if (name !== 'ws_message') return emit(name, ...args);
    const [data, ...rest] = args;
    const readable = typeof data === 'string' ? readableEnvelope(data) : data;
    return readable === null ? false : emit(name, readable, ...rest);
  };
  client.emit = tolerant as SocketClient['emit'];
}

/** Null: nothing to read. */
export function readableEnvelope(data: string): string | null {
  let envelope: unknown;
  try {
    envelope = JSON.parse(data);
  } catch {
    return null;
  }
  if (!isObject(envelope)) return null;
  const { payload } = envelope;
  if (typeof envelope.envelope_id !== 'string') return envelope.type === 'events_api' ? null : data;
  if (!isObject(payload)) return null;
  if (envelope.type !== 'events_api' || isObject(payload.event)) return data;
  return JSON.stringify({ ...envelope, payload: { ...payload, event: { type: payload.type } } });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
