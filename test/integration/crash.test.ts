/** Killed at any moment of the story and started again, nothing acknowledged is lost and nothing is said twice. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readScript } from '../../adapters/local/shell/run.ts';
import { readScriptLine } from '../../adapters/local/shell/script.ts';
import { openDatabase } from '../../adapters/postgres/database/open.ts';
import type { Card } from '../../src/message/model.ts';
import { plainLines } from '../../src/message/plain.ts';
import { freshServerStore } from '../support/database/stores.ts';
import { copyTemplate } from '../support/database/template.ts';
import { testNeeding } from '../support/needs.ts';
import { withoutHashes } from '../support/shell.ts';

const BEGIN = '2027-01-11T09:00';
const story = readScript('test/dialog/story.mitwirk');
/** The lines of the story that change nothing: one is refused, the others only ask. */
const IDLE = [
  'mitglied@steuerung> press "Ja" on B-1',
  'vorsitz@steuerung> /beschluss stand B-1',
  'koordination@steuerung> /mitwirk protokoll',
];
const folder = mkdtempSync(join(tmpdir(), 'mitwirk-crash-'));

interface Place {
  readonly url: string | null;
  readonly dataDir: string;
}

/** What a killed run left behind in the store. */
interface Left {
  /** Entries of the audit log that people caused. */
  readonly acts: number;
  /** Everything the bot posted of its own accord, room by room in its order, each message in its last form. */
  readonly posts: readonly string[];
}

function isAct(line: string): boolean {
  const kind = readScriptLine(line)?.kind;
  return (kind === 'say' || kind === 'press') && !IDLE.includes(line);
}

function actsBefore(index: number): number {
  return story.slice(0, index).filter(isAct).length;
}

async function look({ url, dataDir }: Place): Promise<Left> {
  const database = await openDatabase({ url, dataDir });
  try {
    const acts = await database.pool.query<{ count: string }>(
      "select count(*) from mitwirk.audit where actor <> 'mitwirk'",
    );
    const posts = await database.pool.query<{ room: string; card: Card }>(
      `select room, card from mitwirk.local_keys join mitwirk.local_messages on id = message_id
       where key like 'post:%' order by room, id`,
    );
    return {
      acts: Number(acts.rows[0]?.count),
      posts: posts.rows.map(({ room, card }) => withoutHashes(`${room}: ${plainLines(card).join('\n')}`)),
    };
  } finally {
    await database.close();
  }
}

function environment({ url }: Place): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...rest } = process.env;
  return { ...rest, ...(url === null ? {} : { DATABASE_URL: url }) };
}

function argumentsFor({ url, dataDir }: Place, from: number): readonly string[] {
  const clocks = story.slice(0, from).flatMap((line) => {
    const read = readScriptLine(line);
    return read?.kind === 'clock' ? [read.moment] : [];
  });
  const file = join(folder, `from-${from}.mitwirk`);
  writeFileSync(file, story.slice(from).join('\n'));
  const data = url === null ? ['--data', dataDir] : [];
  return ['src/main.ts', 'shell', '--script', file, '--at', clocks.at(-1) ?? BEGIN, ...data];
}

/** Where the process is killed: in the line of the story that begins so, after something that begins with `says` was printed. */
interface Kill {
  readonly during: string;
  readonly says: string;
}

/**
 * Plays the story from a line on and kills the process so many milliseconds after `says` is printed. Gives the index of the line
 * it was in; null when it had come to its end before.
 */
async function playUntil(place: Place, from: number, says: string, delayMs: number): Promise<number | null> {
  const child = spawn(process.execPath, argumentsFor(place, from), {
    env: environment(place),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  let reached = from - 1;
  let rest = '';
  let killed = false;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === story[reached + 1]) reached += 1;
      if (killed || !line.startsWith(says)) continue;
      killed = true;
      void sleep(delayMs).then(() => child.kill('SIGKILL'));
    }
  });
  await closed;
  return killed ? reached : null;
}

