import { short } from "./coordinate.ts";
import type { JSX } from "preact";
import { spreadLabels } from "./labels.ts";
import { Drawing } from "./drawing.tsx";
import { ValueAxis } from "./value-axis.tsx";
import { textWidth } from "./words.ts";

/** A band with a middle line over one axis: from low to high at each place. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface BandChartProps {
  readonly points: readonly BandPoint[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly id: string;
  readonly xTicks: readonly number[];
  readonly xWords: (value: number) => string;
  readonly yWords: (value: number) => string;
  /** Place that is marked, with its three values written beside it. */
  readonly at?: number;
  readonly names: { readonly low: string; readonly middle: string; readonly high: string };
  readonly style?: string;
}

const margin = { left: 80, right: 142, top: 14, bottom: 30 } as const;

/** A band chart as SVG: the span between two lines, the middle line in it, and a mark where the reader stands. */
export function BandChart(props: BandChartProps): JSX.Element {
  const { points, width, height, id } = props;
  const highest = Math.max(0, ...points.map(({ high }) => high));
  const ticks = roundTicks(highest);
  const top = ticks.at(-1)!;
  const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 1];
  const x = (value: number): number =>
    margin.left + ((value - first) / (last - first || 1)) * (width - margin.left - margin.right);
  const y = (value: number): number =>
    height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
  const line = (of: (point: BandPoint) => number): string =>
    points
      .map((point, index) => `${index === 0 ? "M" : "L"}${short(x(point.x))} ${short(y(of(point)))}`)
      .join("");
  const back = [...points]
    .reverse()
    .map((point) => `L${short(x(point.x))} ${short(y(point.low))}`)
    .join("");
  const marked = props.at === undefined ? undefined : valueAt(points, props.at);
  return (
    <Drawing
      name="band-chart"
      id={id}
      width={width}
      height={height}
      title={props.title}
      description={props.description}
      style={props.style}
    >
      <ValueAxis {...{ ticks, y }} words={props.yWords} left={margin.left} right={width - margin.right} />
      {props.xTicks.map((tick) => (
        <g key={tick} class="grid">
          <text x={short(x(tick))} y={height - 10} text-anchor="middle">
            {props.xWords(tick)}
          </text>
        </g>
      ))}
      {points.length > 0 && (
        <>
          <path class="band" d={`${line(({ high }) => high)}${back}Z`} />
          <path class="edge" d={line(({ high }) => high)} />
          <path class="edge" d={line(({ low }) => low)} />
          <path class="middle" d={line(({ middle }) => middle)} />
        </>
      )}
      {marked && <Mark {...{ ...props, marked, x, y }} />}
    </Drawing>
  );
}

interface MarkProps extends BandChartProps {
  readonly marked: BandPoint;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

function Mark({ marked, x, y, width, height, names, yWords }: MarkProps): JSX.Element {
  const labels = spreadLabels(
    (["high", "middle", "low"] as const).map((key) => ({
      key,
      at: y(marked[key]) + 4,
      text: `${names[key]} ${yWords(marked[key])}`,
    })),
    15,
    height - margin.bottom,
  );
  return (
    <g class="mark">
      <line x1={short(x(marked.x))} x2={short(x(marked.x))} y1={margin.top} y2={height - margin.bottom} />
      {(["high", "middle", "low"] as const).map((key) => (
        <circle
          key={key}
          class={key}
          cx={short(x(marked.x))}
          cy={short(y(marked[key]))}
          r={key === "middle" ? 5 : 3.5}
        />
      ))}
      {labels.map(({ key, at, text }) => {
        const room = width - margin.right + 8;
        return (
          <text key={key} class={key} x={Math.min(room, width - textWidth(text, 12))} y={short(at)}>
            {text}
          </text>
        );
      })}
    </g>
  );
}

/** Values between two points, on the straight line between them. */
function valueAt(points: readonly BandPoint[], at: number): BandPoint | undefined {
  const after = points.findIndex(({ x }) => x >= at);
  if (after < 0) return points.at(-1);
  const [a, b] = [points[Math.max(0, after - 1)], points[after]];
  const share = b.x === a.x ? 0 : (at - a.x) / (b.x - a.x);
  const mix = (of: "low" | "middle" | "high"): number => a[of] + (b[of] - a[of]) * share;
  return { x: at, low: mix("low"), middle: mix("middle"), high: mix("high") };
}

/**
 * Three to six round numbers from 0 to at least `highest`.
 *
 * @example
 * import { roundTicks } from "kreislauf/chart";
 * roundTicks(47); // → [0, 10, 20, 30, 40, 50]
 */
export function roundTicks(highest: number): readonly number[] {
  if (!(highest > 0)) return [0, 1];
  let power = 1;
  while (power * 10 <= highest) power *= 10;
  while (power > highest) power /= 10;
  const step = [0.2, 0.5, 1, 2].map((part) => part * power).find((size) => highest / size <= 5)!;
  const count = Math.ceil(highest / step);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
