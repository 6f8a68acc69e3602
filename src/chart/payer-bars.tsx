import { short } from "./coordinate.ts";
import type { JSX } from "preact";
import { Drawing } from "./drawing.tsx";
import { textWidth } from "./words.ts";

/** What somebody gains (+) or loses (−), and what it was before a change. */
export interface PayerBar {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly before?: number | undefined;
  /** Where it lies in eight of ten runs, drawn as a line below the bar. */
  readonly range?: { readonly low: number; readonly high: number } | undefined;
}

export interface PayerBarsProps {
  readonly bars: readonly PayerBar[];
  /** Largest absolute value on the axis, the same for charts that stand side by side. */
  readonly most: number;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly words: (value: number) => string;
  readonly width?: number;
}

const row = { height: 24, bar: 12 } as const;
const size = 12;

/** Bars left and right of zero, one a payer; a mark shows where each stood before. */
export function PayerBars(props: PayerBarsProps): JSX.Element {
  const { bars, most, id, title, description, words, width = 420 } = props;
  const names = Math.max(0, ...bars.map(({ name }) => textWidth(name, size))) + 8;
  const room = Math.max(0, ...bars.map(({ value }) => textWidth(words(value), size))) + 6;
  const zero = (names + room + width - room) / 2;
  const scale = (value: number): number => zero + (value / (most || 1)) * (width - room - zero);
  const height = bars.length * row.height + 4;
  return (
    <Drawing name="payer-bars" id={id} width={width} height={height} title={title} description={description}>
      <line class="zero" x1={short(zero)} x2={short(zero)} y1={0} y2={height} />
      {bars.map(({ id: payer, name, value, before, range }, index) => {
        const top = index * row.height + 4;
        const end = scale(value);
        const side = value < 0 ? -1 : 1;
        const mark = before === undefined ? end : scale(before);
        const reach = 8 + textWidth(words(value), size);
        // The mark of before never stands in the words.
        const isNear = (mark - end) * side > 0 && (mark - end) * side < reach;
        const text = (isNear ? mark : end) + 4 * side;
        return (
          <g key={payer} class={value < 0 ? "loses" : "gains"}>
            <text class="name" x={0} y={top + row.bar - 1}>
              {name}
            </text>
            <rect
              x={short(Math.min(zero, end))}
              y={top}
              width={short(Math.abs(end - zero))}
              height={row.bar}
            />
            {range && (
              <path
                class="range"
                d={`M${short(scale(range.low))} ${top + row.bar + 1}v4m0 -2H${short(scale(range.high))}m0 -2v4`}
              />
            )}
            {before !== undefined && (
              <path class="before" d={`M${short(scale(before))} ${top - 3}v${row.bar + 6}`} />
            )}
            <text x={short(text)} y={top + row.bar - 1} text-anchor={value < 0 ? "end" : "start"}>
              {words(value)}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}
