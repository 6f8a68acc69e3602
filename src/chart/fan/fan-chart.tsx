import type { JSX } from "preact";
import { Drawing } from "../drawing.tsx";
import { FanAxes } from "./fan-axes.tsx";
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
  const { width, height } = placed.shape;
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
      <FanAxes {...{ placed, yWords }} />
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
