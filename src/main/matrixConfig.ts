/** The Matrix account out of the configuration. */
import type { MatrixConfig } from '../../adapters/matrix/options.ts';
import type { Config } from '../../config/schema.ts';
import { firstSet, missing } from './partly.ts';

/** Null: Matrix is not used. @throws ConfigError when it is configured in part */
export function matrixConfigOf({ matrix }: Pick<Config, 'matrix'>): MatrixConfig | null {
  const { homeserver, accessToken, user, password } = matrix;
  if (homeserver === undefined) {
    const alone = firstSet('matrix', { accessToken, user, password });
    if (alone) throw missing('matrix.homeserver (MITWIRK_MATRIX_HOMESERVER)', `${alone} is set`);
    return null;
  }
  if (accessToken === undefined && (user === undefined || password === undefined)) {
    throw missing(
      'matrix.accessToken (MITWIRK_MATRIX_ACCESS_TOKEN), or matrix.user and matrix.password',
      'matrix.homeserver is set',
    );
  }
  return { ...matrix, homeserver };
}
