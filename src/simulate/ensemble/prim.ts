import { medianUnbiasedQuantile } from "../../core/quantile.ts";

/** A box of assumptions in which a result is frequent (or large). */
export interface PrimBox {
  /** Ends of the box in every dimension; an end at infinity is open. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Mean of the output inside: for 0/1 outputs the share of runs with the result (density). */
  readonly density: number;
  /** Share of all runs inside. */
  readonly mass: number;
  /** Share of the whole output inside: of all runs with the result (coverage). */
  readonly coverage: number;
  /** Dimensions that the box restricts. */
  readonly restricted: readonly number[];
}

export interface PrimOptions {
  /** Share peeled off in a step; default 0.05, patient. */
  readonly peel?: number;
  /** Share of the range pasted back in a step; default 0.01, 0 for none. */
  readonly paste?: number;
  /** The least share of the runs in a box; default 0.05. */
  readonly leastMass?: number;
}

interface State {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly members: readonly number[];
  readonly mean: number;
}

/**
 * Scenario discovery by the Patient Rule Induction Method: peels thin slices off the box of all runs, each time the one
 * that leaves the highest mean, until too few runs are left, then pastes back what does not lower the mean. Returns
 * the boxes of the peeling (the trade-off between density and coverage), the final one last.
 *
 * Equal means: the larger box, then the earlier dimension, its lower side first.
 * Sources: Friedman & Fisher (1999), Bump hunting in high-dimensional data; Bryant & Lempert (2010), Thinking inside
 * the box.
 *
 * @param points one row of assumptions a run
 * @param outputs one number a run
 */
export function primBoxes(
  points: readonly ArrayLike<number>[],
  outputs: ArrayLike<number>,
  options: PrimOptions = {},
): readonly PrimBox[] {
  const { peel = 0.05, paste = 0.01, leastMass = 0.05 } = options;
  const size = points.length;
  const dimensions = points[0]?.length ?? 0;
  if (size === 0 || outputs.length !== size)
    throw new RangeError(`${outputs.length} outputs of ${size} runs`);
  const ends = Array.from({ length: dimensions }, (_, dimension) => {
    let low = Infinity;
    let high = -Infinity;
    for (const point of points) {
      low = Math.min(low, point[dimension]);
      high = Math.max(high, point[dimension]);
    }
    return { low, high, range: high - low };
  });
  const all = points.map((_, run) => run);
  const meanOf = (members: readonly number[]): number =>
    members.reduce((sum, run) => sum + outputs[run], 0) / members.length;
  // A margin round the data, so that the volume of an unrestricted side is more than that of the data alone.
  const margin = 10 * (paste || 0.01);
  let state: State = {
    low: Float64Array.from(ends, ({ low, range }) => low - margin * range),
    high: Float64Array.from(ends, ({ high, range }) => high + margin * range),
    members: all,
    mean: meanOf(all),
  };
  const boxes: PrimBox[] = [];
  const total = state.mean * size;
  const record = ({ low, high, members, mean }: State): void => {
    const restricted = ends.flatMap((end, dimension) =>
      low[dimension] > end.low || high[dimension] < end.high ? [dimension] : [],
    );
    boxes.push({
      low: Array.from(low, (value, dimension) => (value > ends[dimension].low ? value : -Infinity)),
      high: Array.from(high, (value, dimension) => (value < ends[dimension].high ? value : Infinity)),
      density: mean,
      mass: members.length / size,
      coverage: total === 0 ? NaN : (mean * members.length) / total,
      restricted,
    });
  };

  record(state);
  for (let next = peelOnce(state); next; next = peelOnce(state)) {
    state = next;
    record(state);
  }
  if (paste > 0) {
    for (let next = pasteOnce(state); next; next = pasteOnce(state)) {
      state = next;
      record(state);
    }
  }
  return boxes;

  function peelOnce(box: State): State | undefined {
    let best: { readonly state: State; readonly volume: number } | undefined;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const sorted = Float64Array.from(box.members, (run) => points[run][dimension]).sort();
      for (const side of ["low", "high"] as const) {
        const end = medianUnbiasedQuantile(sorted, side === "low" ? peel : 1 - peel);
        const members = box.members.filter((run) =>
          side === "low" ? points[run][dimension] >= end : points[run][dimension] <= end,
        );
        if (members.length === 0) continue;
        const moved = moveEnd(box, dimension, side, end);
        const candidate = { state: { ...moved, members, mean: meanOf(members) }, volume: volumeOf(moved) };
        if (
          !best ||
          candidate.state.mean > best.state.mean ||
          (candidate.state.mean === best.state.mean && candidate.volume > best.volume)
        ) {
          best = candidate;
        }
      }
    }
    const found = best?.state;
    if (!found || found.members.length === box.members.length) return undefined;
    return found.members.length / size >= leastMass ? found : undefined;
  }

  function pasteOnce(box: State): State | undefined {
    let best: State | undefined;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const { low, high, range } = ends[dimension];
      for (const side of ["low", "high"] as const) {
        const sign = side === "low" ? -1 : 1;
        let end = box[side][dimension] + sign * range * paste;
        let moved = moveEnd(box, dimension, side, end);
        let members = inside(moved);
        while (
          members.length <= box.members.length &&
          (side === "low" ? end >= low : end <= high) &&
          range > 0
        ) {
          end += sign * range * paste;
          moved = moveEnd(box, dimension, side, end);
          members = inside(moved);
        }
        const candidate = { ...moved, members, mean: meanOf(members) };
        if (
          !best ||
          candidate.mean > best.mean ||
          (candidate.mean === best.mean && candidate.members.length > best.members.length)
        ) {
          best = candidate;
        }
      }
    }
    const grows = best && best.mean >= box.mean && best.members.length > box.members.length;
    return grows ? best : undefined;
  }

  function inside({ low, high }: Pick<State, "low" | "high">): readonly number[] {
    return all.filter((run) => {
      for (let dimension = 0; dimension < dimensions; dimension++) {
        const value = points[run][dimension];
        if (value < low[dimension] || value > high[dimension]) return false;
      }
      return true;
    });
  }
}

function moveEnd(
  box: State,
  dimension: number,
  side: "low" | "high",
  end: number,
): { readonly low: Float64Array; readonly high: Float64Array } {
  const moved = { low: Float64Array.from(box.low), high: Float64Array.from(box.high) };
  moved[side][dimension] = end;
  return moved;
}

function volumeOf({ low, high }: Pick<State, "low" | "high">): number {
  return low.reduce((volume, end, dimension) => volume * (high[dimension] - end), 1);
}
