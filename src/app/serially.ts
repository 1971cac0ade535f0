/** One run at a time; whoever asks during a run gets one more run after it, shared with everyone else who asked. */
export function serially(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function begin(): Promise<void> {
    const current = run().finally(() => {
      running = null;
    });
    running = current;
    return current;
  }

  return () => {
    if (!running) return begin();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}
