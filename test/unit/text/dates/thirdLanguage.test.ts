import { expect, test } from '@jest/globals';
import { parseDate } from '../../../../src/text/dates/parse.ts';
import type { DateWords } from '../../../../src/text/dates/words.ts';
import { THURSDAY } from './context.ts';

const french: DateWords = {
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  days: ["aujourd'hui", 'demain', 'après demain'],
  numbers: ['un|une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  ordinalMarks: 'er',
  units: {
    hour: 'heure|heures',
    day: 'jour|jours',
    businessDay: 'jour ouvré|jours ouvrés',
    week: 'semaine|semaines',
    month: 'mois',
    year: 'an|ans|année',
  },
  which: { this: 'ce|cette', coming: '', next: '', afterNext: '' },
  whichBehind: { this: '', coming: '', next: 'prochain|prochaine', afterNext: '' },
  parts: { start: 'début', middle: 'mi', end: 'fin' },
  partsOf: {
    week: { start: '', middle: '', end: '' },
    month: { start: '', middle: '', end: '' },
    year: { start: '', middle: '', end: '' },
  },
  calendarWeek: 'semaine',
  within: 'dans',
  fromNow: '',
  from: 'après',
  at: 'à',
  oclock: 'h|heures',
  halfDays: { am: '', pm: '' },
  noon: 'midi',
  endOfDay: 'minuit',
  leads: "jusqu'au|jusqu'à|avant|le|au",
  links: 'de|du|la|le',
  vague: 'matin|soir',
  rangeTo: '',
  continues: 'ou',
};

test.each([
  ['le 5 octobre', '2026-10-05', null],
  ['demain à 14h30', '2026-09-18', '14:30'],
  ['dans trois semaines', '2026-10-08', null],
  ['la semaine prochaine', '2026-09-25', null],
  ['vendredi prochain', '2026-09-18', null],
  ['lundi de la semaine prochaine', '2026-09-21', null],
  ['fin octobre', '2026-10-31', null],
  ['mi-octobre', '2026-10-15', null],
  ["jusqu'au 22.01.", '2027-01-22', null],
  ['semaine 42', '2026-10-16', null],
])('a language is added by its words alone: %s', (phrase, date, time) => {
  expect(parseDate(phrase, { ...THURSDAY, lexicons: [french] })).toMatchObject({ date, time });
});
