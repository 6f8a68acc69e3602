import type { JSX } from "preact";
import { definitionsOf } from "./definitions.tsx";

/** Three nested amounts from zero: what is certain, expected and possible at most. */
export interface Interval {
  readonly certain: number;
  readonly expected: number;
  readonly possible: number;
}

/**
 * A bar of three nested parts on a scale that ends at `most`: hatched for certain, solid for expected, outlined for
 * possible. The page has to hold `ChartDefinitions`. It carries no text and stretches with its cell; the numbers stand beside it.
 */
export function IntervalBar(props: { readonly interval: Interval; readonly most: number }): JSX.Element {
  const { certain, expected, possible } = props.interval;
  const width = (amount: number): number => (props.most > 0 ? share(amount, props.most) : 0);
  return (
    <svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      <path class="axis" d="M0 0v14" />
      <rect class="possible" y="1.5" width={width(possible)} height="11" />
      <rect class="expected" y="3.5" width={width(expected)} height="7" />
      {certain > 0 && (
        <rect y="3.5" width={width(certain)} height="7" fill={`url(#${definitionsOf.bars}-hatch)`} />
      )}
    </svg>
  );
}

function share(amount: number, most: number): number {
  return Math.round((Math.max(0, amount) / most) * 1000);
}
