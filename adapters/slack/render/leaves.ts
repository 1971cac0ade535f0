/** Typed leaves of a card as leaves of rich text: user text gets no grammar on the way. */
import type { types } from '@slack/bolt';
import type { PersonId } from '../../../src/domain/ids.ts';
import type { DateLeaf, Inline, Text } from '../../../src/message/model.ts';
import { dateWithZone } from '../../../src/message/plain.ts';

export type Leaf = types.RichTextElement;

/** Slack's ids of people who are to be mentioned; the others are shown by name. */
export type Mentions = ReadonlyMap<PersonId, string>;

export const NOBODY: Mentions = new Map();

export function leavesOf(line: Text, mentions: Mentions): Leaf[] {
  return line.filter((leaf) => !isEmpty(leaf)).map((leaf) => leafOf(leaf, mentions));
}

export function words(text: string, style?: { bold?: true; italic?: true; code?: true }): Leaf {
  return style ? { type: 'text', text, style } : { type: 'text', text };
}

/** Slack refuses an empty text leaf. */
function isEmpty(leaf: Inline): boolean {
  return leaf.t === 'text' && leaf.text === '';
}

function leafOf(leaf: Inline, mentions: Mentions): Leaf {
  switch (leaf.t) {
    case 'text':
      return words(leaf.text, leaf.style && { [leaf.style]: true });
    case 'link':
      return { type: 'link', url: leaf.url, text: leaf.text };
    case 'person': {
      const id = mentions.get(leaf.id);
      return id === undefined ? words(leaf.name || '–', { bold: true }) : { type: 'user', user_id: id };
    }
    case 'date':
      return dateOf(leaf);
    default:
      return leaf satisfies never;
  }
}

/** In each reader's language, and a time on their own clock: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const FORMATS = { day: '{date_long}', dayTime: '{date_long}, {time}' } as const;

function dateOf(leaf: DateLeaf): Leaf {
  const timestamp = Math.floor(new Date(leaf.at).getTime() / 1000);
  return { type: 'date', timestamp, format: FORMATS[leaf.show], fallback: dateWithZone(leaf) };
}
