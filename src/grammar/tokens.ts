/** Splits what was typed into words, keeping where each stood. */
import { fold } from '../text/words.ts';

export interface Token {
  /** The word without its quotes. */
  readonly word: string;
  readonly folded: string;
  /** Span in the text, quotes included, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** The name after `@`; null when the word is no mention. */
  readonly mention: string | null;
}

/** Opening quotes and what closes them. German closing quotes look like English opening ones, hence the lists. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '„': '“”"',
  '“': '”“"',
  '”': '”"',
  '»': '«',
  '«': '»',
};

/** Also what takes no room on the screen and comes along when text is copied. */
const SPACE = /[\s\u200b\u200e\u200f\u2060]/;

/** Unclosed quotes are taken literally: people type inch marks and forget ends. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (SPACE.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = quotedAt(text, at) ?? wordAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function quotedAt(text: string, start: number): Token | null {
  const closing = CLOSING[text.charAt(start)];
  if (!closing) return null;
  for (let end = start + 1; end < text.length; end += 1) {
    if (!closing.includes(text.charAt(end))) continue;
    const word = text.slice(start + 1, end).trim();
    return { word, folded: fold(word), start, end: end + 1, quoted: true, mention: null };
  }
  return null;
}

function wordAt(text: string, start: number): Token {
  let end = start;
  while (end < text.length && !SPACE.test(text.charAt(end))) end += 1;
  const word = text.slice(start, end);
  return { word, folded: fold(word), start, end, quoted: false, mention: mentionIn(word) };
}

/** What chats use to call everybody at once. It names no person, so it stays text. */
const EVERYBODY = ['room', 'channel', 'here', 'everyone'];

/** What a sentence puts behind an id: «A-3, bitte!» */
export function withoutPunctuation(word: string): string {
  return word.replace(/[.,;:!?]+$/, '');
}

/** The name in `@name`, with the punctuation of the sentence around it left off. */
function mentionIn(word: string): string | null {
  const match = /^\(?@([\p{L}\p{N}](?:[\p{L}\p{N}._:-]*[\p{L}\p{N}])?)[.,;:!?)]*$/u.exec(word);
  const name = match?.[1];
  return name === undefined || EVERYBODY.includes(name.toLowerCase()) ? null : name;
}
