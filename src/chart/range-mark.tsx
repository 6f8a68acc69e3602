import type { JSX } from "preact";
import type { Range } from "../ledger/ledger.ts";

/** From where to where a scale of range marks goes; always with zero, so that lengths can be compared. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

/**
 * The scale that holds all ranges and zero.
 *
 * @example
 * import { scaleOf } from "kreislauf/chart";
 * scaleOf([{ value: 2, low: 1, high: 5 }]); // → { low: 0, high: 5 }
 */
export function scaleOf(ranges: readonly Range[]): Scale {
  const low = Math.min(0, ...ranges.map((range) => range.low));
  const high = Math.max(0, ...ranges.map((range) => range.high));
  return low === high ? { low: 0, high: 1 } : { low, high };
}

/** One range on a common scale: a bar from low to high and a mark at the central value; no text. */
export function RangeMark({ range, scale }: { readonly range: Range; readonly scale: Scale }): JSX.Element {
  const at = (value: number): number =>
    Math.round(((value - scale.low) / (scale.high - scale.low)) * 996) + 2;
  const [low, value, high, zero] = [at(range.low), at(range.value), at(range.high), at(0)];
  const [start, length] = [Math.min(zero, value), Math.abs(value - zero)];
  return (
    <svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      <path class="reach" d={`M${start} 5h${length}v4h-${length}z`} />
      {high > low && <path class="spread" d={`M${low} 2h${high - low}v10h-${high - low}z`} />}
      <path class="centre" d={`M${value - 3} 1h6v12h-6z`} />
    </svg>
  );
}
