/** Socket Mode as Slack speaks it: hello, envelopes that want an acknowledgement, and requests to reconnect. */
import { EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, type Json } from './blocks/check.ts';
import type { Slack } from './state/slack.ts';

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

export interface Envelope {
  readonly type: EnvelopeType;
  readonly envelope_id: string;
  readonly payload: Json;
  readonly accepts_response_payload: boolean;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

export interface SocketAck {
  readonly acknowledged: boolean;
  /** The response payload; null when there was none. */
  readonly body: unknown;
}

/** How long a client may take to close its connection before it is cut. */
const GOODBYE_MS = 500;

/** What a new connection meets: a hello, nothing at all, an end without a word, or the refusal of one too many. */
export type Greeting = 'hello' | 'silence' | 'end' | 'too_many_websockets';
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';
export type Sockets = ReturnType<typeof openSockets>;

export function openSockets(slack: Slack, server: Server) {
  const listener = new WebSocketServer({ noServer: true });
  const connections: WebSocket[] = [];
  const arrivals = new EventEmitter();
  let greeting: Greeting = 'hello';
  const debug_info = { host: 'applink-1', build_number: 1, approximate_connection_time: 18060 };

  server.on('upgrade', (request, socket, head) => {
    if (!request.url?.startsWith('/link/')) {
      socket.destroy();
      return;
    }
    listener.handleUpgrade(request, socket, head, welcome);
  });

  function welcome(socket: WebSocket): void {
    if (greeting === 'end') socket.close(1001);
    if (greeting === 'too_many_websockets') {
      socket.send(JSON.stringify({ type: 'disconnect', reason: greeting, debug_info }));
    }
    if (greeting !== 'hello') return;
    connections.push(socket);
    socket.on('close', () => connections.splice(connections.indexOf(socket), 1));
    const [team] = slack.teams.values();
    const connection_info = { app_id: team?.appId };
    socket.send(JSON.stringify({ type: 'hello', num_connections: connections.length, debug_info, connection_info }));
    arrivals.emit('connection');
  }

  /** Waits until so many connections stand. */
  async function connected(count = 1): Promise<void> {
    while (connections.length < count) await once(arrivals, 'connection');
  }

  /** Sends an envelope over one connection and waits for its acknowledgement. */
  async function deliver(envelope: Envelope, withinMs: number, connection = 0): Promise<SocketAck> {
    await Promise.race([connected(connection + 1), wait(withinMs, undefined, { ref: false })]);
    const socket = connections[connection];
    if (!socket) return { acknowledged: false, body: null };
    return new Promise((resolve) => {
      const finish = (ack: SocketAck) => {
        clearTimeout(timer);
        socket.off('message', read);
        socket.off('close', lost);
        resolve(ack);
      };
      const lost = () => finish({ acknowledged: false, body: null });
      const timer = setTimeout(lost, withinMs);
      const read = (data: Buffer) => {
        const message: unknown = JSON.parse(data.toString());
        if (!isObject(message) || message.envelope_id !== envelope.envelope_id) return;
        const body = isObject(message.payload) && Object.keys(message.payload).length > 0 ? message.payload : null;
        finish({ acknowledged: true, body });
      };
      socket.on('message', read);
      socket.on('close', lost);
      socket.send(JSON.stringify(envelope));
    });
  }

  return {
    connected,
    deliver,
    count: () => connections.length,
    /** How new connections are met from now on. */
    greet(next: Greeting): void {
      greeting = next;
    },
    /** Asks a client to reconnect, as Slack does every few hours. `warning` leaves the connection open. */
    disconnect(reason: DisconnectReason, connection = 0): void {
      connections[connection]?.send(JSON.stringify({ type: 'disconnect', reason, debug_info }));
    },
    /** Breaks a connection without a word. */
    cut(connection = 0): void {
      connections[connection]?.terminate();
    },
    /** Lets each client finish its goodbye; Bolt's stop() returns before it has. */
    async close(): Promise<void> {
      await Promise.all([...connections].map(goodbye));
      listener.close();
    },
  };
}

async function goodbye(socket: WebSocket): Promise<void> {
  const gone = once(socket, 'close');
  socket.close(1001);
  const timer = setTimeout(() => socket.terminate(), GOODBYE_MS);
  await gone;
  clearTimeout(timer);
}
