import type { ComponentChildren, JSX } from "preact";
import { FanComparison } from "../../../chart/index.ts";
import { TableBehind } from "../../parts/table-behind.tsx";
import { useView } from "../../view.ts";
import { Letter } from "./column-heads.tsx";
import type { Column } from "./columns.ts";
import { findingOf } from "./furthest-apart.ts";
import { say } from "./words.ts";

/** What a column has in a figure: quantiles from low to high, or one line. */
export interface ComparedBands {
  readonly column: Column;
  readonly dates: readonly string[];
  readonly bands: readonly ArrayLike<number>[];
}

/** Lines of several columns on one scale: the finding above, the source below, the table behind. */
export function ComparisonFigure(props: {
  readonly id: string;
  readonly what: string;
  readonly lines: readonly ComparedBands[];
  readonly baseline?: ArrayLike<number> | undefined;
  readonly words: (value: number) => string;
  readonly source: string;
  /** What stands above the column of periods in the table. */
  readonly period: string;
  /** A period inside a sentence. */
  readonly whenOf: (date: string) => string;
}): JSX.Element {
  const { id, what, lines, baseline, words, source, period, whenOf } = props;
  const { language } = useView().state;
  const longest = lines.map(({ dates }) => dates).reduce((a, b) => (b.length > a.length ? b : a));
  const last = longest.length - 1;
  const medians = lines.map(({ column, bands }) => ({ column, values: medianOf(bands) }));
  const finding = findingOf(what, longest.map(whenOf), medians, words, language);
  return (
    <figure class="graph" id={`${id}-figure`}>
      <h3>{finding}</h3>
      <FanComparison
        fans={lines.map(({ column, dates, bands }) => ({
          letter: column.letter,
          place: column.place,
          series: { dates, bands },
        }))}
        baseline={baseline}
        id={id}
        title={finding}
        description={say(language, "chartDescription", {
          when: whenOf(longest[last]),
          list: lines.map(describe).join("; "),
        })}
        yWords={words}
      />
      <figcaption>{source}</figcaption>
      <TableBehind
        label={what}
        heads={[period, ...lines.map(({ column }) => <Letter key={column.letter} column={column} />)]}
        rows={() => longest.map((date, at) => [date, ...lines.map((line) => cellOf(line, at, words))])}
      />
    </figure>
  );

  function describe({ column: { letter }, dates, bands }: ComparedBands): string {
    const at = dates.length - 1;
    const value = words(medianOf(bands)[at]);
    if (bands.length < 3) return say(language, "chartLine", { letter, value });
    const half = (bands.length - 1) / 2;
    const [low, high] = [words(bands[half - 1][at]), words(bands[half + 1][at])];
    return say(language, "chartValue", { letter, value, low, high });
  }
}

/** The median of a column at a period, with the half of the runs around it. */
function cellOf(
  { bands, dates }: ComparedBands,
  at: number,
  words: (value: number) => string,
): ComponentChildren {
  if (at >= dates.length) return "–";
  const half = (bands.length - 1) / 2;
  const middle = words(medianOf(bands)[at]);
  if (half === 0) return middle;
  return (
    <>
      {middle}
      <small>
        {words(bands[half - 1][at])} … {words(bands[half + 1][at])}
      </small>
    </>
  );
}

function medianOf(bands: readonly ArrayLike<number>[]): ArrayLike<number> {
  return bands[Math.floor(bands.length / 2)];
}
