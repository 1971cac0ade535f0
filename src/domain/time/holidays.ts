/** The public holidays of the German states, computed from the laws and the date of Easter. */
import { addDays, dayOf, daysBetween, type LocalDate, weekdayOf } from './calendar.ts';

/**
 * Where a holiday law applies. Bavaria has no code of its own because 15 August is a holiday only in municipalities with
 * more Catholic than Protestant inhabitants (`BY-KATH`, not `BY-EVANG`), and 8 August only in Augsburg (`BY-A`).
 */
// biome-ignore format: one line reads as the list it is
export const REGIONS = [
  'BW', 'BY-KATH', 'BY-EVANG', 'BY-A', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH',
] as const;
export type Region = (typeof REGIONS)[number];

export type HolidayKey = (typeof RULES)[number]['key'];

/** `fixed` is MM-DD, `easter` days after Easter Sunday, `on` single days made a holiday once. No `regions`: everywhere. */
interface Rule {
  readonly key: string;
  readonly fixed?: string;
  readonly easter?: number;
  readonly on?: readonly string[];
  readonly regions?: readonly Region[];
  /** First year it applies, where that is after 2020. */
  readonly from?: Partial<Record<Region, number>>;
}

const BAVARIA = ['BY-KATH', 'BY-EVANG', 'BY-A'] as const;

/**
 * Valid from 2020 on. Sources: Art. 2 (2) Einigungsvertrag for 3 October, for the rest the states' laws on Sundays and
 * holidays: FTG BW § 1, FTG BY Art. 1, SonntFeiertG BE § 1, FTG BB § 2, SFTG HB § 2, FeiertG HH § 1, HFeiertagsG HE § 1, FTG M-V § 2,
 * NFeiertagsG NI § 2, FeiertagsG NW § 2, LFtG RP § 2, SFG SL § 2, SächsSFG SN § 1, FeiertG LSA § 2, SFTG SH § 2, ThürFGtG TH § 2.
 * Holidays of single municipalities (Corpus Christi in parts of Saxony and Thuringia) are for the closed days of the process.
 */
const RULES = [
  { key: 'newYear', fixed: '01-01' },
  { key: 'epiphany', fixed: '01-06', regions: ['BW', ...BAVARIA, 'ST'] },
  { key: 'womensDay', fixed: '03-08', regions: ['BE', 'MV'], from: { MV: 2023 } },
  { key: 'goodFriday', easter: -2 },
  { key: 'easterSunday', easter: 0, regions: ['BB'] },
  { key: 'easterMonday', easter: 1 },
  { key: 'labourDay', fixed: '05-01' },
  { key: 'liberationDay', on: ['2020-05-08', '2025-05-08'], regions: ['BE'] },
  { key: 'ascension', easter: 39 },
  { key: 'whitSunday', easter: 49, regions: ['BB'] },
  { key: 'whitMonday', easter: 50 },
  { key: 'corpusChristi', easter: 60, regions: ['BW', ...BAVARIA, 'HE', 'NW', 'RP', 'SL'] },
  { key: 'uprising1953', on: ['2028-06-17'], regions: ['BE'] },
  { key: 'peaceFestival', fixed: '08-08', regions: ['BY-A'] },
  { key: 'assumption', fixed: '08-15', regions: ['BY-KATH', 'BY-A', 'SL'] },
  { key: 'childrensDay', fixed: '09-20', regions: ['TH'] },
  { key: 'germanUnity', fixed: '10-03' },
  { key: 'reformation', fixed: '10-31', regions: ['BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH'] },
  { key: 'allSaints', fixed: '11-01', regions: ['BW', ...BAVARIA, 'NW', 'RP', 'SL'] },
  { key: 'repentance', regions: ['SN'] },
  { key: 'christmas', fixed: '12-25' },
  { key: 'secondChristmas', fixed: '12-26' },
] as const satisfies readonly Rule[];

/** The public holiday on that day in that region, or null. */
export function holidayOf(date: LocalDate, region: Region): HolidayKey | null {
  const year = Number(date.slice(0, 4));
  const afterEaster = daysBetween(easterSunday(year), date);
  for (const rule of RULES) {
    if (falls(rule, date, afterEaster) && applies(rule, region, year)) return rule.key;
  }
  return null;
}

export function isRegion(text: string): text is Region {
  return REGIONS.some((region) => region === text);
}

function falls(rule: Rule, date: LocalDate, afterEaster: number): boolean {
  if (rule.key === 'repentance') return isRepentanceDay(date);
  return rule.fixed === date.slice(5) || rule.easter === afterEaster || (rule.on?.includes(date) ?? false);
}

function applies(rule: Rule, region: Region, year: number): boolean {
  if (rule.regions && !rule.regions.includes(region)) return false;
  return year >= (rule.from?.[region] ?? 0);
}

/** The Wednesday before 23 November. */
function isRepentanceDay(date: LocalDate): boolean {
  return weekdayOf(date) === 3 && date.slice(5) >= '11-16' && date.slice(5) <= '11-22';
}

/** Easter Sunday of the Gregorian calendar, by Gauss's rule with Lichtenberg's correction. */
export function easterSunday(year: number): LocalDate {
  const century = Math.floor(year / 100);
  const moonShift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sunShift = 2 - Math.floor((3 * century + 3) / 4);
  const cycle = year % 19;
  const seed = (19 * cycle + moonShift) % 30;
  const correction = Math.floor((seed + Math.floor(cycle / 11)) / 29);
  const fullMoon = 21 + seed - correction;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + sunShift) % 7);
  const marchDay = fullMoon + 7 - ((fullMoon - firstSunday) % 7);
  const march = dayOf(year, 3, 1);
  if (!march) throw new RangeError(`not a year: ${year}`);
  return addDays(march, marchDay - 1);
}
