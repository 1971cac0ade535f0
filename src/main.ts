/** Entry point and composition root: `serve` unless another word is given. Each command loads only what it needs. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Keeps what Node makes of the sources: half of a later start was reading and translating them. It lies with the packages, where
// only who may change the code can write; where nobody can, each start translates anew.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/mitwirk', import.meta.url)));

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  serve: async () => (await import('./main/serve.ts')).serve(),
  shell: async (words) => (await import('./main/shell.ts')).shell(words),
  audit: async (words) => (await import('./main/audit.ts')).audit(words),
  doctor: async (words) => (await import('./main/doctor.ts')).doctor(words),
  readme: async (words) => (await import('./main/readme.ts')).readme(words),
  seed: async (words) => (await import('./main/seed.ts')).seed(words),
};

const [name = 'serve', ...words] = process.argv.slice(2);
const run = COMMANDS[name] ?? (await commandOfPlatform());
if (run) {
  process.exitCode = await run(words).catch(async (error) => (await import('./main/startError.ts')).explain(error));
} else {
  const { manifestCommands } = await import('./main/manifest.ts');
  const all = [...Object.keys(COMMANDS), ...manifestCommands()];
  process.stderr.write(`mitwirk: there is no command ${name}; there are ${all.join(', ')}.\n`);
  process.exitCode = 2;
}

async function commandOfPlatform() {
  const { manifestCommands, printManifest } = await import('./main/manifest.ts');
  return manifestCommands().includes(name) ? (more: readonly string[]) => printManifest(name, more) : undefined;
}
