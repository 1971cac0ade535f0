/**
 * Stands in for the native encryption library on machines that cannot download it: the same state machine in WebAssembly.
 * Keys are in memory only, so it is for tests alone.
 */
const { createRequire } = require('node:module');
const { resolve } = require('node:path');

/** Not one of the product's packages: it stands beside the test homeserver. */
const fromCache = createRequire(resolve('.cache/matrix-crypto/package.json'));
const wasm = fromCache('@matrix-org/matrix-sdk-crypto-wasm');

const trust = () => new wasm.DecryptionSettings(wasm.TrustRequirement.Untrusted);
/** WebAssembly takes what it is given; the SDK goes on using it. */
const copies = (users) => users.map((user) => user.clone());

class Machine {
  constructor(machine) {
    this.machine = machine;
  }

  static async initialize(userId, deviceId) {
    return new Machine(await wasm.OlmMachine.initialize(userId, deviceId));
  }

  get identityKeys() {
    return this.machine.identityKeys;
  }

  async receiveSyncChanges(events, lists, counts, fallbacks) {
    await this.machine.receiveSyncChanges(events, lists, new Map(Object.entries(counts)), new Set(fallbacks), trust());
    return '[]';
  }

  close() {
    this.machine.close();
  }

  updateTrackedUsers(users) {
    return this.machine.updateTrackedUsers(copies(users));
  }

  getMissingSessions(users) {
    return this.machine.getMissingSessions(copies(users));
  }

  async shareRoomKey(room, users, settings) {
    const sharing = new wasm.EncryptionSettings();
    sharing.historyVisibility = settings.historyVisibility;
    const requests = await this.machine.shareRoomKey(room, copies(users), sharing);
    return requests.map((request) => ({
      txnId: request.txn_id,
      eventType: request.event_type,
      body: JSON.stringify({ messages: JSON.parse(request.body).messages }),
    }));
  }

  outgoingRequests() {
    return this.machine.outgoingRequests();
  }

  markRequestAsSent(id, type, response) {
    return this.machine.markRequestAsSent(id, type, response);
  }

  encryptRoomEvent(room, type, content) {
    return this.machine.encryptRoomEvent(room, type, content);
  }

  decryptRoomEvent(event, room) {
    return this.machine.decryptRoomEvent(event, room, trust());
  }
}

module.exports = {
  UserId: wasm.UserId,
  DeviceId: wasm.DeviceId,
  RoomId: wasm.RoomId,
  DeviceLists: wasm.DeviceLists,
  EncryptionSettings: class {},
  OlmMachine: Machine,
  Attachment: class {},
  EncryptedAttachment: class {},
  StoreType: { Sqlite: 0 },
};
