/** The named prepared statements of the one engine: what one session has prepared, every other may use. */
import { parseComplete, textAt, type WireMessage } from './wire.ts';

/** A request as it goes to the engine, and what is answered in the engine's place before its own answer. */
export interface Shortened {
  readonly request: readonly WireMessage[];
  readonly answered: Buffer | null;
}

export class Prepared {
  readonly #known = new Map<string, Buffer>();

  /** Leaves out the preparation of a statement that is there already, which the engine would refuse. */
  shorten(request: readonly WireMessage[]): Shortened {
    const [first, ...rest] = request;
    const known = first && this.#known.get(nameIn(first) ?? '');
    return known?.equals(first?.bytes ?? Buffer.alloc(0))
      ? { request: rest, answered: parseComplete }
      : { request, answered: null };
  }

  /** To be called once the engine has said that it prepared what stands first in the request. */
  keep([first]: readonly WireMessage[]): void {
    const name = first && nameIn(first);
    if (name) this.#known.set(name, Buffer.from(first.bytes));
  }
}

/** The name of the statement that a message prepares; empty for one that lasts for this request only. */
function nameIn({ type, bytes }: WireMessage): string | null {
  return type === 'P' ? textAt(bytes, 5) : null;
}
