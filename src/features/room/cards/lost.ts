/** What lead and coordination are told when the bot was shut out of a room, and when it is back. */

import { card, paragraph, sentence } from '../../../cards/build.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

export function roomLostCard(say: Phrases, name: string): Card {
  return card('', [paragraph(say.line('room.lost', { name })), paragraph(say.line('room.lostNext'), 'muted')], 'ping');
}

export function roomFoundCard(say: Phrases, name: string): Card {
  return sentence(say.line('room.found', { name }), 'quiet');
}
