/** Whether the log of the process is unbroken. */
import type { ChainVerdict } from '../../domain/auditChain.ts';
import type { Phrases } from '../../text/phrases.ts';
import { card, paragraph, text } from '../build.ts';
import type { Card } from '../model.ts';

export function auditCard(say: Phrases, check: ChainVerdict, count: number): Card {
  if (!check.ok) return card('', [paragraph(say.line('audit.broken', { sequence: check.sequence }), 'warning')]);
  return card('', [paragraph(say.line('audit.sound', { count, head: text(check.head, 'code') }))]);
}
