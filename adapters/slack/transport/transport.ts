/** The two ways Slack's events come in. Both are Bolt's; what is done with an event does not know which it was. */
import { HTTPReceiver, type HTTPReceiverOptions, type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Log } from '../../../src/ports/log.ts';
import { createBoltLogger } from '../boltLogger.ts';
import type { Transport } from '../options.ts';
import { refuseEmptyBodies } from './body.ts';
import { tolerateOddEnvelopes } from './envelopes.ts';
import { keepConnected } from './socket.ts';

export interface Opened {
  readonly receiver: Receiver;
  open(): Promise<void>;
  close(): Promise<void>;
  /** Where requests come in; null without HTTP. */
  port(): number | null;
}

/** @param consent further options of the HTTP receiver: the pages of consent */
export function createTransport(
  transport: Transport,
  clientOptions: webApi.WebClientOptions,
  consent: Partial<HTTPReceiverOptions>,
  log: Log,
): Opened {
  return transport.mode === 'http' ? overHttp(transport, consent, log) : overSocket(transport, clientOptions, log);
}

function overHttp(
  transport: Extract<Transport, { mode: 'http' }>,
  consent: Partial<HTTPReceiverOptions>,
  log: Log,
): Opened {
  const { signingSecret, host, port } = transport;
  const receiver = new HTTPReceiver({ ...consent, signingSecret, logger: createBoltLogger(log) });
  refuseEmptyBodies(receiver);
  let listening: number | null = null;
  return {
    receiver,
    async open() {
      const server = await receiver.start({ host, port });
      const address = server.address();
      listening = typeof address === 'object' ? (address?.port ?? null) : null;
    },
    close: () => (listening === null ? Promise.resolve() : receiver.stop()),
    port: () => listening,
  };
}

function overSocket(
  { appToken }: Extract<Transport, { mode: 'socket' }>,
  clientOptions: webApi.WebClientOptions,
  log: Log,
): Opened {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createBoltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  tolerateOddEnvelopes(receiver.client);
  const connection = keepConnected(receiver.client, log);
  return { receiver, open: () => connection.open(), close: () => connection.close(), port: () => null };
}
