/** The shell as a program: exit status, and what goes to which stream. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { shell } from '../../../../../src/main/shell.ts';
import { UsageError } from '../../../../../src/main/usageError.ts';
import { copyTemplate } from '../../../../support/database/template.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mitwirk-shell-'));
const directories: string[] = [];

afterAll(() => {
  for (const directory of [folder, ...directories]) rmSync(directory, { recursive: true, force: true });
});

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Run> {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...rest } = process.env;
  const env = { ...rest, MITWIRK_DATA: join(folder, 'unused'), ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/main.ts', 'shell', ...args], { cwd: ROOT, env }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

function script(...lines: readonly string[]): string {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.mitwirk`);
  writeFileSync(file, lines.join('\r\n'));
  return file;
}

async function data(): Promise<string> {
  const directory = await copyTemplate();
  directories.push(directory);
  return directory;
}

test('a script played to its end: the transcript alone on standard output, nothing on standard error, status 0', async () => {
  const file = script(
    '\ufeff# a process',
    'koordination@r> /prozess einrichten "IK"',
    'clock> +1d',
    'restart>',
    'fremd@dm> /ich',
    '',
  );

  const { status, stdout, stderr } = await run(['--script', file, '--data', await data(), '--at', '2027-01-11T09:00']);

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(`# a process
koordination@r> /prozess einrichten "IK"
bot@r to koordination: IK ist eingerichtet
    Sie koordinieren diesen Prozess. Der Wochenbericht kommt jeden Montag um 08:00 Uhr zu Ihnen.
    Die Region fehlt noch; bis dahin kenne ich keine Feiertage. Ein Beispiel: /prozess setzen region BY-KATH
    So geht es weiter:
    - Im Raum der Steuerungsgruppe: /gruppe steuerung
    - Im Raum einer Arbeitsgruppe: /gruppe neu "AG Bildung" feld Bildung
    - In jedem dieser Räume die Mitglieder: /gruppe aufnehmen @leitung als Leitung art Bildung org "Volkshochschule"
clock> +1d
restart>
fremd@dm> /ich
${stdout.split('fremd@dm> /ich\n')[1]}`);
});

test('a line of none of the forms, on the data of the run before: status 2, and FILE:LINE: why on standard error', async () => {
  const file = script('koordination@r> /mitwirk stand', 'nonsense', 'koordination@r> /mitwirk stand');

  const { status, stdout, stderr } = await run(['--script', file, '--data', directories[0] ?? '', '--locale', 'en']);

  expect(status).toBe(2);
  expect(stderr).toMatch(new RegExp(`^${file}:2: .+\n$`));
  expect(stdout).toBe(
    'koordination@r> /mitwirk stand\nbot@r to koordination: Ich bin bereit. Hier läuft der Prozess IK.\n',
  );
});

test('a fresh store leaves nothing behind', async () => {
  const TMPDIR = mkdtempSync(join(folder, 'tmp-'));

  const { status, stdout } = await run(['--script', script('a@b> /mitwirk stand'), '--fresh'], { TMPDIR });

  expect({ status, lines: stdout.split('\n').length }).toEqual({ status: 0, lines: 3 });
  expect(readdirSync(TMPDIR)).toEqual([]);
});

test('a command line that is not understood: one sentence and how it is used, status 2, nothing on standard output', async () => {
  const { status, stdout, stderr } = await run(['--script', '/no/such/file']);

  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(
    /^mitwirk: The script \/no\/such\/file cannot be read: .+\nUsage: npm run --silent shell -- .+\n$/,
  );
});

test.each([
  [['--at', 'yesterday'], '--at takes a day and a time'],
  [['--at', '2027-02-30T09:00'], '--at takes a day and a time'],
  [['--locale', 'fr'], 'no language fr'],
  [['--fresh', '--data', 'x'], 'exclude each other'],
  [['--nonsense'], 'nonsense'],
  [['--data', ''], '--data needs a value'],
  [['--data', ' '], '--data needs a value'],
])('%j is refused before anything is opened', async (args, why) => {
  await expect(shell(args)).rejects.toThrow(UsageError);
  await expect(shell(args)).rejects.toThrow(why);
});

test('a reader who stops reading, as `head` does, is no fault', async () => {
  const lines = Array.from({ length: 30 }, () => 'fremd@dm> /mitwirk hilfe');
  const args = [
    'src/main.ts',
    'shell',
    '--script',
    script(...lines),
    '--data',
    await data(),
    '--at',
    '2027-01-11T09:00',
  ];
  const program = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  program.stderr.on('data', (part: Buffer) => said.push(part));
  program.stdout.once('data', () => program.stdout.destroy());

  const [status] = await once(program, 'exit');

  expect({ status, stderr: Buffer.concat(said).toString() }).toEqual({ status: 0, stderr: '' });
}, 60_000);
