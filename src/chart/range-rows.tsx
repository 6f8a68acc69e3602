import type { JSX } from "preact";
import type { Range } from "../ledger/ledger.ts";
import { Drawing } from "./drawing.tsx";
import { RangeMark, type Scale } from "./range-mark.tsx";
import { boldness, textWidth, wrapWords } from "./words.ts";

/** One value with its range: what it is about, in words, and the scale it is drawn on. */
export interface RangeRow {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly range: Range;
  /** Without a scale there is no mark: one value alone has no length to compare. */
  readonly scale: Scale | undefined;
}

export interface RangeRowsProps {
  readonly rows: readonly RangeRow[];
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width?: number;
}

const size = { letters: 12, line: 16, mark: 14, gap: 8 } as const;

/** Share of the width below which a name gets a line of its own. */
const least = 0.6;

/** Values with their ranges, a row each: name and value in words, and below them the mark. */
export function RangeRows({ rows, id, title, description, width = 420 }: RangeRowsProps): JSX.Element {
  let y = 0;
  const placed = rows.map((row) => {
    const room = width - textWidth(row.words, size.letters) * boldness - 12;
    // A long value leaves too little room beside it: then it stands below the name.
    const isBeside = textWidth(row.name, size.letters) <= room || room >= least * width;
    const lines = wrapWords(row.name, isBeside ? room : width, size.letters);
    const name = y + size.line - 4;
    const last = name + (lines.length - 1) * size.line;
    const words = isBeside ? name : last + size.line;
    const mark = Math.max(last, words) + 5;
    y = (row.scale ? mark + size.mark : mark - 5) + size.gap;
    return { ...row, lines, at: { name, words, mark } };
  });
  return (
    <Drawing
      name="range-rows"
      id={id}
      width={width}
      height={Math.max(1, y)}
      title={title}
      description={description}
    >
      {placed.map(({ id: row, lines, words, range, scale, at }) => (
        <g key={row}>
          {lines.map((line, index) => (
            <text key={index} x={0} y={at.name + index * size.line}>
              {line}
            </text>
          ))}
          <text class="value" x={width} y={at.words} text-anchor="end">
            {words}
          </text>
          {scale && (
            <svg x={0} y={at.mark} width={width} height={size.mark}>
              <RangeMark range={range} scale={scale} />
            </svg>
          )}
        </g>
      ))}
    </Drawing>
  );
}
