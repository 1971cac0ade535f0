/** What the compiler knows of the messages: their keys, and what each is filled in with. */
import type { Failure } from '../domain/failure.ts';
import type { Inline, Text } from '../message/model.ts';
import type { Messages } from './messages.generated.ts';

export type MessageKey = keyof Messages;

/** Messages that nothing is filled in. */
export type PlainKey = { [Key in MessageKey]: keyof Messages[Key] extends never ? Key : never }[MessageKey];

/** Values of a plain string: `text` is filled in literally, `number` counts, `choice` picks a case. */
interface Values {
  readonly text: string | number;
  readonly number: number;
  readonly choice: string | number | boolean;
}

/** Values of a line, in which leaves keep their type. */
interface LeafValues extends Omit<Values, 'text'> {
  readonly text: string | number | Inline | Text;
}

/** For several keys at once: the arguments of all of them. */
type Names<Key extends MessageKey> = Key extends MessageKey ? keyof Messages[Key] : never;
type KindOf<Key extends MessageKey, Name> = Key extends MessageKey
  ? Name extends keyof Messages[Key]
    ? Messages[Key][Name]
    : never
  : never;
type Filled<Key extends MessageKey, By extends Values | LeafValues> = {
  readonly [Name in Names<Key>]: KindOf<Key, Name> extends keyof By ? By[KindOf<Key, Name>] : never;
};

type Rest<Params> = keyof Params extends never ? [params?: Readonly<Record<string, never>>] : [params: Params];

/** What follows the key: nothing where nothing is filled in. */
export type MessageParams<Key extends MessageKey> = Rest<Filled<Key, Values>>;
export type LineParams<Key extends MessageKey> = Rest<Filled<Key, LeafValues>>;

/** A message with what it is filled in with, to be said later, in whichever language. */
export interface Said {
  readonly key: MessageKey;
  readonly params: Readonly<Record<string, string | number | boolean>>;
}

/** Checks key and arguments where the message is chosen. */
export function message<Key extends MessageKey>(key: Key, ...[params = {}]: MessageParams<Key>): Said {
  return { key, params };
}

/** Why something was refused, as a message: its code and parameters were checked where it was refused. */
export function refusalMessage({ code, params = {} }: Pick<Failure, 'code' | 'params'>): Said {
  return { key: `failure.${code}`, params };
}
