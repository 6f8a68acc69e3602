import type { JSX } from "preact";
import { Drawing } from "../drawing.tsx";
import type { PlacedFan } from "./place.ts";

export interface FanChartProps {
  readonly placed: PlacedFan;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly yWords: (value: number) => string;
  /** Leaves out what the runs found, so that it can be guessed first. */
  readonly isHidden?: boolean;
  /** Style sheet for a drawing that stands alone. */
  readonly style?: string;
}

/** Fan, sample paths, median and baseline of many runs as SVG. */
export function FanChart(props: FanChartProps): JSX.Element {
  const { placed, id, title, description, yWords, isHidden = false } = props;
  const { width, height, left, right, bottom } = placed.shape;
  return (
    <Drawing
      name="fan-chart"
      id={id}
      width={width}
      height={height}
      title={title}
      description={description}
      style={props.style}
    >
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
      {!isHidden && (
        <>
          {placed.areas.map((path, depth) => (
            <path key={depth} class={`fan depth-${depth}`} d={path} />
          ))}
          {placed.samples.map((path, index) => (
            <path key={index} class="sample" d={path} />
          ))}
        </>
      )}
      {placed.baseline !== undefined && <path class="baseline" d={placed.baseline} />}
      {!isHidden && <path class="median" d={placed.median} />}
      {placed.drawn !== undefined && <path class="drawn" d={placed.drawn} />}
    </Drawing>
  );
}
