/** A server as the product sees it, which can go away and come back: a relay in front of the real one. */
import { once } from 'node:events';
import net from 'node:net';

export interface OutageProxy {
  /** The real server's URL, by way of the relay. */
  readonly url: string;
  /** Cuts every connection and takes no new ones. */
  goAway(): Promise<void>;
  /** Keeps every connection and takes new ones, but nothing gets through any more, in neither direction. */
  goSilent(): Promise<void>;
  /** The connections there are fall silent, and stay so; new ones get through. */
  forget(): Promise<void>;
  /** After a silence the connections of before are of no use; new ones are. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function outageProxy(serverUrl: string, defaultPort: number): Promise<OutageProxy> {
  const url = new URL(serverUrl);
  const target = { host: url.hostname, port: Number(url.port || defaultPort) };
  const sockets = new Set<net.Socket>();
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  let silent = false;
  const relay = net.createServer((incoming) => {
    if (silent) return void keep(incoming);
    const outgoing = keep(net.connect(target));
    keep(incoming).pipe(outgoing).pipe(incoming);
    incoming.on('close', () => outgoing.destroy());
    outgoing.on('close', () => incoming.destroy());
  });
  const listen = async (port: number) => {
    relay.listen(port, '127.0.0.1');
    await once(relay, 'listening');
  };
  const goAway = async () => {
    if (!relay.listening) return;
    const closed = once(relay, 'close');
    relay.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const forget = async () => {
    for (const socket of sockets) socket.unpipe().pause();
  };
  const goSilent = async () => {
    silent = true;
    await forget();
  };
  await listen(0);
  const address = relay.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    goAway,
    goSilent,
    forget,
    async comeBack() {
      if (silent) for (const socket of sockets) socket.destroy();
      silent = false;
      if (!relay.listening) await listen(port);
    },
    close: goAway,
  };
}
