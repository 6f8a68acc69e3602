import type { JSX } from "preact";
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
    right: textWidth(endText, 13) + 10,
  };
  const x = (year: number): number =>
    short(margin.left + ((year - first) / (last - first || 1)) * (width - margin.left - margin.right));
  const y = (value: number): number =>
    short(height - margin.bottom - ((value - low) / (high - low)) * (height - margin.top - margin.bottom));
  const years = points
    .map(({ year }) => year)
    .filter((year) => year === first || year === last || year % 2 === 0);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart year-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-desc`}>{props.description}</desc>
      {props.style && <style>{props.style}</style>}
      {ticks.map((tick) => (
        <g key={tick} class="grid">
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 7} y={y(tick) + 4} text-anchor="end">
            {words(tick)}
          </text>
        </g>
      ))}
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
    </svg>
  );
}

/**
 * Three to six round numbers that hold all values; from zero where the smallest is less than half of the largest.
 *
 * @example
 * import { fittingTicks } from "kreislauf/chart";
 * fittingTicks([34.8, 29.8]); // → [28, 30, 32, 34, 36]
 * fittingTicks([0.05, 0.08]); // → [0.05, 0.06, 0.07, 0.08]
 */
export function fittingTicks(values: readonly number[]): readonly number[] {
  const largest = Math.max(...values);
  const smallest = Math.min(...values);
  const bottom = smallest < largest / 2 ? Math.min(0, smallest) : smallest;
  const span = largest - bottom > 1e-9 * Math.abs(largest) ? largest - bottom : Math.abs(largest) / 5 || 1;
  let power = 1;
  while (power * 10 <= span) power *= 10;
  while (power > span) power /= 10;
  const step = [0.2, 0.5, 1, 2, 5].map((part) => part * power).find((size) => span / size <= 4)!;
  const from = Math.floor(bottom / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(largest / step - 1e-9));
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}

function short(value: number): number {
  return Math.round(value * 10) / 10;
}
