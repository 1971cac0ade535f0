/** Makes the configuration fit to be printed. */
import { type Key, keys } from './keys.ts';
import type { Config } from './schema.ts';

/** Stands where a secret was. */
export const hidden = '[hidden]';

/**
 * Only an address of exactly this form is shown in part. A password that was not escaped (`/`, `#`, `@` or `?` in it)
 * breaks the form, and then nothing is shown.
 */
const address = /^([a-z]+):\/\/([^@/?#]*@)?([A-Za-z0-9._-]+(?::\d+)?(?:\/[A-Za-z0-9_-]*)?)(\?[^@]*)?$/;

function redactAddress(value: string): string {
  const parts = address.exec(value);
  if (parts === null) return hidden;
  const [, scheme, user, place, query] = parts;
  return `${scheme}://${user ? `${hidden}@` : ''}${place}${query ? `?${hidden}` : ''}`;
}

function redactAt(tree: Record<string, unknown>, path: readonly string[], secret: Key['secret']): void {
  const [name = '', ...rest] = path;
  const value = tree[name];
  if (rest.length > 0) redactAt(value as Record<string, unknown>, rest, secret);
  else if (value !== undefined) tree[name] = secret === 'address' ? redactAddress(String(value)) : hidden;
}

/** A copy without secrets: credentials and parameters of addresses are replaced by {@link hidden}. */
export function redact(config: Config): Config {
  const copy = structuredClone(config);
  for (const { path, secret } of keys) if (secret) redactAt(copy, path, secret);
  return copy;
}
