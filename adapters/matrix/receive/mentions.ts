/** People mentioned in a message: by pill, by id, or by a name that only one person in the room has. */
import type { Mention } from '../../../src/ports/inbound.ts';
import { cleanName, localpartOf } from '../rooms/names.ts';
import { present, type RoomState } from '../rooms/state.ts';
import type { MessageContent } from '../schema.ts';

export interface Read {
  /** With `@word` in the place of each mention. */
  readonly text: string;
  readonly mentions: readonly Mention[];
}

interface Pill {
  readonly userId: string;
  readonly label: string;
}

/** What the application can read after `@`. */
const WORD = /^[\p{L}\p{N}](?:[\p{L}\p{N}._:-]*[\p{L}\p{N}])?$/u;
const TYPED = /(?<![\p{L}\p{N}@])@([^\s@,;!?()<>]+)/gu;

/** `name` tells what somebody is called; `text` is what the person wrote themselves. */
export function readMentions(
  text: string,
  content: MessageContent,
  {
    state,
    botId,
    name,
  }: { readonly state: RoomState; readonly botId: string; readonly name: (userId: string) => string },
): Read {
  const mentions = new Map<string, Mention>();

  function wordOf(userId: string): string {
    const known = mentions.get(userId);
    if (known) return known.word;
    const word = freeWord(userId, [...mentions.values()]);
    mentions.set(userId, { word, externalId: userId, handle: localpartOf(userId), name: name(userId) });
    return word;
  }

  let read = text;
  let from = 0;
  for (const { userId, label } of pillsIn(content)) {
    if (userId === botId) continue;
    const written = [`@${label}`, label].find((way) => label !== '' && read.indexOf(way, from) !== -1);
    if (written === undefined) continue;
    const at = read.indexOf(written, from);
    const word = `@${wordOf(userId)}`;
    read = read.slice(0, at) + word + read.slice(at + written.length);
    from = at + word.length;
  }
  read = read.replaceAll(TYPED, (typed, written: string) => {
    const [, word = '', rest = ''] = /^(.*?)([.:]*)$/s.exec(written) ?? [];
    if ([...mentions.values()].some((mention) => mention.word === word)) return typed;
    const userId = personCalled(word, state, botId);
    return userId === null ? typed : `@${wordOf(userId)}${rest}`;
  });
  return { text: read, mentions: [...mentions.values()] };
}

/** The localpart, the whole id where two have the same, or a made-up word where an id holds unusual characters. */
function freeWord(userId: string, taken: readonly Mention[]): string {
  const free = [localpartOf(userId), userId.slice(1)].find(
    (word) => WORD.test(word) && !taken.some((mention) => mention.word.toLowerCase() === word.toLowerCase()),
  );
  return free ?? `person-${taken.length + 1}`;
}

/** The one person in the room with this id, name before the colon, or display name. */
function personCalled(word: string, state: RoomState, botId: string): string | null {
  const people = present(state).filter((userId) => userId !== botId);
  if (people.includes(`@${word}`)) return `@${word}`;
  const wanted = word.toLowerCase();
  const called = people.filter(
    (userId) =>
      localpartOf(userId).toLowerCase() === wanted ||
      cleanName(state.members.get(userId)?.name ?? null, userId).toLowerCase() === wanted,
  );
  const [only] = called;
  return only !== undefined && called.length === 1 ? only : null;
}

/** Links to people: https://spec.matrix.org/v1.16/client-server-api/#user-and-room-mentions; what older clients quote is not the person's own. */
function pillsIn({ formatted_body: html = '' }: MessageContent): readonly Pill[] {
  return [
    ...html
      .replace(/<mx-reply>.*<\/mx-reply>/is, '')
      .matchAll(/<a\b[^>]*\bhref=["']?https:\/\/matrix\.to\/#\/(?<id>(?:@|%40)[^"'?\s>]+)[^>]*>(?<label>.*?)<\/a>/gis),
  ].flatMap(({ groups = {} }) => {
    const userId = decoded(groups.id ?? '');
    return userId === null ? [] : [{ userId, label: plain(groups.label ?? '').replace(/^@/, '') }];
  });
}

function decoded(id: string): string | null {
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
