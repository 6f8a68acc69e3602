import type { JSX } from "preact";
import type { PlacedFan } from "./place.ts";

/** The grid of a fan with the words of its values and years. */
export function FanAxes(props: {
  readonly placed: PlacedFan;
  readonly yWords: (value: number) => string;
}): JSX.Element {
  const { placed, yWords } = props;
  const { width, height, left, right, bottom } = placed.shape;
  return (
    <>
      {placed.yTicks.map(({ value, at }) => (
        <g key={value} class={at === placed.zero ? "grid zero" : "grid"}>
          <line x1={left} x2={width - right} y1={at} y2={at} />
          <text x={left - 6} y={at + 4} text-anchor="end">
            {yWords(value)}
          </text>
        </g>
      ))}
      {placed.xTicks.map(({ at, text }) => (
        <g key={text} class="grid">
          <line x1={at} x2={at} y1={height - bottom} y2={height - bottom + 4} />
          <text x={at} y={height - 7} text-anchor={at > width - right - 16 ? "end" : "middle"}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}
