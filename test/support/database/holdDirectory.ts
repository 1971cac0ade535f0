/** A process that takes the lock on a directory, says what came of it, and keeps it until it is killed. */
import { lockDirectory } from '../../../adapters/postgres/database/directoryLock.ts';
import { Refusal } from '../../../src/domain/failure.ts';

try {
  lockDirectory(process.argv[2] ?? '');
  process.stdout.write('locked\n');
  setInterval(() => {}, 60_000);
} catch (error) {
  process.stdout.write(`${error instanceof Refusal ? error.failure.code : error}\n`);
}
