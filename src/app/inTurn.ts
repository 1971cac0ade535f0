/** One run after the other; unlike with `serially`, everybody who asks gets a run of their own. */
export function inTurn<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const mine = last.then(run, run);
    last = mine.catch(() => undefined);
    return mine;
  };
}
