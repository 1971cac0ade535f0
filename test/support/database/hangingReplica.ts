/** A replica that takes two messages to send, says so, and never comes to an end with it, until it is killed. */

import { openDatabase } from '../../../adapters/postgres/database/open.ts';
import { createHeartbeat } from '../../../adapters/postgres/heartbeat.ts';
import { migrate } from '../../../adapters/postgres/migrate.ts';
import { createStore } from '../../../adapters/postgres/store.ts';
import { deliverBatch } from '../../../src/app/deliver.ts';
import type { Chat } from '../../../src/ports/chat.ts';

const [place = '', instant = ''] = process.argv.slice(2);
const now = new Date(instant);
const log = { info() {}, warn() {}, error() {} };
const database = await openDatabase(
  place.startsWith('postgres:') ? { url: place, dataDir: null } : { url: null, dataDir: place },
);
await migrate(database.pool);
await createHeartbeat(database, 'hanging', log).start(() => {});
const store = createStore(database.pool, 'hanging');

await store.transaction(async (tx) => {
  for (const name of ['ag-bildung', 'steuerung']) {
    const room = await tx.rooms.ensure({ platform: 'local', externalId: name, kind: 'channel', name });
    const card = { title: `An ${name}`, body: [], attention: 'quiet' } as const;
    await tx.outbox.enqueue([{ key: name, processId: null, to: { room: room.id }, topic: null, card }], now);
  }
});

const forEver = new Promise<never>(() => {});
const chat: Chat = {
  platform: 'local',
  post(_target, card) {
    process.stdout.write(`${card.title}\n`);
    return forEver;
  },
  edit: () => forEver,
};
setInterval(() => {}, 60_000);
await deliverBatch({ store, chats: [chat], log }, now);
