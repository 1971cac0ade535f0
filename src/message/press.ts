/** What pressing a button does, in no language's words, and how a platform carries it until it is pressed. */
import type { ProcessId } from '../domain/ids.ts';

export interface Press {
  /** The command, such as `vote.yes`. */
  readonly code: string;
  /** Its arguments by name, as the fields of a form give them. */
  readonly args: Readonly<Record<string, string>>;
  /** The process that the card is about; null on a card about none. */
  readonly process: ProcessId | null;
}

/** What a button carries. Cards of versions before there were codes carry words instead, as they would be typed. */
export type Carried = Press | string;

type Pressed =
  | ({ readonly kind: 'press' } & Press)
  | { readonly kind: 'command'; readonly text: string; readonly pressed: true };

/** What the button of a card carries, also of one that an earlier version wrote down: it has only its command. */
export function carriedBy({ press, command }: { readonly press?: Press; readonly command: string }): Carried {
  return press ?? command;
}

/** What the application is told when it is pressed. */
export function contentOf(carried: Carried): Pressed {
  if (typeof carried === 'string') return { kind: 'command', text: carried, pressed: true };
  const { code, args, process } = carried;
  return { kind: 'press', code, args, process };
}

/** One string to be handed back unread; buttons that do the same have the same. */
export function carriedText(carried: Carried): string {
  if (typeof carried === 'string') return carried;
  const { code, args, process } = carried;
  const sorted = Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ code, args: Object.fromEntries(sorted), process });
}

/** What {@link carriedText} made a string of. Null for what no version has made. */
export function carriedIn(text: string): Carried | null {
  // No command begins with a brace, and every press does.
  if (!text.startsWith('{')) return text === '' ? null : text;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  return isPress(read) ? { code: read.code, args: read.args, process: read.process } : null;
}

function isPress(read: unknown): read is Press {
  if (typeof read !== 'object' || read === null) return false;
  const { code, args, process }: { code?: unknown; args?: unknown; process?: unknown } = read;
  if (typeof code !== 'string' || typeof args !== 'object' || args === null) return false;
  return (process === null || typeof process === 'number') && Object.values(args).every((v) => typeof v === 'string');
}
