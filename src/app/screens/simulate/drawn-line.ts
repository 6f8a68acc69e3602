/** A stroke of the pen: from the period where it was to the one where it is, and the value there. */
export interface Stroke {
  readonly from: number;
  readonly period: number;
  readonly value: number;
}

/** A drawn line after a stroke; periods that a quick stroke jumped over lie on the straight line between. */
export function drawTo(line: readonly number[], { from, period, value }: Stroke): readonly number[] {
  const next = [...line];
  // What lies before the pen for the first time is joined to what is known.
  let start = from;
  if (Number.isNaN(line[start]))
    start = line.findLastIndex((known, at) => at <= period && !Number.isNaN(known));
  if (start < 0) start = period;
  const begin = Number.isNaN(line[start]) ? value : line[start];
  const steps = Math.abs(period - start);
  const side = period >= start ? 1 : -1;
  for (let step = 1; step <= steps; step++) {
    next[start + side * step] = begin + ((value - begin) * step) / steps;
  }
  next[period] = value;
  return next;
}
