/** What an examination found, and what is to be done about it. */

export interface Finding {
  /** `nothing`: what was to be examined is not there yet. `unknown`: it cannot be examined. */
  readonly state: 'fine' | 'note' | 'nothing' | 'unknown' | 'problem';
  /** One sentence. */
  readonly what: string;
  /** What to do; null: nothing. */
  readonly todo: string | null;
}

export function fine(what: string): Finding {
  return { state: 'fine', what, todo: null };
}

export function note(what: string, todo: string | null = null): Finding {
  return { state: 'note', what, todo };
}

export function nothing(what: string, todo: string): Finding {
  return { state: 'nothing', what, todo };
}

export function unknown(what: string, todo: string): Finding {
  return { state: 'unknown', what, todo };
}

export function problem(what: string, todo: string): Finding {
  return { state: 'problem', what, todo };
}
