/** Confirms a changed setting, in the words in which it is shown elsewhere. */
import type { Process } from '../../domain/process.ts';
import { languageName } from '../../text/catalogue.ts';
import type { Phrases } from '../../text/phrases.ts';
import { sentence } from '../build.ts';
import type { Card } from '../model.ts';

type Change = Partial<Pick<Process, 'name' | 'region' | 'zone' | 'locale' | 'voteProfile'>>;

export function processChangedCard(say: Phrases, setting: string, change: Change): Card {
  return sentence(say.line('process.changed', { setting: say.say(`setting.${setting}`), value: shown(say, change) }));
}

function shown(say: Phrases, { name, region, zone, locale, voteProfile }: Change): string {
  if (locale !== undefined) return languageName(say.locale, locale);
  if (voteProfile !== undefined) return say.say(`profile.${voteProfile}`);
  return name ?? region ?? zone ?? '';
}
