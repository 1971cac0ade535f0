/** What the coordination is told when something that falls due fails again and again. */

import { card, list, paragraph } from '../../../cards/build.ts';
import type { DueKind } from '../../../domain/time/due.ts';
import type { Card } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';

/** One thing that does not happen; `id` such as B-3, null where there is none or it cannot be read. */
export interface FailingWork {
  readonly kind: DueKind;
  readonly id: string | null;
}

const SHOWN = 10;

export function dueFailingCard(say: Phrases, failing: readonly FailingWork[], reference: string): Card {
  const lines = [...new Set(failing.map((work) => line(say, work)))];
  const more = lines.length - SHOWN;
  return card(
    say.say('due.failing.title'),
    [
      list(lines.slice(0, SHOWN).map((words) => [text(words)])),
      ...(more > 0 ? [paragraph(say.line('due.failing.more', { count: more }), 'muted')] : []),
      paragraph(say.line('due.failing.next', { reference: text(reference, 'bold') })),
    ],
    'ping',
  );
}

/** A reminder is a reminder, whichever it is. */
function line(say: Phrases, { kind, id }: FailingWork): string {
  if (kind === 'digest') return say.say('due.failing.digest');
  const [subject, step] = partsOf(kind);
  return subject === 'task' || step !== 'close'
    ? say.say(`due.failing.${subject}.remind`, { id: id ?? 'none' })
    : say.say(`due.failing.${subject}.close`, { id: id ?? 'none' });
}

function partsOf<Subject extends string, Step extends string>(kind: `${Subject}.${Step}`): [Subject, Step] {
  return kind.split('.') as [Subject, Step];
}
