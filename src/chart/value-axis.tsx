import type { JSX } from "preact";
import { short } from "./coordinate.ts";

/** Level lines across a chart from `left` to `right`, each with its value in words before it. */
export function ValueAxis(props: {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly words: (value: number) => string;
}): JSX.Element {
  const { ticks, y, left, right, words } = props;
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick} class="grid">
          <line x1={left} x2={right} y1={short(y(tick))} y2={short(y(tick))} />
          <text x={left - 7} y={short(y(tick) + 4)} text-anchor="end">
            {words(tick)}
          </text>
        </g>
      ))}
    </>
  );
}
