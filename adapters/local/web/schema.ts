/** What the page may send. */
import { z } from 'zod';
import type { ProcessId } from '../../../src/domain/ids.ts';
import { isLocalDate, isLocalTime } from '../../../src/domain/time/calendar.ts';
import { PageError } from './pageError.ts';

/** The store takes no zero byte. */
const Name = z
  .string()
  .max(200)
  .regex(/^[^\0]+$/);

/** The largest whole number of the store. */
const LARGEST = 2 ** 31 - 1;

/** Made by the page for each thing somebody does: however often it arrives, it has one effect. */
const Key = z.string().regex(/^[\w-]{16,64}$/);

const Typed = z.string().min(1).max(20_000);

const Speaker = { person: Name, room: Name };

export const Look = z.object({ person: Name.optional(), locale: z.string().max(20).optional() });
export const Follow = z.object({ person: Name, after: z.string().max(40).default('') });
export const History = z.object({ person: Name, room: Name, before: z.coerce.number().int().min(1).max(LARGEST) });

export const Whereabouts = z.object(Speaker);

export const Say = z.strictObject({ ...Speaker, key: Key, text: Typed });
const Carried = z.union([
  z.strictObject({
    code: Name,
    args: z.record(Name, Name),
    process: z.custom<ProcessId>((id) => Number.isInteger(id)).nullable(),
  }),
  // On cards that an earlier version wrote.
  Typed,
]);
export const Press = z.strictObject({ ...Speaker, key: Key, message: z.string().regex(/^\d{1,9}$/), carried: Carried });
export const Submit = z.strictObject({
  ...Speaker,
  key: Key,
  command: Name,
  values: z.record(z.string().max(80), z.string().max(20_000)),
});

/** `2027-01-18T08:00`, in the page's zone. */
const Moment = z.string().refine((text) => {
  const [day = '', time = ''] = text.split('T');
  return isLocalDate(day) && isLocalTime(time);
});

/** To a moment, by minutes, or to the next thing that is due. */
export const MoveClock = z.union([
  z.strictObject({ person: Name, to: Moment }),
  z.strictObject({ person: Name, minutes: z.number().int().min(1) }),
  z.strictObject({ person: Name, next: z.literal(true) }),
]);
export type MoveClock = z.infer<typeof MoveClock>;

export const NewPlace = z.strictObject({ name: z.string().trim().min(1).max(60) });
export const Nothing = z.strictObject({});

/** @throws PageError `invalid` */
export function read<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given);
  if (!result.success) throw new PageError(400, 'invalid');
  return result.data;
}
