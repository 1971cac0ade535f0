/** Trouble on order: slowness, errors, rate limits and broken connections, by method or by channel. */
export type Fault =
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'fail'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'rateLimit'; readonly seconds: number }
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' };

/** A method such as `chat.postMessage`, `response_url` for answers by address, a channel id, or `*` for every call. */
export type Target = string;

export type Faults = ReturnType<typeof createFaults>;

export function createFaults() {
  let planned: { readonly target: Target; readonly fault: Fault; left: number }[] = [];
  const plan = (target: Target, fault: Fault, times: number) => {
    planned.push({ target, fault, left: times });
  };
  return {
    /** Answers later by `ms`. */
    delay: (target: Target, ms: number, times = Number.POSITIVE_INFINITY) => plan(target, { kind: 'delay', ms }, times),
    /** Lets so many calls through before the troubles ordered after it. */
    letPass: (target: Target, times = 1) => plan(target, { kind: 'none' }, times),
    /** Answers `{ ok: false, error }` and does nothing. */
    fail: (target: Target, error: string, times = 1) => plan(target, { kind: 'fail', error }, times),
    /** Answers with a bare HTTP status, such as 503, and does nothing. */
    failHttp: (target: Target, status: number, times = 1) => plan(target, { kind: 'status', status }, times),
    /** Answers 429 with `Retry-After` and does nothing. */
    rateLimit: (target: Target, seconds: number, times = 1) => plan(target, { kind: 'rateLimit', seconds }, times),
    /** Breaks the connection; `after`: the call took effect, the answer is lost. */
    dropConnection: (target: Target, when: 'before' | 'after', times = 1) =>
      plan(target, { kind: 'drop', when }, times),
    clear: () => {
      planned = [];
    },
    /** Takes the faults that hit this call: every delay, and the first of the others. */
    take(method: string, channel: string): Fault[] {
      const hit = planned.filter(
        ({ target, left }) => left > 0 && (target === '*' || target === method || target === channel),
      );
      const delays = hit.filter(({ fault }) => fault.kind === 'delay');
      const taken = [...delays, ...hit.filter(({ fault }) => fault.kind !== 'delay').slice(0, 1)];
      for (const one of taken) one.left -= 1;
      return taken.map(({ fault }) => fault);
    },
  };
}
