/** Why encrypted rooms are out of reach, in words for whoever runs the bot: they stand in the log and in `npm run doctor`. */
import { missingLibrary } from './guard.ts';

export interface Obstacle {
  /** `library`: where nobody asked for encryption, that is no fault. */
  readonly kind: 'library' | 'device' | 'folder' | 'unusable' | 'lost';
  /** One sentence without its full stop. */
  readonly what: string;
  readonly todo: string;
}

/** The library's package downloads it from GitHub at installation, which `allowScripts` in package.json forbids. */
export function libraryObstacle(): Obstacle | null {
  if (missingLibrary === null) return null;
  return {
    kind: 'library',
    what: `The encryption library is missing (${missingLibrary})`,
    todo: 'On a machine that may reach github.com: node node_modules/@matrix-org/matrix-sdk-crypto-nodejs/download-lib.js; in containers MATRIX_ENCRYPTION=true in .env and docker compose build. Then start Mitwirk anew.',
  };
}

export const noDevice: Obstacle = {
  kind: 'device',
  what: 'The access token belongs to no device, and only a device can have encryption keys',
  todo: 'Take a token that a login gave, or set matrix.user and matrix.password instead.',
};

export function closedFolder(folder: string, error: unknown): Obstacle {
  return {
    kind: 'folder',
    what: `The encryption keys cannot be kept: ${messageOf(error)}`,
    todo: `Let Mitwirk’s account write in ${folder}, or name another folder in matrix.keysDir.`,
  };
}

export function unusableKeys(folder: string, error: unknown): Obstacle {
  return {
    kind: 'unusable',
    what: `The encryption keys in ${folder} are damaged, or another device’s (${messageOf(error)})`,
    todo: 'Put that folder back from the backup. Without one, move it away and start Mitwirk anew, with a new matrix.accessToken where one is set.',
  };
}

export function lostKeys(folder: string, deviceId: string): Obstacle {
  return {
    kind: 'lost',
    what: `The homeserver knows other encryption keys of the bot’s device ${deviceId} than those in ${folder}`,
    todo: 'Put that folder back from the backup, or make a new access token by logging in anew and put it in matrix.accessToken: the bot is a new device then.',
  };
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
