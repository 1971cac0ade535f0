/** An account as people can check it: which platform, which name, and the id nobody else has there. */

import { fields } from '../../../cards/build.ts';
import type { Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

export interface AccountFace {
  readonly platform: string;
  readonly name: string;
  readonly id: string;
}

export function platformName(say: Phrases, platform: string): string {
  return say.say('platform.name', { platform });
}

export function accountFields(say: Phrases, { platform, name, id }: AccountFace): Node {
  return fields([
    [say.say('link.field.platform'), platformName(say, platform)],
    [say.say('link.field.name'), name],
    [say.say('link.field.account'), id],
  ]);
}

/** In one line, where two of them stand together: `Slack: Vorsitz (T01:U02)` */
export function accountLine(say: Phrases, { platform, name, id }: AccountFace): string {
  return say.say('link.account', { platform: platformName(say, platform), name, id });
}
