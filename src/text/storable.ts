/** What people typed, without the characters that no store keeps and no screen shows. */

/** Everything below the space except tab and line break, and the second block of control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

/**
 * PostgreSQL refuses the character zero and halves of a character; the other control characters could steer the terminal of
 * whoever reads a transcript. All else stays as typed; line breaks become `\n`.
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll(CONTROL, '');
}
