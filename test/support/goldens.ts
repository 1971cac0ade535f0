/** A card as plain text in every language, for goldens, and the text that no card may take for markup. */
import { afterEach } from '@jest/globals';
import type { Card } from '../../src/message/model.ts';
import { plainLines } from '../../src/message/plain.ts';
import { LANGUAGES } from '../../src/text/catalogue.ts';
import { type Phrases, phrases } from '../../src/text/phrases.ts';
import { saidAlike } from './saidAlike.ts';
import { expectInSlack } from './slackGolden.ts';

export const STAR = 'Bürger*innen und Migrant*innen, 2*3*4, _x_, <!channel>, @room, &, <b>';

/** The zone of the process whose cards they are. */
export const ZONE = 'Europe/Berlin';

/** What is looked at besides, which takes until the end of the test. */
let looks: Promise<void>[] = [];

afterEach(async () => {
  const begun = looks;
  looks = [];
  await Promise.all(begun);
});

/** Its look in Slack is compared too, and each of its buttons with the words that stand for it. */
export function inEveryLanguage(card: (say: Phrases) => Card): string {
  expectInSlack(card(phrases('de', ZONE)), 'de');
  looks.push(...LANGUAGES.map(({ tag }) => saidAlike(card(phrases(tag, ZONE)), tag)));
  return LANGUAGES.map(({ tag }) => [`(${tag})`, ...plainLines(card(phrases(tag, ZONE)))].join('\n')).join('\n\n');
}
