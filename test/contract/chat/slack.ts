/** Slack's adapter against the stand-in of its servers. */
import { SCOPES } from '../../../adapters/slack/scopes.ts';
import { createSlack } from '../../../adapters/slack/slack.ts';
import { startSlackServer } from '../../support/slack/index.ts';
import type { ChatStage } from './chat.ts';

/** @param paceMs between two messages in one channel */
export async function openSlack({ paceMs }: { readonly paceMs: number }): Promise<ChatStage> {
  const slack = await startSlackServer({ team: { scopes: Object.keys(SCOPES) } });
  const channel = slack.team.addChannel('steuerung');
  const user = slack.team.addUser('vorsitz');
  const options = {
    access: { by: 'token', botToken: slack.team.installation.botToken },
    transport: { mode: 'http', signingSecret: slack.settings.signingSecret, host: '127.0.0.1', port: 0 },
    apiUrl: slack.apiUrl,
    externals: false,
    locale: 'de',
  } as const;
  const adapter = createSlack({ ...options, paceMs }, NOTHING as unknown as Parameters<typeof createSlack>[1]);
  await adapter.connect({} as Parameters<typeof adapter.connect>[0]);
  const id = (own: string) => `${slack.team.id}:${own}`;
  return {
    chat: adapter.chat,
    room: { kind: 'room', externalId: id(channel.id) },
    person: { kind: 'person', externalId: id(user.id) },
    calls: () => slack.calls.length,
    async close() {
      await adapter.close();
      await slack.close();
    },
  };
}

/** What is not asked for here. */
const NOTHING = {
  directory: { externalIds: async () => new Map() },
  clock: { now: () => new Date() },
  memory: {},
  pictures: { draw: async () => ({ png: Buffer.from('png'), width: 1, height: 1 }) },
  log: { info: () => {}, warn: () => {}, error: () => {} },
};
