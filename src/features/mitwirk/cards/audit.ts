/** Whether the log of the process is unbroken. */

import { card, paragraph, text } from '../../../cards/build.ts';
import type { ChainVerdict } from '../../../domain/audit/auditChain.ts';
import type { Card } from '../../../message/model.ts';
import type { Phrases } from '../../../text/phrases.ts';

export function auditCard(say: Phrases, check: ChainVerdict, count: number): Card {
  if (!check.ok) return card('', [paragraph(say.line('audit.broken', { sequence: check.sequence }), 'warning')]);
  return card('', [paragraph(say.line('audit.sound', { count, head: text(check.head, 'code') }))]);
}
