/** Examines the Matrix account and encryption. */
import { examine, missingLibrary } from '../../../adapters/matrix/examine.ts';
import type { Config } from '../../../config/schema.ts';
import { matrixConfigOf } from '../matrixConfig.ts';
import { type Finding, fine, note, problem } from './finding.ts';

/** The library's package downloads it from GitHub at installation, which `allowScripts` in package.json forbids. */
const GET_LIBRARY =
  'On a machine that may reach github.com: node node_modules/@matrix-org/matrix-sdk-crypto-nodejs/download-lib.js, then start Mitwirk anew.';

export async function examineMatrix(config: Config): Promise<readonly Finding[]> {
  const matrix = matrixConfigOf(config);
  if (!matrix) {
    const hint = 'Set matrix.homeserver and an account if you want to use it; see adapters/matrix/README.md.';
    return [note('Matrix is not configured.', hint), encryption(0)];
  }
  const found = await examine(matrix);
  if (found === 'unreachable') {
    return [
      problem(`No Matrix homeserver answers at ${matrix.homeserver}.`, 'Check matrix.homeserver and the network.'),
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
  const { userId, rooms } = found;
  return [
    fine(`${userId} is logged in and in ${rooms.all} rooms.`),
    ...(rooms.mute > 0
      ? [problem(`In ${rooms.mute} rooms the bot may not speak.`, 'Give it the power level that messages need there.')]
      : []),
    encryption(rooms.encrypted),
  ];
}

function encryption(encrypted: number): Finding {
  if (missingLibrary === null) return fine('The encryption library is installed: encrypted rooms can be used.');
  const what = `The encryption library is missing (${missingLibrary}); ${encrypted === 0 ? 'no room needs it yet' : `${encrypted} rooms are encrypted and out of reach`}.`;
  return encrypted === 0 ? note(what, GET_LIBRARY) : problem(what, GET_LIBRARY);
}
