/**
 * A person's encrypting client (matrix-js-sdk) in a process of its own. Reads calls as lines of JSON, answers each with a
 * line, and tells every event it sees, as it can read it.
 */
import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [homeserver, packages, userId, accessToken, deviceId] = process.argv.slice(2);
const sdk = await import(pathToFileURL(createRequire(`${packages}/package.json`).resolve('matrix-js-sdk')).href);

const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, getChild: () => quiet };
const client = sdk.createClient({ baseUrl: homeserver, userId, accessToken, deviceId, logger: quiet });
await client.initRustCrypto({ useIndexedDB: false });

/** What the library says goes to standard output. */
const lines = createWriteStream('', { fd: 3 });
const tell = (line) => lines.write(`${JSON.stringify(line)}\n`);

client.on(sdk.RoomEvent.Timeline, async (event) => {
  await client.decryptEventIfNeeded(event);
  // Told once it is read; a key that is late is waited for.
  if (event.isDecryptionFailure()) event.once(sdk.MatrixEventEvent.Decrypted, () => tell({ event: seen(event) }));
  else tell({ event: seen(event) });
});
client.on(sdk.RoomEvent.MyMembership, (room, membership) => {
  if (membership === 'invite') client.joinRoom(room.roomId).catch(() => undefined);
});

const calls = {
  async send(roomId, type, content, transaction) {
    await until(() => client.getRoom(roomId)?.getMyMembership() === 'join');
    return (await client.sendEvent(roomId, type, content, transaction)).event_id;
  },
  /** As clients do that say what an event relates to outside of what is encrypted alone. */
  async sendApart(roomId, type, { 'm.relates_to': relation, ...content }) {
    const event = new sdk.MatrixEvent({ type, content, room_id: roomId, sender: userId });
    await client.getCrypto().encryptEvent(event, client.getRoom(roomId));
    const sealed = { ...event.getWireContent(), 'm.relates_to': relation };
    return (await client.sendEvent(roomId, event.getWireType(), sealed)).event_id;
  },
  encrypted: (roomId) => until(() => client.getRoom(roomId)?.hasEncryptionStateEvent()),
  async knowsDevice(user, device) {
    while (!(await client.getCrypto().getUserDeviceInfo([user], true)).get(user)?.has(device)) await pause();
  },
  rotate: (roomId) => client.getCrypto().forceDiscardSession(roomId),
};

await client.startClient({ initialSyncLimit: 20 });
await new Promise((resolve) => client.once(sdk.ClientEvent.Sync, resolve));
tell({ ready: true });

for await (const line of createInterface({ input: process.stdin })) {
  const { id, call, args } = JSON.parse(line);
  calls[call](...args).then(
    (result) => tell({ id, result: result ?? null }),
    (error) => tell({ id, error: String(error?.stack ?? error) }),
  );
}
process.exit(0);

function seen(event) {
  const relation = event.getWireContent()['m.relates_to'];
  return {
    roomId: event.getRoomId(),
    event_id: event.getId(),
    type: event.getType(),
    wireType: event.getWireType(),
    sender: event.getSender(),
    ...(event.isState() ? { state_key: event.getStateKey() } : {}),
    content: { ...event.getContent(), ...(relation ? { 'm.relates_to': relation } : {}) },
  };
}

async function until(condition) {
  while (!condition()) await pause();
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
