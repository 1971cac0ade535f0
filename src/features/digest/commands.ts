/** `/process digest`: shows the weekly digest, sends it, or changes when it comes. */

import { type Caller, inProcess, voiceFor } from '../../acting/caller.ts';
import { sentence } from '../../cards/build.ts';
import { instantLeaf } from '../../cards/date.ts';
import { Refusal, refuse } from '../../domain/failure.ts';
import type { DigestTime } from '../../domain/process/process.ts';
import { localTime, weekdayOf } from '../../domain/time/calendar.ts';
import { deadlineFrom } from '../../grammar/args/readDate.ts';
import { text } from '../../grammar/args/text.ts';
import { choice } from '../../grammar/args/words.ts';
import { command } from '../../grammar/declaration.ts';
import { formatWeekday } from '../../text/dates/format.ts';
import { changeDigestTime } from './acts/changeTime.ts';
import { previewDigest, sendDigest } from './acts/send.ts';
import { digestCard } from './cards/digestCard.ts';

export const digestCommand = command({
  family: 'process',
  verb: 'digest',
  effect: 'changes',
  args: {
    digestTime: text({ optional: true, own: true }),
    what: choice(['preview', 'send'], { prefix: 'digest', optional: true }),
  },
  who: 'coordinator',
  where: 'process',
  async run(tx, caller, { what, digestTime }) {
    const known = inProcess(caller);
    const say = voiceFor(caller);
    if (what === 'send') {
      await sendDigest(tx, known.process, caller.now, caller.person);
      return sentence(say.line('process.digestSent'));
    }
    if (what === 'preview' || digestTime === '') return digestCard(say, await previewDigest(tx, known));
    const digest = digestTimeFrom(digestTime, caller);
    const next = await changeDigestTime(tx, known, digest);
    const day = formatWeekday(say.locale, digest.weekday);
    return sentence(
      say.line('process.digestChanged', {
        day,
        time: digest.time,
        next: instantLeaf(say, next, known.process.zone),
      }),
    );
  },
});

/** A weekday, with a time or at 08:00. @throws Refusal `digest.time`, and those of {@link deadlineFrom} */
function digestTimeFrom(words: string, caller: Caller): DigestTime {
  const weekday = /^\p{L}+\.?(\s|$)/u.test(words);
  if (!weekday) refuse('digest.time', { word: words });
  try {
    const { date, time } = deadlineFrom(words, caller);
    return { weekday: weekdayOf(date), time: time ?? localTime('08:00') };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse('digest.time', { word: words });
  }
}