/** The first line that is not known to be done: moving the clock, starting anew and asking may be repeated. */
function resumeAt(acts: number): number {
  for (let index = 0; index < story.length; index += 1) if (actsBefore(index) === acts) return index;
  throw new Error(`The story has no ${acts} acts`);
}

const kills: readonly Kill[] = [
  said('koordination@steuerung> /gruppe aufnehmen @verein'),
  said('leitung@ag-bildung> /aufgabe neu'),
  { during: 'clock> 2027-01-26', says: '2027-01-20T08:00 bot@' },
  said('schule@dm> '),
  { during: 'clock> 2027-02-12', says: '2027-02-05T08:00 bot@' },
  said('vorsitz@steuerung> /beschluss öffnen'),
  said('verein@steuerung> /beschluss ja'),
  { during: 'clock> 2027-02-20', says: '2027-02-16T08:00 bot@' },
  { during: 'clock> 2027-02-20', says: '2027-02-20T00:00 bot@' },
];

/** Killed as soon as the line itself is echoed. */
function said(line: string): Kill {
  return { during: line, says: line };
}

/** On a fast store a killed process may have come past the place of the next kill, which is left out then; most must happen. */
const FEWEST_KILLS = 5;

async function killedOnTheWay(place: Place): Promise<Left> {
  let from = 0;
  let happened = 0;
  for (const { during, says } of kills) {
    const index = story.findIndex((line) => line.startsWith(during));
    expect(index).toBeGreaterThan(0);
    if (index < from) continue;
    const reached = await playUntil(place, from, says, Math.random() * 60);
    const { acts } = await look(place);
    // Every line before the one it was killed in had been answered.
    if (reached !== null) expect(acts).toBeGreaterThanOrEqual(actsBefore(reached));
    if (reached !== null) happened += 1;
    from = resumeAt(acts);
  }
  expect(happened).toBeGreaterThanOrEqual(FEWEST_KILLS);
  await promisify(execFile)(process.execPath, [...argumentsFor(place, from)], { env: environment(place) });
  return look(place);
}

async function auditOf(place: Place): Promise<string> {
  const data = place.url === null ? ['--data', place.dataDir] : [];
  const run = promisify(execFile)(process.execPath, ['src/main.ts', 'audit', 'verify', ...data], {
    env: environment(place),
  });
  return (await run).stdout;
}

let undisturbed: Left;
const directories: string[] = [folder];

async function embedded(): Promise<Place> {
  const dataDir = await copyTemplate();
  directories.push(dataDir);
  return { url: null, dataDir };
}

beforeAll(async () => {
  const place = await embedded();
  await promisify(execFile)(process.execPath, [...argumentsFor(place, 0)], { env: environment(place) });
  undisturbed = await look(place);
}, 120_000);

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

test('every line of the story that does something leaves one entry in the log', () => {
  expect(undisturbed.acts).toBe(actsBefore(story.length));
  expect(undisturbed.posts.length).toBeGreaterThan(20);
});

test('on the embedded store', async () => {
  const place = await embedded();

  const left = await killedOnTheWay(place);

  expect(left).toEqual(undisturbed);
  expect(await auditOf(place)).toMatch(/^Integrationskonzept: sound, /);
}, 300_000);

const server = process.env.TEST_DATABASE_URL;
testNeeding(server !== undefined, 'TEST_DATABASE_URL is not set')(
  'on PostgreSQL',
  async () => {
    const store = await freshServerStore(server ?? '');
    const place = { url: store.url, dataDir: '' };

    const left = await killedOnTheWay(place).finally(() => store.database.close());
    const audit = await auditOf(place);
    await store.remove().catch(() => undefined);

    expect(left).toEqual(undisturbed);
    expect(audit).toMatch(/^Integrationskonzept: sound, /);
  },
  300_000,
);
