/** Cuts a date phrase into words the lexicon can be asked about, so that spacing, case and typography do not matter. */

export function splitWords(phrase: string): string[] {
  const text = phrase
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/(\d{4}-\d{2}-\d{2})t(?=\d)/g, '$1 ')
    .replace(/[,;!?]/g, ' ')
    .replace(/(?<=\d\.?)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' ')
    .replace(/(?<=\p{L})-(?=[\p{L}\d])|(?<=\d)-(?=\p{L})/gu, ' ');
  return text.split(/\s+/u).filter((word) => word !== '');
}
