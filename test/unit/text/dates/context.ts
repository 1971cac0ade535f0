/** The day on which the date tests play: Thursday, 17 September 2026, ten in the morning, in a Catholic town of Bavaria. */
import { localDate, localTime } from '../../../../src/domain/time/calendar.ts';
import { languageOf } from '../../../../src/text/catalogue.ts';
import type { DateContext } from '../../../../src/text/dates/parse.ts';

export const THURSDAY: DateContext = {
  today: localDate('2026-09-17'),
  now: localTime('10:00'),
  calendar: { region: 'BY-KATH', closedDays: [] },
  lexicons: [languageOf('de').dates, languageOf('en').dates],
};
