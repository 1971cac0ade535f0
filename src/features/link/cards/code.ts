/** Shows the code that links a second account, and says what it gives away. */

import { card, paragraph } from '../../../cards/build.ts';
import type { Card } from '../../../message/model.ts';
import { type Phrases, text } from '../../../text/phrases.ts';
import { typed } from '../../../text/words.ts';

export function linkCodeCard(say: Phrases, code: string): Card {
  const command = text(typed(say.locale, 'me', 'link', code), 'code');
  return card(say.say('link.code.title'), [
    paragraph(say.line('link.code.warning'), 'warning'),
    paragraph(say.line('link.code.next', { command })),
    paragraph(say.line('link.code.rules'), 'muted'),
  ]);
}
