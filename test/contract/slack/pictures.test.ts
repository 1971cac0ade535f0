/** Charts in Slack: a picture with the words it shows, and the words alone where no picture can be had. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/postgres/database/database.ts';
import { freshDatabase } from '../../support/database.ts';
import type { Posted } from '../../support/slack/index.ts';
import { openTown, type Town } from '../../support/slackStage.ts';

const NUMBERS = 'AG Bildung: 1 erledigt, 1 offen, 0 überfällig';

let database: Database;
let town: Town;

beforeAll(async () => {
  database = await freshDatabase();
  town = await openTown(database);
  await town.say(town.leitung, town.bildung, '/aufgabe', 'neu Räume anfragen bis 31.12.2027');
  await town.say(town.leitung, town.bildung, '/aufgabe', 'neu Einladen');
  await town.say(town.leitung, town.bildung, '/aufgabe', 'erledigt A-2');
});
afterEach(() => town.slack.faults.clear());
afterAll(async () => {
  await town.close();
  await database.close();
});

/** Sends a digest; gives what was posted of it. */
async function digest(): Promise<readonly Posted[]> {
  const direct = () => town.slack.directMessages(town.koordination);
  const before = direct().length;
  await town.say(town.koordination, town.steuerung, '/prozess', 'wochenbericht senden');
  return direct()
    .slice(before)
    .filter((posted) => town.slack.spokenText(posted).includes('Aufgaben je Gruppe'));
}

function pictureIn(posted: readonly Posted[]): Readonly<Record<string, unknown>> | undefined {
  const blocks = posted.flatMap(({ message }) => (message.blocks ?? []) as Readonly<Record<string, unknown>>[]);
  return blocks.find(({ type }) => type === 'image');
}

test('the digest shows a chart, with its numbers in words for everybody and for screen readers', async () => {
  const posted = await digest();

  expect(posted).toHaveLength(1);
  expect(pictureIn(posted)).toMatchObject({
    slack_file: { id: expect.stringMatching(/^F/) },
    alt_text: `Aufgaben je Gruppe. ${NUMBERS}.`,
  });
  const [upload] = town.slack.callsOf('files.getUploadURLExternal');
  expect(upload?.args).toMatchObject({ alt_txt: `Aufgaben je Gruppe. ${NUMBERS}.` });
  expect(town.slack.visibleText(posted[0] as Posted)).toContain(NUMBERS);
});

test('while Slack works on the picture it is waited for, and the digest comes once', async () => {
  town.slack.faults.fail('chat.postMessage', 'invalid_blocks', 1);

  const posted = await digest();

  expect(posted).toHaveLength(1);
  expect(pictureIn(posted)).toBeDefined();
});

test.each([
  ['the app may not upload', 'files.getUploadURLExternal', 'missing_scope', 1],
  ['uploads are switched off', 'files.completeUploadExternal', 'file_uploads_disabled', 1],
  ['Slack never takes the picture', 'chat.postMessage', 'invalid_blocks', 3],
])(
  'where %s, the numbers come in words',
  async (_case, method, error, times) => {
    town.slack.faults.fail(method, error, times);

    const posted = await digest();

    expect(posted).toHaveLength(1);
    expect(pictureIn(posted)).toBeUndefined();
    expect(town.slack.visibleText(posted[0] as Posted)).toContain(NUMBERS);
  },
  20_000,
);

test('a picture is uploaded once, however often its message is tried', async () => {
  const uploads = () => town.slack.callsOf('files.getUploadURLExternal').length;
  const before = uploads();
  town.slack.faults.rateLimit('chat.postMessage', 5);

  expect(await digest()).toHaveLength(0);
  const told = town.slack.directMessages(town.koordination).length;
  await town.pass(6);

  const posted = town.slack.directMessages(town.koordination).slice(told);
  expect(pictureIn(posted)).toBeDefined();
  expect(uploads() - before).toBe(1);
});
