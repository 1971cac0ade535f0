/** Stands in for the native encryption library where it is missing: it can be imported and refuses to be used. */
class Absent {
  constructor() {
    throw new Error('The encryption library is not installed');
  }
}

const names = [
  'UserId',
  'DeviceId',
  'RoomId',
  'DeviceLists',
  'OlmMachine',
  'EncryptionSettings',
  'Attachment',
  'EncryptedAttachment',
];

module.exports = {
  ...Object.fromEntries(names.map((name) => [name, Absent])),
  StoreType: { Sqlite: 0 },
  absent: 'the encryption library is not installed',
};
