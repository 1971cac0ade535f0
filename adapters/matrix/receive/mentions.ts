/** People mentioned in a message: for certain by pill or whole id, and perhaps by a name that people in the room have. */
import type { Mention } from '../../../src/ports/inbound.ts';
import { cleanName, localpartOf, serverOf } from '../rooms/names.ts';
import { present, type RoomState } from '../rooms/state.ts';
import type { MessageContent } from '../schema.ts';

export interface Read {
  /** With `@word` in the place of each certain mention; a name stays as it was typed. */
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
  const certain = new Map<string, Mention>();
  const possible: Mention[] = [];

  function mentionOf(userId: string, word: string): Mention {
    return { word, externalId: userId, origin: serverOf(userId), handle: localpartOf(userId), name: name(userId) };
  }

  function wordOf(userId: string): string {
    const known = certain.get(userId);
    if (known) return known.word;
    const word = freeWord(userId, [...certain.values()]);
    certain.set(userId, mentionOf(userId, word));
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
    if ([...certain.values()].some((mention) => mention.word === word)) return typed;
    if (isWholeId(`@${word}`, state)) return `@${wordOf(`@${word}`)}${rest}`;
    for (const userId of peopleCalled(word, state, botId)) possible.push({ ...mentionOf(userId, word), typed: true });
    return typed;
  });
  return { text: read, mentions: [...certain.values(), ...possible] };
}

/** The localpart, the whole id where two have the same, or a made-up word where an id holds unusual characters. */
function freeWord(userId: string, taken: readonly Mention[]): string {
  const free = [localpartOf(userId), userId.slice(1)].find(
    (word) => WORD.test(word) && !taken.some((mention) => mention.word.toLowerCase() === word.toLowerCase()),
  );
  return free ?? `person-${taken.length + 1}`;
}

/** Of somebody in the room, or with a server whose name cannot be anything else: «@10:30» is a time. */
function isWholeId(id: string, state: RoomState): boolean {
  return state.members.has(id) || /^@[a-z0-9._=/+-]+:[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*(?::\d+)?$/i.test(id);
}

/** People in the room with this name before the colon, or this display name. */
function peopleCalled(word: string, state: RoomState, botId: string): readonly string[] {
  const wanted = word.toLowerCase();
  return present(state).filter(
    (userId) =>
      userId !== botId &&
      (localpartOf(userId).toLowerCase() === wanted ||
        cleanName(state.members.get(userId)?.name ?? null, userId).toLowerCase() === wanted),
  );
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
