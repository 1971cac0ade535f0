/** Examines the Matrix account and encryption. */
import { type Finding, fine, note, problem } from '../../src/ports/finding.ts';
import { examine, libraryObstacle, type Obstacle } from './examine.ts';
import type { MatrixConfig } from './options.ts';

export function examineUnused(): readonly Finding[] {
  const hint = 'Set matrix.homeserver and an account if you want to use it; see adapters/matrix/README.md.';
  return [note('Matrix is not configured.', hint), encryption(libraryObstacle(), 0)];
}

export async function examineMatrix(config: MatrixConfig): Promise<readonly Finding[]> {
  const found = await examine(config);
  if (found === 'unreachable') {
    return [
      problem(`No Matrix homeserver answers at ${config.homeserver}.`, 'Check matrix.homeserver and the network.'),
    ];
  }
  if (found === 'refused') {
    return [
      problem(
        'The homeserver does not accept the bot’s account.',
        'Check matrix.accessToken, or matrix.user and matrix.password.',
      ),
    ];
  }
  const { userId, rooms, obstacle } = found;
  return [
    fine(`${userId} is logged in and in ${rooms.all === 1 ? 'one room' : `${rooms.all} rooms`}.`),
    ...(rooms.mute > 0
      ? [problem(`In ${rooms.mute} rooms the bot may not speak.`, 'Give it the power level that messages need there.')]
      : []),
    encryption(obstacle, rooms.encrypted),
  ];
}

function encryption(obstacle: Obstacle | null, encrypted: number): Finding {
  if (obstacle === null) return fine('The encryption library is installed: encrypted rooms can be used.');
  const what = `${obstacle.what}; ${reach(encrypted)}.`;
  return encrypted === 0 && obstacle.kind === 'library' ? note(what, obstacle.todo) : problem(what, obstacle.todo);
}

function reach(encrypted: number): string {
  if (encrypted === 0) return 'no room needs it yet';
  return encrypted === 1
    ? 'one room is encrypted and out of reach'
    : `${encrypted} rooms are encrypted and out of reach`;
}
