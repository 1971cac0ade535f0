/** The Slack adapter: what the outbox speaks through, and the way in for everything people do in Slack. */
import { App, type webApi } from '@slack/bolt';
import type { Chat } from '../../src/ports/chat.ts';
import { createSeal } from '../../src/ports/seal.ts';
import { createSlackChat } from './chat.ts';
import { createDesk } from './desk.ts';
import { registerActions } from './handlers/actions.ts';
import { registerCommands } from './handlers/commands.ts';
import { registerEveryday } from './handlers/everyday.ts';
import { registerForms } from './handlers/forms.ts';
import { registerMessages } from './handlers/messages.ts';
import { registerViews } from './handlers/views.ts';
import { createHome, type Home } from './home.ts';
import { createPatience } from './inbound/patience.ts';
import { consentOptions } from './install/consent.ts';
import { createInstallations } from './install/installations.ts';
import { createSeveralWorkspaces } from './install/several.ts';
import type { Access, SlackBot, SlackOptions, SlackPorts } from './options.ts';
import { overseeProcessing, type Processing } from './transport/processing.ts';
import { createTransport, type Opened } from './transport/transport.ts';
import { createChannels } from './web/channels.ts';
import { clientOptions, createClient } from './web/client.ts';
import { createPace, MESSAGE_PACE_MS } from './web/pace.ts';
import { createPeople } from './web/people.ts';
import { createSingleWorkspace } from './web/single.ts';

export interface Slack {
  readonly chat: Chat;
  /** @throws Refusal `slack.token`, `slack.appToken` */
  connect(bot: SlackBot): Promise<void>;
  /** No new event comes in; those that were acknowledged are done. */
  close(): Promise<void>;
  /** Waits until no event is being handled. */
  settle(): Promise<void>;
  /** Where Slack's requests come in; null over Socket Mode. */
  port(): number | null;
}

export function createSlack(options: SlackOptions, ports: SlackPorts): Slack {
  const { log } = ports;
  const web = clientOptions(options.apiUrl, log);
  const { workspaces, consent } = accessTo(options.access, web, ports);
  const channels = createChannels(log);
  const people = createPeople(log);
  const patience = createPatience(log);
  const pace = createPace(options.paceMs ?? MESSAGE_PACE_MS);
  let home: Home | null = null;
  let transport: Opened | null = null;
  let processing: Processing | null = null;
  const told = () => home?.mayHaveChanged();

  return {
    chat: createSlackChat({ workspaces, channels, pace, told }, options, ports),
    async connect(bot) {
      transport = createTransport(options.transport, web, consent ?? {}, log);
      home = createHome(bot, log);
      const app = new App({
        receiver: transport.receiver,
        // Who an event is for is asked after it was acknowledged, so that nothing Slack or the store do can delay that.
        ...(consent ? {} : { authorize: async () => ({}) }),
        ignoreSelf: false,
        convoStore: false,
        attachFunctionToken: false,
        clientOptions: web,
        ...(web.logger ? { logger: web.logger } : {}),
      });
      const desk = createDesk({ bot, workspaces, people, channels, home, options, log });
      registerCommands(app, desk);
      registerActions(app, desk, { workspaces, people });
      registerForms(app, desk, { bot, workspaces, people });
      registerViews(app, desk, { bot, workspaces });
      registerMessages(app, desk);
      registerEveryday(app, desk, { bot, workspaces, people, channels, home, patience });
      processing = overseeProcessing(app, log);
      app.error(async (error) => log.error('slack: a listener failed', error));
      await workspaces.open();
      await transport.open();
    },
    async close() {
      home?.close();
      patience.close();
      workspaces.close();
      await transport?.close();
      await processing?.settle();
    },
    settle: async () => processing?.settle(),
    port: () => transport?.port() ?? null,
  };
}

/** The installations there are, and the pages by which more are made. */
function accessTo(access: Access, web: webApi.WebClientOptions, { memory, clock, log }: SlackPorts) {
  if (access.by === 'token') {
    return { workspaces: createSingleWorkspace(createClient(access.botToken, web), log), consent: null };
  }
  const { clientId, clientSecret, stateSecret, tokenKey } = access;
  const installations = createInstallations(memory, createSeal(Buffer.from(tokenKey, 'hex')), clock, log);
  return {
    workspaces: createSeveralWorkspaces({ installations, clientId, clientSecret, web, clock, log }),
    consent: consentOptions({ clientId, clientSecret, stateSecret }, installations, web),
  };
}
