import type { JSX } from "preact";

/** Three nested amounts from zero: what is certain, expected and possible at most. */
export interface Interval {
  readonly certain: number;
  readonly expected: number;
  readonly possible: number;
}

/**
 * A bar of three nested parts on a scale that ends at `most`: hatched for certain, solid for expected, outlined for
 * possible. It carries no text and stretches with its cell; the numbers stand beside it.
 */
export function IntervalBar(props: {
  readonly interval: Interval;
  readonly most: number;
  readonly id: string;
}): JSX.Element {
  const { certain, expected, possible } = props.interval;
  const width = (amount: number): number => (props.most > 0 ? share(amount, props.most) : 0);
  return (
    <svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      <line class="axis" x1="0" x2="0" y1="0" y2="14" />
      <rect class="possible" x="0" y="1.5" width={width(possible)} height="11" />
      <rect class="expected" x="0" y="3.5" width={width(expected)} height="7" />
      {certain > 0 && (
        <>
          <pattern
            id={props.id}
            width="12"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="skewX(-40)"
          >
            <rect class="hatch" width="5" height="5" />
          </pattern>
          <rect x="0" y="3.5" width={width(certain)} height="7" fill={`url(#${props.id})`} />
        </>
      )}
    </svg>
  );
}

function share(amount: number, most: number): number {
  return Math.round((Math.max(0, amount) / most) * 1000);
}
