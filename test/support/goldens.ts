/** A card as plain text in every language, for goldens, and the text that no card may take for markup. */

import type { Card } from '../../src/message/model.ts';
import { plainLines } from '../../src/message/plain.ts';
import { LANGUAGES } from '../../src/text/catalogue.ts';
import { type Phrases, phrases } from '../../src/text/phrases.ts';
import { expectInSlack } from './slackGolden.ts';

export const STAR = 'Bürger*innen und Migrant*innen, 2*3*4, _x_, <!channel>, @room, &, <b>';

/** The zone of the process whose cards they are. */
export const ZONE = 'Europe/Berlin';

/** Its look in Slack is compared too. */
export function inEveryLanguage(card: (say: Phrases) => Card): string {
  expectInSlack(card(phrases('de', ZONE)), 'de');
  return LANGUAGES.map(({ tag }) => [`(${tag})`, ...plainLines(card(phrases(tag, ZONE)))].join('\n')).join('\n\n');
}
