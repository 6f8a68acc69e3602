/** How far an ensemble is. */
export interface EnsembleProgress {
  /** Members done, in all scenarios, with those found on disk. */
  readonly done: number;
  readonly total: number;
  /** Time left at the pace so far; undefined until something was computed. */
  readonly secondsLeft: number | undefined;
}

/** Counts members as they are computed, and tells the time left. */
export function createProgress({
  total,
  found,
}: {
  readonly total: number;
  readonly found: number;
}): (members: number) => EnsembleProgress {
  const start = performance.now();
  let computed = 0;
  return (members) => {
    computed += members;
    const seconds = (performance.now() - start) / 1000;
    const done = found + computed;
    return { done, total, secondsLeft: computed === 0 ? undefined : (seconds / computed) * (total - done) };
  };
}
