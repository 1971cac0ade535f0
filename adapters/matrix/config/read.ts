/** The Matrix account out of the configuration. */
import { firstSet, SettingMissing } from '../../kit/settings.ts';
import type { MatrixConfig } from '../options.ts';
import type { MatrixSection } from './schema.ts';

/** Null: Matrix is not used. @throws SettingMissing when it is configured in part */
export function readMatrix(section: MatrixSection): MatrixConfig | null {
  const { homeserver, accessToken, user, password } = section;
  if (homeserver === undefined) {
    const alone = firstSet('matrix', { accessToken, user, password });
    if (alone) throw new SettingMissing('matrix.homeserver (MITWIRK_MATRIX_HOMESERVER)', `${alone} is set`);
    return null;
  }
  if (accessToken === undefined && (user === undefined || password === undefined)) {
    throw new SettingMissing(
      'matrix.accessToken (MITWIRK_MATRIX_ACCESS_TOKEN), or matrix.user and matrix.password',
      'matrix.homeserver is set',
    );
  }
  return { ...section, homeserver };
}
