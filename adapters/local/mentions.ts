/** Whole addresses in what was typed: `@ule:local` means that person of the local chat, wherever they take part. */
import type { InboundContent, Mention } from '../../src/ports/inbound.ts';
import type { LocalPerson } from '../../src/ports/timeline.ts';
import { LOCAL } from './chat.ts';

const WHOLE = new RegExp(`(?<![\\p{L}\\p{N}@])@([\\p{L}\\p{N}][\\p{L}\\p{N}._-]*:${LOCAL})(?![\\p{L}\\p{N}])`, 'giu');

export function mentionsIn(what: InboundContent, people: readonly LocalPerson[]): readonly Mention[] {
  const texts = textsOf(what);
  const words = new Set(texts.flatMap((text) => [...text.matchAll(WHOLE)].map(([, word = '']) => word)));
  return [...words].flatMap((word) => {
    const id = word.slice(0, word.lastIndexOf(':')).toLowerCase();
    const person = people.find((known) => known.id.toLowerCase() === id);
    return person ? [{ word, externalId: person.id, origin: LOCAL, handle: person.id, name: person.name }] : [];
  });
}

/** Buttons name nobody. */
function textsOf(what: InboundContent): readonly string[] {
  switch (what.kind) {
    case 'command':
      return [what.text];
    case 'form':
      return Object.values(what.values);
    case 'press':
      return [];
    default:
      return what satisfies never;
  }
}
