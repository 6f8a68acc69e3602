import { short } from "./coordinate.ts";
import type { JSX } from "preact";
import { spreadLabels } from "./labels.ts";
import { Drawing } from "./drawing.tsx";
import { ValueAxis } from "./value-axis.tsx";
import { textWidth } from "./words.ts";
import { fittingTicks } from "./ticks.ts";

/** One line of a trade-off: a value at each place, or nothing where no plan exists. */
export interface TradeOffLine {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number | undefined }[];
}

export interface TradeOffChartProps {
  readonly lines: readonly TradeOffLine[];
  readonly title: string;
  readonly description: string;
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly xWords: (value: number) => string;
  readonly yWords: (value: number) => string;
  readonly xName: string;
  readonly style?: string;
}

const margin = { left: 56, top: 14, bottom: 46 } as const;

/** Lines that show what one wish costs another; each line carries its name at its end. */
export function TradeOffChart(props: TradeOffChartProps): JSX.Element {
  const { lines, id, width, height, xWords, yWords } = props;
  const right = Math.max(...lines.map(({ name }) => textWidth(name, 12))) + 14;
  const places = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.x)))].sort(
    (a, b) => a - b,
  );
  const values = lines.flatMap(({ points }) => points.flatMap((point) => point.y ?? []));
  const ticks = fittingTicks(values.length > 0 ? values : [0, 1]);
  const [low, high] = [ticks[0], ticks.at(-1)!];
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 1];
  const x = (value: number): number =>
    short(margin.left + ((value - first) / (last - first || 1)) * (width - margin.left - right));
  const y = (value: number): number =>
    short(height - margin.bottom - ((value - low) / (high - low)) * (height - margin.top - margin.bottom));
  const drawn = lines.flatMap(({ name, points }, index) => {
    const known = points.flatMap((point) =>
      point.y === undefined ? [] : [{ x: x(point.x), y: y(point.y) }],
    );
    return known.length === 0 ? [] : [{ name, index, known, at: known.at(-1)!.y + 4 }];
  });
  const labels = spreadLabels(
    drawn.toSorted((a, b) => a.at - b.at),
    15,
  );
  return (
    <Drawing
      name="trade-off-chart"
      id={id}
      width={width}
      height={height}
      title={props.title}
      description={props.description}
      style={props.style}
    >
      <ValueAxis {...{ ticks, y }} words={yWords} left={margin.left} right={width - right} />
      {places.map((place) => (
        <g key={place} class="grid">
          <text x={x(place)} y={height - margin.bottom + 18} text-anchor="middle">
            {xWords(place)}
          </text>
        </g>
      ))}
      <g class="grid">
        <text x={x((first + last) / 2)} y={height - 6} text-anchor="middle">
          {props.xName}
        </text>
      </g>
      {drawn.map(({ name, index, known }) => (
        <g key={name} class={`of-${index}`}>
          <path
            class="line"
            d={known.map((point, k) => `${k === 0 ? "M" : "L"}${point.x} ${point.y}`).join("")}
          />
          {known.map((point) => (
            <circle key={point.x} class="dot" cx={point.x} cy={point.y} r="3.5" />
          ))}
        </g>
      ))}
      {labels.map(({ name, index, at, known }) => (
        <text key={name} class={`name of-${index}`} x={known.at(-1)!.x + 9} y={at}>
          {name}
        </text>
      ))}
    </Drawing>
  );
}
