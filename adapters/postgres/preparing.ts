/** Lets the database keep the statements it has seen: parsing and planning a small one takes longer than running it. */
import { hash } from 'node:crypto';
import type { Form } from './asking.ts';

/** A statement with more parameters is made of many rows: it has another text each time and would be kept in vain. */
const MOST_PARAMETERS = 40;

/** Names the statement, unless it is not worth keeping. */
export const preparing: Form = (text, values) => {
  const kept = values.length > 0 && values.length <= MOST_PARAMETERS;
  return kept ? { name: nameOf(text), text, values } : { text, values };
};

const names = new Map<string, string>();

/** The same words have the same name on every connection. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = hash('md5', text);
  names.set(text, name);
  return name;
}
