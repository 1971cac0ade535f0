/** What a form remembers between opening and sending: ids only, no state. */
import { DEFAULT_LOCALE } from '../../../src/text/catalogue.ts';
import type { Place } from '../inbound/source.ts';

export interface FormMemory {
  /** The command it fills in; null: it is still to be chosen. */
  readonly command: string | null;
  readonly place: Place | null;
  readonly threadTs: string | null;
  readonly permalink: string | null;
  readonly locale: string;
}

export function toMetadata(memory: FormMemory): string {
  return JSON.stringify([memory.command, memory.place?.id ?? null, memory.threadTs, memory.permalink, memory.locale]);
}

/** Written by this app alone, as Slack hands it back unchanged; what does not read is a form of another version. */
export function fromMetadata(text: string): FormMemory {
  const [command, place, threadTs, permalink, locale] = readList(text);
  return {
    command: stringOr(command),
    place: typeof place === 'string' ? { id: place, name: null } : null,
    threadTs: stringOr(threadTs),
    permalink: stringOr(permalink),
    locale: stringOr(locale) ?? DEFAULT_LOCALE,
  };
}

function readList(text: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

function stringOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
