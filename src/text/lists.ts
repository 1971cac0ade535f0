/** Lists in words: «A, B und C». */
import { languageOf } from './catalogue.ts';

export function listOf(
  locale: string,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return formatOf(locale, type).format(items);
}

/** The same in parts, where an item is more than a string. */
export function listParts(locale: string, items: readonly string[]) {
  return formatOf(locale, 'conjunction').formatToParts(items);
}

function formatOf(locale: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  return new Intl.ListFormat(languageOf(locale).region, { type });
}
