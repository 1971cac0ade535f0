/** The form of a shell script, one line at a time. */

export type ScriptLine =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'say'; readonly person: string; readonly room: string; readonly text: string }
  | {
      readonly kind: 'press';
      readonly person: string;
      readonly room: string;
      readonly label: string;
      /** Short id of the object whose card is meant; null: the newest card with that button. */
      readonly on: string | null;
    }
  /** `moment` is wall-clock time, `2027-01-18T08:00`; a span is in minutes. */
  | { readonly kind: 'clock'; readonly moment: string }
  | { readonly kind: 'clockBy'; readonly minutes: number }
  | { readonly kind: 'restart' };

const NAME = '[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*';
const SPEECH = new RegExp(`^(${NAME})@(${NAME})>[ \\t]?(.*)$`, 'su');
const PRESS = /^press\s+["„“]([^"“”]+)["“”](?:\s+on\s+([A-Za-z]-?\d+(?:\.\d+)?))?\s*$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const SPAN = /^\+\s*(\d{1,6})\s*(min|h|d|w)$/;

const MINUTES: Readonly<Record<string, number>> = { min: 1, h: 60, d: 1440, w: 10_080 };

/** Reads a line. Null: it is of none of the forms. */
export function readScriptLine(raw: string): ScriptLine | null {
  const line = raw.trim();
  if (line === '' || line.startsWith('#')) return { kind: 'nothing' };
  if (line === 'restart>') return { kind: 'restart' };
  if (line.startsWith('clock>')) return readClock(line.slice('clock>'.length).trim());
  const speech = SPEECH.exec(line);
  if (!speech) return null;
  const [, person = '', room = '', text = ''] = speech;
  const press = PRESS.exec(text.trim());
  if (press) return { kind: 'press', person, room, label: press[1]?.trim() ?? '', on: press[2] ?? null };
  return text.trim() === '' ? null : { kind: 'say', person, room, text };
}

function readClock(argument: string): ScriptLine | null {
  if (MOMENT.test(argument)) return { kind: 'clock', moment: argument };
  const span = SPAN.exec(argument);
  if (!span) return null;
  return { kind: 'clockBy', minutes: Number(span[1]) * (MINUTES[span[2] ?? ''] ?? 0) };
}
