/** A server as the product sees it, which can go away and come back: a relay in front of the real one. */
import { once } from 'node:events';
import net from 'node:net';

export interface OutageProxy {
  /** The real server's URL, by way of the relay. */
  readonly url: string;
  /** Cuts every connection and takes no new ones. */
  goAway(): Promise<void>;
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
  const relay = net.createServer((incoming) => {
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
  await listen(0);
  const address = relay.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { url: url.href, goAway, comeBack: () => listen(port), close: goAway };
}
