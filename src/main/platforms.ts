/** The chat platforms that are configured. */
import { SettingMissing } from '../../adapters/kit/settings.ts';
import { platforms } from '../../adapters/platforms.ts';
import { ConfigError } from '../../config/configError.ts';
import type { Config } from '../../config/schema.ts';
import type { Finding } from '../ports/finding.ts';
import type { ConfiguredPlatform, Platform, PlatformKind, PlatformPorts } from '../ports/platform.ts';
import type { PlatformMemory } from '../ports/platformMemory.ts';

export const platformKinds: readonly PlatformKind<unknown>[] = Object.values(platforms);

interface Ports extends Omit<PlatformPorts, 'memory'> {
  readonly memoryOf: (platform: string) => PlatformMemory;
}

/** @throws ConfigError when it is configured in part */
function configured(kind: PlatformKind<unknown>, config: Config): ConfiguredPlatform | null {
  try {
    return kind.configured((config as Readonly<Record<string, unknown>>)[kind.name]);
  } catch (error) {
    if (error instanceof SettingMissing) throw new ConfigError([error.message]);
    throw error;
  }
}

/** Whether people are heard on any of them. @throws ConfigError when one is configured in part */
export function isConnected(config: Config): boolean {
  // Each is asked, so that one that is configured in part is told of, whatever the others are.
  const connected = platformKinds.map((kind) => configured(kind, config) !== null);
  return connected.includes(true);
}

/** @throws ConfigError when one is configured in part */
export async function platformsOf(config: Config, { memoryOf, ...ports }: Ports): Promise<readonly Platform[]> {
  const made: Platform[] = [];
  for (const kind of platformKinds) {
    const platform = configured(kind, config);
    if (platform) made.push(await platform.create({ ...ports, memory: memoryOf(kind.name) }, config.locale));
  }
  return made;
}

/** Of those that are not used, too. */
export async function examineAllPlatforms(config: Config): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const kind of platformKinds) {
    const platform = configured(kind, config);
    found.push(...(platform ? await platform.examine() : await kind.examineUnused()));
  }
  return found;
}
