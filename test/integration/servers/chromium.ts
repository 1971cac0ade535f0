/** Finds a Chromium; the suites start it themselves. */
import { execFileSync } from 'node:child_process';
import { findProgram } from './program.ts';
import { type Missing, nothingToStop, type Server } from './server.ts';

export async function findChromium(): Promise<Server | Missing> {
  const program = process.env.CHROMIUM_PATH ?? findProgram(['chromium', 'chromium-browser', 'google-chrome']);
  if (!program) return { missing: 'no chromium or google-chrome is installed, and CHROMIUM_PATH is not set' };
  const about = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  return { env: { TEST_CHROMIUM: program }, about, stop: nothingToStop };
}
