/** A person with an encrypting client (matrix-js-sdk) opens an encrypted direct chat with the bot, asks for help, and tells what came back. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [homeserver, packages, userId, accessToken, deviceId, botId] = process.argv.slice(2);
const sdk = await import(pathToFileURL(createRequire(`${packages}/package.json`).resolve('matrix-js-sdk')).href);

const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, getChild: () => quiet };
const client = sdk.createClient({ baseUrl: homeserver, userId, accessToken, deviceId, logger: quiet });
await client.initRustCrypto({ useIndexedDB: false });
await client.startClient({ initialSyncLimit: 20 });
await new Promise((resolve) => client.once(sdk.ClientEvent.Sync, resolve));

const { room_id: roomId } = await client.createRoom({
  is_direct: true,
  preset: 'trusted_private_chat',
  invite: [botId],
  initial_state: [{ type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } }],
});
await until(() => client.getRoom(roomId)?.getMember(botId)?.membership === 'join');
const answered = new Promise((resolve) => {
  client.on(sdk.MatrixEventEvent.Decrypted, (event) => {
    if (event.getRoomId() === roomId && event.getSender() === botId && event.getType() === 'm.room.message')
      resolve(event);
  });
});
await client.sendMessage(roomId, { msgtype: 'm.text', body: 'hilfe' });
const event = await answered;
process.stdout.write(`\n${JSON.stringify({ wire: event.getWireType(), body: event.getContent().body })}`);
client.stopClient();
process.exit(0);

async function until(condition) {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 100));
}
