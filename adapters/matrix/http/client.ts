/** The SDK's client with our transport: it brings encryption; when to sync, send and retry is decided here. */
import { LogLevel, LogService, MatrixClient, type RustSdkCryptoStorageProvider } from '../sdk.ts';
import { type Call, call } from './call.ts';
import type { Session } from './session.ts';

// What it would log holds ids of rooms and people; what matters is logged where it is handled.
LogService.setLevel(LogLevel.ERROR);
LogService.muteModule('MatrixHttpClient');

export class Client extends MatrixClient {
  /** Replaced after a new login. */
  session: Session;

  /** `keys` is where encryption keys are kept, for a client that encrypts. */
  constructor(homeserver: string, session: Session, keys?: RustSdkCryptoStorageProvider) {
    super(homeserver, session.accessToken, undefined, keys);
    this.session = session;
  }

  /** @throws HomeserverError */
  call(request: Call): Promise<unknown> {
    return call(this.homeserverUrl, this.session.accessToken, request);
  }

  override async getUserId(): Promise<string> {
    return this.session.userId;
  }

  override doRequest(
    method: Call['method'],
    endpoint: string,
    query: Call['query'] = null,
    body: unknown = null,
    timeoutMs?: number,
    _raw?: boolean,
    contentType?: string,
  ): Promise<unknown> {
    const path = endpoint.startsWith('/') ? endpoint : `/${endpoint}`;
    return this.call({
      method,
      path,
      query,
      body,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(contentType === undefined ? {} : { contentType }),
    });
  }
}
