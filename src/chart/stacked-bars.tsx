import { short } from "./coordinate.ts";
import type { JSX } from "preact";
import { textWidth } from "./words.ts";

/** One bar: its name, and its parts from left to right; parts of one `kind` look alike in all bars. */
export interface StackedBar {
  readonly name: string;
  readonly parts: readonly {
    readonly kind: "paid" | "contracted" | "announced";
    readonly value: number;
    readonly words: string;
  }[];
}

const size = { width: 352, bar: 24, row: 58, top: 22 } as const;

/**
 * Bars that add up parts on one scale from zero, each part with its amount where it fits; `legend` names the kinds. The
 * drawing is a picture of the table beside it and is described by `title`.
 */
export function StackedBars(props: {
  readonly title: string;
  readonly bars: readonly StackedBar[];
  readonly legend: Readonly<Record<StackedBar["parts"][number]["kind"], string>>;
}): JSX.Element {
  const sums = props.bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(...sums) || 1;
  const kinds = [...new Set(props.bars.flatMap(({ parts }) => parts.map(({ kind }) => kind)))];
  const height = size.top + props.bars.length * size.row;
  let keyAt = 0;
  return (
    <svg class="chart" viewBox={`0 0 ${size.width} ${height}`} role="img" aria-label={props.title}>
      {kinds.map((kind) => {
        const x = keyAt;
        keyAt += 26 + textWidth(props.legend[kind], 12);
        return (
          <g key={kind}>
            <rect class={`part ${kind}`} x={x} y="3" width="12" height="12" />
            <text x={x + 17} y="13">
              {props.legend[kind]}
            </text>
          </g>
        );
      })}
      {props.bars.map(({ name, parts }, index) => {
        const y = size.top + index * size.row;
        let x = 0;
        return (
          <g key={name}>
            <text class="tick" x="0" y={y + 14}>
              {name}
            </text>
            {parts.map(({ kind, value, words }) => {
              const start = x;
              const width = (size.width * value) / most;
              x += width;
              return (
                <g key={kind}>
                  <rect
                    class={`part ${kind}`}
                    x={short(start)}
                    y={y + 20}
                    width={short(Math.max(width, 0.5))}
                    height={size.bar}
                  />
                  {width > textWidth(words, 12) + 8 && (
                    <text class={`on ${kind}`} x={short(start + 5)} y={y + 36.5}>
                      {words}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
