/** The page of one person: what waits for them in each process, and for the coordination the process itself. */

import { actions, card, heading, list, paragraph, pressOf, text } from '../../../cards/build.ts';
import { deadlineLine } from '../../../cards/date.ts';
import { chosenProcess, ofProcess, withinProcess } from '../../../cards/within.ts';
import { shortId } from '../../../domain/labels.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import type { Action, Card, Node } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';
import { type ProcessCardData, processCard } from '../../process/cards/process.ts';
import { type MyOverviewData, overviewBody, type Waiting } from './overview.ts';

/** What the argument of a family's `show` is called. */
const SHOWN = { vote: 'vote', input: 'round', task: 'task' } as const satisfies Record<Waiting['family'], string>;

/** Buttons below the things of one kind; whoever has more finds them by their ids. */
const OPENED = 8;

export interface HomeSection {
  readonly mine: MyOverviewData;
  readonly openRounds: MyOverviewData['rounds'];
  readonly whole: ProcessCardData | null;
  readonly process: Pick<Process, 'id' | 'name' | 'zone' | 'locale'>;
  /** Its buttons say for which process they are: the person takes or took part in another one too. */
  readonly named: boolean;
}

export function homeCard(say: Phrases, name: string, sections: readonly HomeSection[]): Card {
  const title = name === '' ? say.say('help.title') : say.say('me.title', { name });
  if (sections.length === 0) return card(title, [paragraph(say.line('me.homeEmpty'))]);
  const several = sections.length > 1;
  return card(
    title,
    sections.flatMap((section, index) => [
      ...(index > 0 ? [{ n: 'divider' } as const] : []),
      ...(several ? [heading(section.process.name)] : []),
      ...bodyOf(say, section),
    ]),
  );
}

/** The answer to somebody of several processes: all of theirs, and for which one commands in the direct chat are. */
export function myProcessesCard(
  say: Phrases,
  name: string,
  sections: readonly HomeSection[],
  chosen: Pick<Process, 'name'> | null,
): Card {
  const mine = homeCard(
    say,
    name,
    sections.map((section) => ({ ...section, whole: null })),
  );
  return { ...mine, body: [...mine.body, { n: 'divider' }, ...chosenProcess(say, chosen)] };
}

function bodyOf(say: Phrases, section: HomeSection): readonly Node[] {
  const body = sectionBody({ ...say, zone: section.process.zone }, section);
  return section.named ? withinProcess(say, { body }, section.process).body : ofProcess({ body }, section.process).body;
}

function sectionBody(say: Phrases, { mine, openRounds, whole }: HomeSection): readonly Node[] {
  const answered = openRounds.filter((round) => !mine.rounds.some((waiting) => waiting.id === round.id));
  const process = whole ? processCard(say, whole) : null;
  return [
    ...overviewBody(say, mine, (waiting) => [actions(...openers(say, waiting))]),
    ...(answered.length === 0 ? [] : [heading(say.say('me.openRounds')), rounds(say, answered, mine.today)]),
    ...(process ? [{ n: 'divider' } as const, heading(process.title), ...process.body] : []),
  ];
}

/** One button each, as ids are nothing to be pressed. */
function openers(say: Phrases, { family, ids }: Waiting): readonly Action[] {
  return ids.slice(0, OPENED).map((id) => ({
    id: `${family}.show.${id}`,
    label: say.say('me.open', { id }),
    command: typed(say.locale, family, 'show', id),
    press: pressOf(family, 'show', { [SHOWN[family]]: id }),
    style: 'plain',
    emoji: '🔎',
  }));
}

function rounds(say: Phrases, open: HomeSection['openRounds'], today: LocalDate): Node {
  return list(
    open.map((round) =>
      say.line('me.line', {
        id: text(shortId('round', round.number), 'bold'),
        words: round.question,
        due: deadlineLine(say, round.deadline, today),
      }),
    ),
  );
}
