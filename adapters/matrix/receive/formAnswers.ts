/** What people type in a form conversation, as the values of its fields. */
import type { CommandInfo, FormField } from '../../../src/ports/bot.ts';
import { LANGUAGES } from '../../../src/text/catalogue.ts';
import { fold, isSaid } from '../../../src/text/words.ts';

export function isWord(code: string, typed: string): boolean {
  return isSaid(code, fold(typed.trim()));
}

/** The command that is called `aufgabe neu` or `task add`, whichever language the person speaks. */
export function formNamed(name: string, commands: (locale: string) => readonly CommandInfo[]): CommandInfo | null {
  const wanted = fold(name.trim().replace(/^[!/]/, ''));
  const all = LANGUAGES.flatMap(({ tag }) => commands(tag));
  return all.find(({ words }) => fold(words.slice(1)) === wanted) ?? null;
}

/** The value; empty where a field that may be left out is. Null: it has to be asked for again. */
export function fieldValue(field: FormField, typed: string): string | null {
  const text = typed.trim();
  if (text === '-' || text === '–' || isWord('form.skip', text)) return field.required ? null : '';
  if (field.kind === 'switch') return isWord('form.yes', text) ? 'true' : '';
  if (field.kind !== 'choice') return text === '' && field.required ? null : text;
  const chosen = field.choices.find(({ label, value }) => fold(label) === fold(text) || isWord(value, text));
  return chosen?.value ?? null;
}
