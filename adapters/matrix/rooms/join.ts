/** Goes into a room. */
import type { Client } from '../http/client.ts';

/** `via` are servers that know the room. @throws HomeserverError */
export async function joinRoom(client: Pick<Client, 'call'>, roomId: string, via: readonly string[]): Promise<void> {
  const path = `/_matrix/client/v3/join/${encodeURIComponent(roomId)}`;
  // Homeservers before version 1.12 of the specification know the older name only.
  await client.call({ method: 'POST', path, query: { server_name: via, via }, body: {} });
}
