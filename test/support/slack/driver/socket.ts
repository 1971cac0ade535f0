/** Delivers over Socket Mode, and again over another connection when nobody acknowledges. */
import type { EnvelopeType, Sockets } from '../sockets.ts';
import { type Ack, type Outgoing, type Transport, USUAL_TIMEOUT_MS } from './transport.ts';

const ENVELOPES: Readonly<Record<Outgoing['kind'], EnvelopeType>> = {
  command: 'slash_commands',
  interactive: 'interactive',
  event: 'events_api',
};

export interface SocketOptions {
  /** How long an envelope waits before it is sent again with `retry_attempt`; left out: it is sent once. */
  readonly redeliverAfterMs?: number;
}

export function socketTransport(sockets: Sockets, { redeliverAfterMs }: SocketOptions = {}): Transport {
  return {
    deliver: async (sent, options, copy) => {
      const started = performance.now();
      const attempt = (attempts: number, withinMs: number): Promise<Ack> => {
        const connection = sockets.count() === 0 ? 0 : (copy + attempts) % sockets.count();
        const retry = attempts > 0 ? { num: attempts, reason: 'timeout' } : options.retry;
        const envelope = {
          type: ENVELOPES[sent.kind],
          envelope_id: sent.envelopeId,
          payload: sent.payload,
          accepts_response_payload: sent.kind !== 'event',
          ...(retry ? { retry_attempt: retry.num, retry_reason: retry.reason } : {}),
        };
        return sockets.deliver(envelope, withinMs, connection).then((ack) => ({
          status: ack.acknowledged ? 200 : 0,
          body: ack.body,
          ms: performance.now() - started,
        }));
      };
      const patience = options.timeoutMs ?? USUAL_TIMEOUT_MS;
      if (redeliverAfterMs === undefined) return attempt(0, patience);
      let ack = await attempt(0, redeliverAfterMs);
      for (let again = 1; ack.status === 0 && performance.now() - started < patience; again += 1) {
        ack = await attempt(again, redeliverAfterMs);
      }
      return ack;
    },
  };
}
