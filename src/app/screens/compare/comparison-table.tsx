import type { JSX } from "preact";
import { NumberTable } from "../../parts/number-table.tsx";
import { useView } from "../../view.ts";
import { Letter } from "./column-heads.tsx";
import type { Column } from "./columns.ts";
import { say } from "./words.ts";

/** A quantity with one cell a column; a note stands small below the value. */
export interface Row {
  readonly name: string;
  readonly cells: readonly (string | Cell)[];
}

export interface Cell {
  readonly text: string;
  readonly note?: string | undefined;
}

interface TableProps {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What the table is about, for those who do not see it. */
  readonly title: string;
  /** Cells are sentences, not numbers. */
  readonly isWords?: boolean;
}

/** Quantities side by side; those that are the same in all columns are folded away. */
export function ComparisonTable(props: TableProps): JSX.Element {
  const { rows } = props;
  const { language } = useView().state;
  const same = rows.filter(({ cells }) => cells.length > 1 && new Set(cells.map(textOf)).size === 1);
  const different = rows.filter((row) => !same.includes(row));
  return (
    <>
      {different.length > 0 && <Rows {...props} rows={different} />}
      {same.length > 0 && (
        <details>
          <summary>{say(language, "same", { count: same.length })}</summary>
          <Rows {...props} rows={same} />
        </details>
      )}
    </>
  );
}

/** The same without folding. */
export function Rows({ columns, rows, title, isWords = false }: TableProps): JSX.Element {
  const { language } = useView().state;
  return (
    <NumberTable
      label={title}
      class="comparison"
      heads={[
        say(language, "quantity"),
        ...columns.map((column) => <Letter key={column.letter} column={column} />),
      ]}
      rows={rows.map(({ name, cells }) => [
        name,
        ...cells.map((cell) =>
          typeof cell === "string" ? (
            cell
          ) : (
            <>
              {cell.text}
              {cell.note && <small>{cell.note}</small>}
            </>
          ),
        ),
      ])}
      words={isWords ? columns.map((_, place) => place + 1) : []}
    />
  );
}

function textOf(cell: string | Cell): string {
  return typeof cell === "string" ? cell : `${cell.text} ${cell.note ?? ""}`;
}

/** A difference in words with its sign; one that is written as zero has none. */
export function withSign(words: string): string {
  return /^[−-]/.test(words) || !/[1-9]/.test(words) ? words : `+${words}`;
}
