/** A message as it stands on a platform. */
import type { Card } from '../../src/message/model.ts';
import { chartsOf, chartText, plainLines } from '../../src/message/plain.ts';

export interface Shown {
  /** What readers see. */
  readonly text: string;
  /** The same for notifications and screen readers. */
  readonly spoken: string;
  /** Addresses and ids behind what can be clicked in it: links, mentions. */
  readonly live: readonly string[];
  /** Whose attention it has called for, in all its versions. */
  readonly notifies: readonly string[];
  /** Its pictures, in the words that describe them. */
  readonly pictures: readonly string[];
}

/** On a platform that shows the tree as it is. */
export function shownCard(card: Card): Shown {
  const text = plainLines(card).join('\n');
  const texts = card.body.flatMap((node) => ('text' in node && typeof node.text !== 'string' ? node.text : []));
  const live = texts.flatMap((leaf) => (leaf.t === 'link' ? [leaf.url] : []));
  return { text, spoken: text, live, notifies: [], pictures: chartsOf(card).map(chartText) };
}
