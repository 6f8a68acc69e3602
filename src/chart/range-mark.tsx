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
  return (
    <svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      <line class="axis" x1={zero} x2={zero} y1="0" y2="14" />
      <rect class="reach" x={Math.min(zero, value)} y="5" width={Math.abs(value - zero)} height="4" />
      {high > low && <rect class="spread" x={low} y="2.5" width={high - low} height="9" />}
      <rect class="centre" x={value - 3} y="1" width="6" height="12" />
    </svg>
  );
}
