/** Slack's adapter against the stand-in of its servers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { SCOPES } from '../../../adapters/slack/scopes.ts';
import { createSlack } from '../../../adapters/slack/slack.ts';
import type { PersonId } from '../../../src/domain/ids.ts';
import type { ChatTarget } from '../../../src/ports/chat.ts';
import type { Shown } from '../../support/shown.ts';
import { type Posted, startSlackServer } from '../../support/slack/index.ts';
import { PNG } from './picture.ts';
import type { AttentionStage, PictureStage, RoomStage } from './stage.ts';

/** @param paceMs between two messages in one channel */
export async function openSlack(paceMs: number): Promise<RoomStage & PictureStage & AttentionStage> {
  const slack = await startSlackServer({ team: { scopes: Object.keys(SCOPES) } });
  const channel = slack.team.addChannel('steuerung');
  const otherChannel = slack.team.addChannel('bildung');
  const user = slack.team.addUser('vorsitz', { displayName: 'Vorsitz' });
  const id = (own: string) => `${slack.team.id}:${own}`;
  const known = { id: 7 as PersonId, name: '@Vorsitz' };
  let drawing: number | null = 0;
  const ports = {
    directory: {
      externalIds: async (_platform: string, people: readonly PersonId[]) =>
        new Map(people.includes(known.id) ? [[known.id, id(user.id)]] : []),
    },
    clock: { now: () => new Date() },
    memory: {},
    pictures: {
      async draw() {
        if (drawing === null) throw new Error('cannot be drawn');
        await sleep(drawing);
        return PNG;
      },
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const options = {
    access: { by: 'token', botToken: slack.team.installation.botToken },
    transport: { mode: 'http', signingSecret: slack.settings.signingSecret, host: '127.0.0.1', port: 0 },
    apiUrl: slack.apiUrl,
    externals: false,
    locale: 'de',
    paceMs,
  } as const;
  const adapter = createSlack(options, ports as unknown as Parameters<typeof createSlack>[1]);
  await adapter.connect({} as Parameters<typeof adapter.connect>[0]);

  function shown(posted: Posted): Shown {
    const { users, broadcasts, usergroups, channels, links } = slack.pings(posted);
    const images = (posted.message.blocks ?? []).filter(({ type }) => type === 'image');
    return {
      text: slack.visibleText(posted),
      // Where Slack would make a link of an address, what keeps it from doing so is neither seen nor heard.
      spoken: slack.spokenText(posted).replaceAll('\u2060', ''),
      live: [...usergroups, ...channels, ...links],
      notifies: [...users, ...broadcasts],
      pictures: images.map((image) => String(image.alt_text)),
    };
  }

  return {
    chat: adapter.chat,
    room: { kind: 'room', externalId: id(channel.id) },
    otherRoom: { kind: 'room', externalId: id(otherChannel.id) },
    person: { kind: 'person', externalId: id(user.id) },
    known,
    knownAs: user.id,
    calls: () => slack.calls.length,
    async shown({ kind, externalId }: ChatTarget) {
      const own = externalId.slice(slack.team.id.length + 1);
      return (kind === 'room' ? slack.messagesIn(own) : slack.directMessages(own)).map(shown);
    },
    loseAnswer(after) {
      slack.faults.clear();
      for (const method of ['chat.postMessage', 'chat.update']) {
        if (after > 0) slack.faults.letPass(method, after);
        slack.faults.dropConnection(method, 'after');
      }
    },
    keepAnswers: slack.faults.clear,
    async loseRoom() {
      channel.isArchived = true;
    },
    async findRoom() {
      channel.isArchived = false;
    },
    setDrawing(milliseconds) {
      drawing = milliseconds;
    },
    setTakesFiles(takes) {
      slack.faults.clear();
      if (!takes) slack.faults.fail('files.getUploadURLExternal', 'upload_failed', 1);
    },
    async close() {
      await adapter.close();
      await slack.close();
    },
  };
}
