import { short } from "./coordinate.ts";
import type { JSX } from "preact";
import { calendarDay, readPeriod } from "../core/period.ts";

/** One line: a name and its points, each a day or period, a value, and the value in words. */
export interface Line {
  readonly name: string;
  readonly points: readonly { readonly period: string; readonly value: number; readonly words: string }[];
}

const size = { width: 352, height: 170, left: 8, right: 84, top: 20, bottom: 22 } as const;

/**
 * Lines over time from zero, each value that is an end or an extreme written beside its point. A period stands at its
 * last day. The drawing is a picture of the table beside it and is described by `title`.
 */
export function LineChart(props: { readonly title: string; readonly lines: readonly Line[] }): JSX.Element {
  const lines = props.lines.map(({ name, points }) => ({
    name,
    points: points
      .flatMap((point) => {
        const day = readPeriod(point.period)?.end;
        return day === undefined ? [] : [{ ...point, day }];
      })
      .sort((a, b) => a.day - b.day),
  }));
  const all = lines.flatMap(({ points }) => points);
  const [first, last] = [Math.min(...all.map(({ day }) => day)), Math.max(...all.map(({ day }) => day))];
  const most = Math.max(0, ...all.map(({ value }) => value)) || 1;
  const x = (day: number): number =>
    short(size.left + ((size.width - size.left - size.right) * (day - first)) / (last - first || 1));
  const y = (value: number): number =>
    short(size.height - size.bottom - ((size.height - size.top - size.bottom) * value) / most);
  const years = [...new Set([first, last].map((day) => calendarDay(day).year))];
  return (
    <svg class="chart" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={props.title}>
      <path class="axis" d={`M${size.left} ${y(0)}H${size.width - size.right}`} />
      {years.map((year, index) => (
        <text
          key={year}
          class="tick"
          x={index === 0 ? size.left : size.width - size.right}
          y={size.height - 6}
          text-anchor={index === 0 ? "start" : "end"}
        >
          {year}
        </text>
      ))}
      {lines.map(({ name, points }) => (
        <g key={name}>
          <path
            class="line"
            d={points.map(({ day, value }, index) => `${index ? "L" : "M"}${x(day)} ${y(value)}`).join("")}
          />
          {points.map(({ day, value }, index) => (
            <circle key={index} cx={x(day)} cy={y(value)} r="3" />
          ))}
          {written(points).map(({ day, value, words }) => (
            <text
              key={day}
              x={x(day) + (day === last ? 7 : 0)}
              y={y(value) + (day === last ? 4 : day === first ? 18 : -8)}
              text-anchor={day === last ? "start" : day === first ? "start" : "end"}
            >
              {words}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Of the points of a line, those whose value is written: the ends and the greatest. */
function written<Point extends { readonly value: number }>(points: readonly Point[]): readonly Point[] {
  const greatest = points.reduce<Point | undefined>(
    (best, point) => (!best || point.value > best.value ? point : best),
    undefined,
  );
  return points.filter((point, index) => index === 0 || index === points.length - 1 || point === greatest);
}
