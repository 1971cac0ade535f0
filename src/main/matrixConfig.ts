/** The Matrix account out of the configuration. */
import type { MatrixConfig } from '../../adapters/matrix/options.ts';
import { ConfigError } from '../../config/configError.ts';
import type { Config } from '../../config/schema.ts';

/** Null: Matrix is not used. @throws ConfigError when it is configured in part */
export function matrixConfigOf({ matrix }: Pick<Config, 'matrix'>): MatrixConfig | null {
  const { homeserver, accessToken, user, password } = matrix;
  if (homeserver === undefined) return null;
  if (accessToken === undefined && (user === undefined || password === undefined)) {
    throw new ConfigError([
      'matrix.accessToken (MITWIRK_MATRIX_ACCESS_TOKEN): is needed, or matrix.user and matrix.password.',
    ]);
  }
  return { ...matrix, homeserver };
}
