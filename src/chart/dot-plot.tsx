import type { JSX } from "preact";
import type { Range } from "../ledger/ledger.ts";

/** One row of dots: what it is about, and its values; `hollow` ones are stated by the article itself. */
export interface DotRow {
  readonly name: string;
  readonly dots: readonly { readonly range: Range; readonly words: string; readonly hollow: boolean }[];
}

const size = { width: 352, row: 44, top: 2, right: 70 } as const;

/**
 * Dots on one scale from zero, a row each, with a stroke from the least to the greatest value of the row. The drawing is
 * a picture of the table beside it and is described by `title`.
 */
export function DotPlot(props: { readonly title: string; readonly rows: readonly DotRow[] }): JSX.Element {
  const values = props.rows.flatMap(({ dots }) => dots.flatMap(({ range }) => [range.low, range.high]));
  const most = Math.max(0, ...values) || 1;
  const x = (value: number): number => Math.round(((size.width - size.right) * value * 10) / most) / 10;
  const height = size.top + props.rows.length * size.row;
  return (
    <svg class="chart" viewBox={`0 0 ${size.width} ${height}`} role="img" aria-label={props.title}>
      {props.rows.map(({ name, dots }, index) => {
        const y = size.top + index * size.row;
        const low = Math.min(...dots.map(({ range }) => range.low));
        const high = Math.max(...dots.map(({ range }) => range.high));
        const greatest = dots.find(({ range }) => range.high === high);
        return (
          <g key={name}>
            <text class="tick" x="0" y={y + 13}>
              {name}
            </text>
            <path class="axis" d={`M0 ${y + 27}H${size.width - size.right}`} />
            <path class="reach" d={`M${x(low)} ${y + 27}H${x(high)}`} />
            {dots.map(({ range, hollow }, place) => (
              <circle
                key={place}
                class={hollow ? "hollow" : undefined}
                cx={x(range.value)}
                cy={y + 27}
                r="5"
              />
            ))}
            <text x={x(high) + 9} y={y + 31}>
              {greatest?.words}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
