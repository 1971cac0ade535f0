/** Reads what people type for a region, a zone or a language. */

import { refuse } from '../domain/failure.ts';
import { isZone, type Zone } from '../domain/time/calendar.ts';
import { isRegion, REGIONS, type Region } from '../domain/time/holidays.ts';
import { LANGUAGES, localeNamed } from '../text/catalogue.ts';

/** @throws Refusal `region.unknown`; `region.bavaria` because 15 August is a holiday in a part of Bavaria only */
export function readRegion(word: string): Region {
  const region = word.toUpperCase().replaceAll('_', '-');
  if (isRegion(region)) return region;
  return refuse(['BY', 'BAYERN', 'BAVARIA'].includes(region) ? 'region.bavaria' : 'region.unknown', {
    word,
    regions: REGIONS.join(', '),
  });
}

/** @throws Refusal `zone.unknown` */
export function readZone(word: string): Zone {
  return isZone(word) ? word : refuse('zone.unknown', { word });
}

/** A tag or the name of a language in any of them. @throws Refusal `language.unknown` */
export function readLocale(word: string): string {
  const languages = LANGUAGES.map((language) => language.name).join(', ');
  return localeNamed(word) ?? refuse('language.unknown', { word, languages });
}
