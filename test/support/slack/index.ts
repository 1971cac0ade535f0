/** The test double of Slack's own servers, and a driver that acts as the people in it. */
import { createDriver, type SlackDriver } from './driver/driver.ts';
import { type HttpTarget, httpTransport } from './driver/http.ts';
import { type SocketOptions, socketTransport } from './driver/socket.ts';
import type { DeliveryOptions } from './driver/transport.ts';
import type { SlackServer } from './server.ts';
import type { Workspace } from './state/workspace.ts';

export type { SlackDriver } from './driver/driver.ts';
export type { Delivered, DeliveryOptions } from './driver/transport.ts';
export { type SlackServer, type SlackServerOptions, startSlackServer } from './server.ts';
export type { Posted, SlackChannel, SlackUser, SlackView } from './state/model.ts';
export type { Workspace } from './state/workspace.ts';

/** Acts by signed HTTP requests. */
export function httpDriver(
  server: SlackServer,
  target: Pick<HttpTarget, 'url'> & Partial<HttpTarget>,
  team?: Workspace,
) {
  const transport = httpTransport({ signingSecret: server.settings.signingSecret, ...target });
  const json = (body: object, options: DeliveryOptions = {}) =>
    transport.send(JSON.stringify(body), 'application/json', options);
  return {
    ...createDriver(server, transport, team),
    /** What Slack sends when an administrator enters the address. */
    urlVerification: (challenge: string, options?: DeliveryOptions) =>
      json({ token: server.settings.verificationToken, challenge, type: 'url_verification' }, options),
    /** Slack's look at the certificate; it is not signed. */
    sslCheck: (extra = '') =>
      transport.send(
        `ssl_check=1&token=${server.settings.verificationToken}${extra}`,
        'application/x-www-form-urlencoded',
        {
          signature: 'none',
        },
      ),
    /** Any body, signed as asked. */
    post: transport.send,
  };
}

/** Acts over Socket Mode. */
export function socketDriver(server: SlackServer, options?: SocketOptions, team?: Workspace): SlackDriver {
  return createDriver(server, socketTransport(server.sockets, options), team);
}
