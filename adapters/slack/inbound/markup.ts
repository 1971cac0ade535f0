/** Reads Slack's way of writing messages: entities in angle brackets, three escaped characters, everything else literal. */

/** https://docs.slack.dev/messaging/formatting-message-text#advanced */
export type Part =
  | { readonly p: 'text'; readonly text: string }
  | { readonly p: 'user'; readonly id: string; readonly label: string | null }
  | { readonly p: 'group'; readonly label: string };

const ENTITY = /<([@#!][^<>\s|]+|[a-z][a-z0-9+.-]*:[^<>|]+)(?:\|([^<>]*))?>/gi;

export function partsOf(raw: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of raw.matchAll(ENTITY)) {
    parts.push({ p: 'text', text: unescapeText(raw.slice(end, match.index)) });
    parts.push(entityOf(match[1] ?? '', match[2] === undefined ? null : unescapeText(match[2])));
    end = match.index + match[0].length;
  }
  parts.push({ p: 'text', text: unescapeText(raw.slice(end)) });
  return parts.filter((part) => part.p !== 'text' || part.text !== '');
}

function entityOf(target: string, label: string | null): Part {
  const id = target.slice(1);
  if (target.startsWith('@')) return { p: 'user', id, label: label || null };
  if (target.startsWith('#')) return { p: 'text', text: `#${label || id}` };
  if (target.startsWith('!subteam')) return { p: 'group', label: label ?? id };
  if (target.startsWith('!date')) return { p: 'text', text: label ?? '' };
  if (target.startsWith('!')) return { p: 'text', text: `@${id}` };
  return { p: 'text', text: linkText(unescapeText(target), label) };
}

/** What Slack made a link out of by itself is given back as it was typed. */
function linkText(url: string, label: string | null): string {
  if (label === null || label === '') return url.replace(/^mailto:/, '');
  const typed = url.replace(/^(https?:\/\/|mailto:|tel:)/i, '');
  return typed === label || url === label || typed === `${label}/` ? label : `${label} (${url})`;
}

export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
