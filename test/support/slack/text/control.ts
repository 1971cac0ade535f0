/** Slack's control sequences: what `<…>` in mrkdwn and in a message's own text means, told apart as Slack does. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'user' | 'channel' | 'usergroup'; readonly id: string; readonly label: string | null }
  | { readonly kind: 'broadcast'; readonly range: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'date'; readonly timestamp: number; readonly fallback: string };

export interface Grammar {
  /** Bare addresses become links: in mrkdwn that is not `verbatim`, and in a message's text. */
  readonly autolink: boolean;
  /** `link_names` or `parse: full`: bare `@name` and `#channel` are live too. */
  readonly names: boolean;
}

const SEQUENCE = /<([^<>\n]+)>/g;
const ADDRESS = /https?:\/\/[^\s<>|]+/g;
const NAME = /(?<![\w.@])@([\p{L}\d._-]+)/gu;
const BROADCASTS = new Set(['channel', 'here', 'everyone']);

export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Reads escaped text. Entities are undone after the sequences are found, so `&lt;!channel&gt;` stays text. */
export function pieces(source: string, grammar: Grammar): Piece[] {
  const read: Piece[] = [];
  let from = 0;
  for (const match of source.matchAll(SEQUENCE)) {
    const piece = sequence(match[1] ?? '');
    if (!piece) continue;
    read.push(...plain(source.slice(from, match.index), grammar), piece);
    from = match.index + match[0].length;
  }
  return [...read, ...plain(source.slice(from), grammar)];
}

function sequence(inside: string): Piece | null {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : unescaped(inside.slice(bar + 1));
  const named = /^(?:@(?<user>[UW][A-Z0-9]+)|#(?<channel>[CGD][A-Z0-9]+)|!subteam\^(?<usergroup>S[A-Z0-9]+))$/.exec(
    target,
  );
  for (const kind of ['user', 'channel', 'usergroup'] as const) {
    const id = named?.groups?.[kind];
    if (id) return { kind, id, label };
  }
  if (target.startsWith('!') && BROADCASTS.has(target.slice(1))) return { kind: 'broadcast', range: target.slice(1) };
  const date = /^!date\^(\d+)\^/.exec(target);
  if (date) return { kind: 'date', timestamp: Number(date[1]), fallback: label ?? '' };
  if (/^(https?:\/\/|mailto:|tel:|ftp:)/.test(target)) return { kind: 'link', url: target, label: label ?? target };
  return target.startsWith('!') && label !== null ? { kind: 'text', text: label } : null;
}

function plain(source: string, grammar: Grammar): Piece[] {
  if (source === '') return [];
  const read: Piece[] = [];
  let from = 0;
  for (const match of grammar.autolink ? source.matchAll(ADDRESS) : []) {
    read.push(...names(source.slice(from, match.index), grammar));
    read.push({ kind: 'link', url: unescaped(match[0]), label: unescaped(match[0]) });
    from = match.index + match[0].length;
  }
  return [...read, ...names(source.slice(from), grammar)];
}

/** A named user has no id here: `label` is the name that was typed. */
function names(source: string, grammar: Grammar): Piece[] {
  if (source === '') return [];
  const read: Piece[] = [];
  let from = 0;
  for (const match of grammar.names ? source.matchAll(NAME) : []) {
    const name = match[1] ?? '';
    if (match.index > from) read.push({ kind: 'text', text: unescaped(source.slice(from, match.index)) });
    read.push(BROADCASTS.has(name) ? { kind: 'broadcast', range: name } : { kind: 'user', id: '', label: name });
    from = match.index + match[0].length;
  }
  if (from < source.length) read.push({ kind: 'text', text: unescaped(source.slice(from)) });
  return read;
}
