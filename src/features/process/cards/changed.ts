/** Confirms a changed setting, in the words in which it is shown elsewhere. */

import { sentence } from '../../../cards/build.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { Card } from '../../../message/model.ts';
import { languageName } from '../../../text/catalogue.ts';
import type { PlainKey } from '../../../text/messages.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { wordFor } from '../../../text/words.ts';

type Change = Partial<Pick<Process, 'name' | 'region' | 'zone' | 'locale' | 'voteProfile' | 'polls'>>;

/** The name of a setting, as a message. */
type Setting = Extract<PlainKey, `setting.${string}`>;

export function processChangedCard(say: Phrases, setting: Setting, change: Change): Card {
  return sentence(say.line('process.changed', { setting: say.say(setting), value: shown(say, change) }));
}

function shown(say: Phrases, { name, region, zone, locale, voteProfile, polls }: Change): string {
  if (locale !== undefined) return languageName(say.locale, locale);
  if (voteProfile !== undefined) return say.say(`profile.${voteProfile}`);
  if (polls !== undefined) return wordFor(say.locale, polls ? 'switch.on' : 'switch.off');
  return name ?? region ?? zone ?? '';
}
