/** Work that must not overlap. Each piece runs in the context it was handed over in, so under the lease of its own message. */

/** Runs what it is given one after the other, in the order in which it was handed over. What fails holds up nothing. */
export type Lane = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** One lane for each name; different lanes run at the same time, and an empty one costs nothing. */
export type Lanes = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function createLanes(): Lanes {
  const lanes = new Map<string, { readonly run: Lane; waiting: number }>();
  return async (name, work) => {
    const lane = lanes.get(name) ?? { run: createLane(), waiting: 0 };
    lanes.set(name, lane);
    lane.waiting += 1;
    try {
      return await lane.run(work);
    } finally {
      lane.waiting -= 1;
      if (lane.waiting === 0) lanes.delete(name);
    }
  };
}
