/** App Home tabs: what another process changed shows, what did not change is not sent, and what is newer comes last. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { createHome, type Home } from '../../../../adapters/slack/home.ts';
import type { SlackBot } from '../../../../adapters/slack/options.ts';
import type { Workspace } from '../../../../adapters/slack/web/workspace.ts';
import { assertHeld, leaseOf, underLease } from '../../../../src/ports/leases.ts';

let home: Home;
afterEach(() => home.close());

/** Publishing takes the longer the earlier it begins. */
function stage(lookMs: number) {
  const published: string[] = [];
  let words = 'eins';
  let slow = 0;
  const bot = {
    home: async () => ({ title: words, body: [], attention: 'quiet' }),
    localeOf: async () => 'de',
  } as unknown as SlackBot;
  const client = {
    views: {
      async publish({ view }: { view: { blocks: readonly { text?: { text: string } }[] } }) {
        await assertHeld();
        await sleep(slow);
        published.push(view.blocks[0]?.text?.text ?? '');
      },
    },
  };
  const workspace = { tenant: 'T1', client: async () => client } as unknown as Workspace;
  home = createHome(bot, { info: () => {}, warn: () => {}, error: () => {} }, lookMs);
  return {
    published,
    open: () => home.opened(workspace, 'U1'),
    say(next: string, ms = 0) {
      words = next;
      slow = ms;
    },
  };
}

test('a change nobody told this process of shows after a while, once', async () => {
  const { published, open, say } = stage(20);
  await open();
  say('zwei');

  await sleep(200);

  expect(published).toEqual(['eins', 'zwei']);
});

test('a tab opened again while it is being sent ends with what is newest', async () => {
  const { published, open, say } = stage(60_000);
  say('alt', 80);
  const first = open();
  await sleep(10);
  say('neu');
  await Promise.all([first, open()]);

  expect(published).toEqual(['alt', 'neu']);
});

test('a message that was sent brings it up to date, though its lease has ended by then', async () => {
  const { published, open, say } = stage(60_000);
  await open();
  say('gesagt');

  await underLease(
    leaseOf(async () => false),
    async () => home.mayHaveChanged(),
  );
  while (published.length < 2) await sleep(50);

  expect(published).toEqual(['eins', 'gesagt']);
});
