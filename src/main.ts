/** Entry point and composition root: `serve` unless another word is given. Each command loads only what it needs. */
import { explain } from './main/startError.ts';

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  serve: async () => (await import('./main/serve.ts')).serve(),
  shell: async (words) => (await import('./main/shell.ts')).shell(words),
  audit: async (words) => (await import('./main/audit.ts')).audit(words),
  'slack-manifest': async (words) => (await import('./main/slackManifest.ts')).printSlackManifest(words),
  doctor: async (words) => (await import('./main/doctor.ts')).doctor(words),
  readme: async (words) => (await import('./main/readme.ts')).readme(words),
  seed: async (words) => (await import('./main/seed.ts')).seed(words),
};

const [name = 'serve', ...words] = process.argv.slice(2);
const run = COMMANDS[name];
if (run) {
  process.exitCode = await run(words).catch(explain);
} else {
  process.stderr.write(`mitwirk: there is no command ${name}; there are ${Object.keys(COMMANDS).join(', ')}.\n`);
  process.exitCode = 2;
}
