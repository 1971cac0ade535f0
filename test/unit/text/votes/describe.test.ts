/** Rules and outcomes read aloud, in every language. */
import { describe, expect, test } from '@jest/globals';
import { outcomeOf } from '../../../../src/domain/vote/outcome.ts';
import { PROFILES } from '../../../../src/domain/vote/profile.ts';
import { PROFILE_NAMES } from '../../../../src/domain/vote/profileName.ts';
import { type Rule, secondCall } from '../../../../src/domain/vote/rule.ts';
import type { Tally } from '../../../../src/domain/vote/tally.ts';
import { LANGUAGES, spoken, translate } from '../../../../src/text/catalogue.ts';
import type { Said } from '../../../../src/text/messages.ts';
import { describeOutcome, describeRecusal, describeRule } from '../../../../src/text/votes/describe.ts';
import { ALL_RULES, allTallies, tallyOf } from '../../domain/vote/votes.ts';

const TAGS = LANGUAGES.map((language) => language.tag);

function say(locale: string, sentences: readonly Said[]): string {
  return sentences.map((sentence) => spoken(locale, sentence)).join(' ');
}

/** Sentences end, nothing is left unfilled, and one is never many. */
const SOUND = /^[A-ZÄÖÜ1-9][^{}#]*[^ ]\.$/;
const WRONG_NUMBER =
  /\b1 (Ja-Stimmen|Nein-Stimmen|Einwände|Bedenken sind|(Yes|No) votes|more votes|more Yes votes|objections|concerns)|(fehlen|sind|haben|are) 1\b| {2}|undefined/;
const WRONG_PLURAL = /\b([02-9]|\d\d+) (Ja-Stimme|Nein-Stimme|Stimme|(Yes|No) vote|vote)\b/;

function expectSound(text: string): void {
  expect(text).toMatch(SOUND);
  expect(text).not.toMatch(WRONG_NUMBER);
  expect(text).not.toMatch(WRONG_PLURAL);
}

describe.each(TAGS)('In %s', (locale) => {
  test('every rule is said soundly for rolls of 0 to 12', () => {
    const extras: Rule[] = [{ ...PROFILES.beirat, secret: true }];
    for (const rule of [...ALL_RULES, ...extras]) {
      for (let size = 0; size <= 12; size++) expectSound(say(locale, describeRule(rule, size)));
    }
  });

  test('every outcome of up to 6 seats is said soundly', () => {
    for (const rule of ALL_RULES) {
      for (const counts of allTallies(rule, 6, 1)) {
        expectSound(say(locale, describeOutcome(outcomeOf(counts, rule, { choice: 'yes' }), counts, rule)));
        expectSound(say(locale, describeOutcome(outcomeOf(counts, rule, { choice: 'no' }), counts, rule)));
      }
    }
  });

  test.each(PROFILE_NAMES)('the profile %s has a name', (name) => {
    expect(translate(locale, `profile.${name}`)).not.toBe('');
  });
});

test.each([
  [
    'beirat',
    'Angenommen ist die Vorlage, wenn mehr Ja- als Nein-Stimmen abgegeben werden. Enthaltungen zählen für die Beschlussfähigkeit, aber nicht für die Mehrheit. Beschlussfähig ab 3 von 5 Stimmberechtigten (mehr als die Hälfte). Bei Stimmengleichheit ist die Vorlage abgelehnt. Wer persönlich beteiligt (befangen) ist, stimmt nicht mit und zählt auch für die Beschlussfähigkeit nicht.',
  ],
  [
    'zwei-drittel',
    'Angenommen ist die Vorlage, wenn die Ja-Stimmen mindestens zwei Drittel aller Ja- und Nein-Stimmen ausmachen. Enthaltungen zählen für die Beschlussfähigkeit, aber nicht für die Mehrheit. Beschlussfähig ab 3 von 5 Stimmberechtigten (mehr als die Hälfte). Wer persönlich beteiligt (befangen) ist, stimmt nicht mit und zählt auch für die Beschlussfähigkeit nicht.',
  ],
  [
    'meinungsbild',
    'Dies ist ein Meinungsbild: Es zeigt, wie die Gruppe denkt. Ein Beschluss ist es nicht. Wer persönlich beteiligt (befangen) ist, stimmt nicht mit.',
  ],
] as const)('Five people are told of %s in German', (profile, text) => {
  expect(say('de', describeRule(PROFILES[profile], 5))).toBe(text);
});

test('A recused seat lowers the number the rule names, unless all members are the base', () => {
  expect(say('de', describeRule(PROFILES.beirat, 5, 2))).toContain('Beschlussfähig ab 2 von 3 Stimmberechtigten');
  expect(say('de', describeRule(PROFILES['go-rat'], 5, 2))).toContain('Beschlussfähig ab 3 von 5 Stimmberechtigten');
});

test('A second call says that it is one, as its invitation must', () => {
  expect(say('de', describeRule(secondCall(PROFILES['go-rat']), 5))).toContain('zweite Einladung');
});

const { beirat, konsent } = PROFILES;

test.each<[string, Rule, Tally, 'yes' | 'no' | undefined, string]>([
  [
    'adopted',
    beirat,
    tallyOf({ roll: 5, yes: 3, no: 1 }),
    undefined,
    'Angenommen mit 3 Ja-Stimmen gegen 1 Nein-Stimme.',
  ],
  [
    'one Yes short',
    beirat,
    tallyOf({ roll: 5, yes: 2, no: 2 }),
    undefined,
    'Abgelehnt wegen Stimmengleichheit (2 : 2). Es fehlt 1 Ja-Stimme.',
  ],
  [
    'two short',
    beirat,
    tallyOf({ roll: 5, yes: 1, no: 2 }),
    undefined,
    'Abgelehnt: 1 Ja-Stimme, 2 Nein-Stimmen. Es fehlen 2 Ja-Stimmen.',
  ],
  [
    'not quorate',
    beirat,
    tallyOf({ roll: 5, yes: 1 }),
    undefined,
    'Nicht beschlussfähig: Nur 1 von 5 Stimmberechtigten hat abgestimmt, nötig sind 3 Stimmen. Für die Beschlussfähigkeit fehlen 2 Stimmen.',
  ],
  [
    'nobody entitled',
    beirat,
    tallyOf({ roll: 1, recused: 1 }),
    undefined,
    'Nicht beschlussfähig: Niemand darf mitstimmen.',
  ],
  [
    'by the chair',
    PROFILES['vorsitz-entscheidet'],
    tallyOf({ roll: 4, yes: 2, no: 2 }),
    'yes',
    'Angenommen: Bei Stimmengleichheit (2 : 2) hat die Ja-Stimme des Vorsitzes entschieden.',
  ],
  [
    'against the chair',
    PROFILES['vorsitz-entscheidet'],
    tallyOf({ roll: 4, yes: 2, no: 2 }),
    'no',
    'Abgelehnt: Bei Stimmengleichheit (2 : 2) hat die Nein-Stimme des Vorsitzes entschieden. Es fehlt 1 Ja-Stimme.',
  ],
  [
    'consent',
    konsent,
    tallyOf({ roll: 5, yes: 2, concern: 1 }),
    undefined,
    'Angenommen ohne Einwand; ein Bedenken ist festgehalten.',
  ],
  [
    'objection',
    konsent,
    tallyOf({ roll: 5, yes: 2, objection: 1 }),
    undefined,
    'Zurück an die Arbeitsgruppe: Es gibt einen Einwand.',
  ],
])('The verdict in German: %s', (_, rule, counts, chair, text) => {
  const outcome = outcomeOf(counts, rule, chair && { choice: chair });

  expect(say('de', describeOutcome(outcome, counts, rule).slice(0, -1))).toBe(text);
});

test('The four numbers come last, whatever the verdict', () => {
  const counts = tallyOf({ roll: 9, recused: 1, yes: 3, no: 1, abstain: 2 });

  expect(translate('de', 'outcome.numbers', { ...counts })).toBe(
    'Stimmberechtigt: 9, davon persönlich beteiligt: 1. Abgestimmt: 6 (Ja: 3, Nein: 1, Enthaltung: 2). Nicht abgestimmt: 2.',
  );
  for (const rule of ALL_RULES) {
    for (const some of allTallies(rule, 3, 1)) {
      const { roll, recused, cast, notVoted } = some;
      const last = describeOutcome(outcomeOf(some, rule), some, rule).at(-1);
      expect(last?.key).toMatch(/^outcome\.numbers/);
      expect(last?.params).toMatchObject({ roll, recused, cast, notVoted });
    }
  }
});

test('Whether the recusals mattered is said only if there was something to leave out', () => {
  expect(describeRecusal(null)).toEqual([]);
  expect(say('de', describeRecusal(true))).toContain('ein anderes');
  expect(say('de', describeRecusal(false))).toContain('dasselbe');
});
