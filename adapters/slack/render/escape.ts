/** Top-level text of a message is read as markup: three characters have an escape, and bare addresses become links unless something stands inside them. */

/** Invisible, and no part of an address. */
const JOINER = '\u2060';

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replaceAll('://', `:${JOINER}//`);
}
