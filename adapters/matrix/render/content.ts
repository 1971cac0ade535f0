/** Message contents: plain text and HTML side by side, and who is to be notified. */

import type { Card } from '../../../src/message/model.ts';
import { plainLines } from '../../../src/message/plain.ts';
import { MAX_MESSAGE_BYTES } from '../limits.ts';
import type { Content } from '../schema.ts';
import { asTypedHere, type FamilyNames } from './commands.ts';
import { htmlOf, type People } from './html.ts';
import { split } from './split.ts';

export interface Rendering {
  readonly people: People;
  readonly families: FamilyNames;
  /** Whom a card that must reach people notifies. */
  readonly notify: readonly string[];
}

/** The contents of one message after the other; most cards are one. */
export function contentsOf(card: Card, rendering: Rendering): readonly [Content, ...Content[]] {
  const [first, ...more] = split(asTypedHere(card, rendering.families), rendering.people, MAX_MESSAGE_BYTES);
  const ping = card.attention === 'ping';
  const content = (part: Card, notify: readonly string[]) => ({
    // A notice is silent whatever it mentions: https://spec.matrix.org/v1.16/client-server-api/#default-override-rules
    msgtype: ping ? 'm.text' : 'm.notice',
    body: plainLines(part).join('\n'),
    format: 'org.matrix.custom.html',
    formatted_body: htmlOf(part, rendering.people),
    // Always there: without it, older push rules search the text for names and for @room.
    'm.mentions': notify.length === 0 ? {} : { user_ids: [...notify] },
  });
  return [content(first, ping ? rendering.notify : []), ...more.map((part) => content(part, []))];
}

/** An edit: always of the original event. Nobody is notified again. */
export function editOf(eventId: string, content: Content): Content {
  return {
    ...content,
    body: `* ${content.body}`,
    formatted_body: `* ${content.formatted_body}`,
    'm.mentions': {},
    'm.new_content': content,
    'm.relates_to': { rel_type: 'm.replace', event_id: eventId },
  };
}
