/** The only way to the SDK: the guard comes first, or the SDK does not load without its native library. */
import './crypto/guard.ts';

export {
  EncryptedRoomEvent,
  LogLevel,
  LogService,
  MatrixClient,
  RustSdkCryptoStorageProvider,
} from 'matrix-bot-sdk';
