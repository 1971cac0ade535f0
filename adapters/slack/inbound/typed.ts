/** What somebody typed, as plain text with `@word` where Slack says who is meant. */
import type { Mention } from '../../../src/ports/inbound.ts';
import type { SlackPerson } from '../web/people.ts';
import type { Part } from './markup.ts';

export interface Typed {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** Collects people under words that can be typed after `@`, each word meaning one person. */
export function createMentions() {
  const mentions: Mention[] = [];
  return {
    mentions,
    /** The word that stands for the person from now on. */
    wordFor({ id, externalId, origin, handle, name }: SlackPerson): string {
      const known = mentions.find((mention) => mention.externalId === externalId);
      if (known) return known.word;
      const taken = mentions.some(({ word }) => word.toLowerCase() === handle.toLowerCase());
      const word = taken || !/^[\p{L}\p{N}](?:[\p{L}\p{N}._:-]*[\p{L}\p{N}])?$/u.test(handle) ? id : handle;
      mentions.push({ word, externalId, origin, handle, name });
      return word;
    },
  };
}

/** Bots are named only, as nothing can be asked of them. */
export function typedFrom(parts: readonly Part[], people: ReadonlyMap<string, SlackPerson>): Typed {
  const { mentions, wordFor } = createMentions();
  const words = parts.map((part, index) => {
    if (part.p === 'text') return part.text;
    if (part.p === 'group') return part.label;
    const person = people.get(part.id);
    const known = person && person.standing !== 'bot' ? wordFor(person) : person?.handle;
    const word = `@${known ?? part.label ?? part.id}`;
    return apart(word, parts[index - 1], parts[index + 1]);
  });
  return { text: words.join('').trim(), mentions };
}

/** A mention typed without a space before or after it is still a word of its own. */
function apart(word: string, before: Part | undefined, after: Part | undefined): string {
  const left = before?.p === 'user' || (before?.p === 'text' && /[\p{L}\p{N}]$/u.test(before.text)) ? ' ' : '';
  const right = after?.p === 'text' && /^[\p{L}\p{N}]/u.test(after.text) ? ' ' : '';
  return `${left}${word}${right}`;
}
