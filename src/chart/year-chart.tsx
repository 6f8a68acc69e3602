import { short } from "./coordinate.ts";
import type { JSX } from "preact";
import { fittingTicks } from "./ticks.ts";
import { Drawing } from "./drawing.tsx";
import { ValueAxis } from "./value-axis.tsx";
import { textWidth } from "./words.ts";

export interface YearChartProps {
  /** Value of the base year, drawn as a level line; the curve starts there. */
  readonly base: number | undefined;
  /** One value a year, the first year first. */
  readonly values: readonly number[];
  readonly title: string;
  readonly description: string;
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly words: (value: number) => string;
  /** Word for the base year. */
  readonly today: string;
  readonly style?: string;
}

const margins = { top: 12, bottom: 24 } as const;

/** A line over the years of a plan with the level of today; first and last value are written at the line. */
export function YearChart(props: YearChartProps): JSX.Element {
  const { base, values, id, width, height, words, today } = props;
  const points = [
    ...(base === undefined ? [] : [{ year: 0, value: base }]),
    ...values.map((value, index) => ({ year: index + 1, value })),
  ];
  const ticks = fittingTicks(points.map(({ value }) => value));
  const [low, high] = [ticks[0], ticks.at(-1)!];
  const first = points[0].year;
  const last = values.length;
  const end = points.at(-1)!;
  const endText = words(end.value);
  const margin = {
    ...margins,
    left: Math.max(...ticks.map((tick) => textWidth(words(tick), 12))) + 9,
    // Bold, and in a wide face where the page has no other.
    right: 1.25 * textWidth(endText, 13) + 12,
  };
  const x = (year: number): number =>
    short(margin.left + ((year - first) / (last - first || 1)) * (width - margin.left - margin.right));
  const y = (value: number): number =>
    short(height - margin.bottom - ((value - low) / (high - low)) * (height - margin.top - margin.bottom));
  const years = points
    .map(({ year }) => year)
    .filter((year) => year === first || year === last || year % 2 === 0);
  return (
    <Drawing
      name="year-chart"
      id={id}
      width={width}
      height={height}
      title={props.title}
      description={props.description}
      style={props.style}
    >
      <ValueAxis {...{ ticks, y, words }} left={margin.left} right={width - margin.right} />
      {years.map((year) => (
        <g key={year} class="grid">
          <text
            x={x(year)}
            y={height - 7}
            text-anchor={year === first ? "start" : year === last ? "end" : "middle"}
          >
            {year === 0 ? today : year}
          </text>
        </g>
      ))}
      {base !== undefined && (
        <line class="base" x1={margin.left} x2={width - margin.right} y1={y(base)} y2={y(base)} />
      )}
      <path
        class="line"
        d={points
          .map(({ year, value }, index) => `${index === 0 ? "M" : "L"}${x(year)} ${y(value)}`)
          .join("")}
      />
      {points.map(({ year, value }) => (
        <circle
          key={year}
          class={year === 0 ? "start" : "dot"}
          cx={x(year)}
          cy={y(value)}
          r={year === last ? 4.5 : 2.5}
        />
      ))}
      <text class="end" x={x(last) + 8} y={y(end.value) + 4.5}>
        {endText}
      </text>
    </Drawing>
  );
}
