/**
 * Dialogs of people on several platforms, which the shell does not have: what is said and heard is recorded beside them, word
 * for word. `UPDATE_GOLDENS=1 npm test -- dialog/platforms` records anew; read the difference before you commit it.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readScript } from '../../adapters/local/shell/run.ts';
import { type Conversations, openConversations } from '../support/conversation.ts';
import { playAcrossPlatforms } from '../support/platformPlayer.ts';
import { withoutHashes } from '../support/shell.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const names = globSync('*.platforms', { cwd: folder }).map((file) => basename(file, '.platforms'));
let conversations: Conversations;

beforeAll(async () => {
  conversations = await openConversations();
});
afterAll(() => conversations.close());

describe.each(names)('%s', (name) => {
  test('is played as it was recorded', async () => {
    const recorded = join(folder, `${name}.transcript`);
    const talk = await conversations.begin('2027-01-11T09:00');

    const transcript = withoutHashes(await playAcrossPlatforms(talk, readScript(join(folder, `${name}.platforms`))));
    if (process.env.UPDATE_GOLDENS) writeFileSync(recorded, transcript);

    expect(transcript).toBe(readFileSync(recorded, 'utf8'));
  });
});
