/** The texts of the page in the language of the document, which the server has chosen by this cookie. */
import { get } from './api.js';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

let texts = {};

/** @type {readonly { tag: string, name: string }[]} */
export let languages = [];

export async function loadTexts() {
  ({ texts, languages } = await get('/api/texts', { locale: locale() }));
}

/** Remembered on this machine. */
export function chooseLanguage(tag) {
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it before the page exists
  document.cookie = `language=${tag}; max-age=${YEAR_SECONDS}; path=/; samesite=strict`;
  location.reload();
}

export function locale() {
  return document.documentElement.lang;
}

/** @param {string} key @param {Record<string, string | number>} [values] */
export function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
