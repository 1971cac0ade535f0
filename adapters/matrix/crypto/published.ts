/** What the homeserver says of a device's keys. */
import type { Client } from '../http/client.ts';
import { DeviceKeys } from '../schema.ts';

/** The public key by which others know the device; null: it has published none. @throws HomeserverError */
export async function publishedFingerprint(
  client: Pick<Client, 'call'>,
  userId: string,
  deviceId: string,
): Promise<string | null> {
  const body = { device_keys: { [userId]: [deviceId] } };
  const answer = await client.call({ method: 'POST', path: '/_matrix/client/v3/keys/query', body });
  return DeviceKeys.parse(answer).device_keys[userId]?.[deviceId]?.keys[`ed25519:${deviceId}`] ?? null;
}
