/** The page itself, with its fixed texts in one language. */
import { cookieOf } from './cookies.ts';
import { textsOf } from './texts.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `{{key}}` in the file stands for the text `page.<key>`. */
export function pageHtml(file: string, locale: string): string {
  const { locale: tag, texts } = textsOf(locale);
  const inLanguage = file.replace('<html lang="de">', `<html lang="${tag}">`);
  return inLanguage.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`The catalogue has no text page.${key}`);
    return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
  });
}

/** The language chosen on the page, as its cookie says. */
export function chosenLocale(cookies: string | undefined): string | null {
  return cookieOf(cookies, 'language') ?? null;
}
