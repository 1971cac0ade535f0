/** Where the clock of the page is moved to. */
import { DAY_MS, instantOf, localDate, localTime } from '../../../src/domain/time/calendar.ts';
import type { Bot } from '../../../src/ports/bot.ts';
import type { WebOptions } from './options.ts';
import { PageError } from './pageError.ts';
import type { MoveClock } from './schema.ts';

/** What is due on the way is done step by step; more than this at once would keep everybody waiting. */
const FARTHEST_MS = 400 * DAY_MS;

/** @throws PageError `clockBack`, `clockFar`, `clockIdle` when nothing is due */
export async function targetOf(
  move: MoveClock,
  bot: Bot,
  { clock, zone }: Pick<WebOptions, 'clock' | 'zone'>,
): Promise<Date> {
  const now = clock.now();
  const to = await wanted();
  if (to < now) throw new PageError(409, 'clockBack');
  if (to.getTime() - now.getTime() > FARTHEST_MS) throw new PageError(409, 'clockFar');
  return to;

  async function wanted(): Promise<Date> {
    if ('minutes' in move) return new Date(now.getTime() + move.minutes * 60_000);
    if ('to' in move) {
      const [day = '', time = ''] = move.to.split('T');
      return instantOf(localDate(day), localTime(time), zone);
    }
    const next = await bot.nextWork();
    if (!next) throw new PageError(409, 'clockIdle');
    return new Date(Math.max(next.getTime(), now.getTime()));
  }
}
