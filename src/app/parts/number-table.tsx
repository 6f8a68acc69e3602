import type { ComponentChildren, JSX } from "preact";

/** A table that scrolls in its own box: a name in front of each row, numbers to the right. */
export function NumberTable(props: {
  /** What the table is about, for those who do not see it. */
  readonly label: string;
  /** Heads of the columns; the first stands over the names. */
  readonly heads: readonly ComponentChildren[];
  /** Cells of the rows; the first is the name. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Columns with words instead of numbers, besides the names. */
  readonly words?: readonly number[];
  readonly id?: string;
  readonly class?: string;
  readonly classOfRow?: (row: number) => string | undefined;
}): JSX.Element {
  const { label, heads, rows, words = [], id, classOfRow } = props;
  const side = (column: number): string | undefined =>
    column === 0 || words.includes(column) ? undefined : "r";
  return (
    <div class="scroll" id={id} tabIndex={0} role="group" aria-label={label}>
      <table class={props.class}>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={column} scope="col" class={side(column)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row} class={classOfRow?.(row)}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={place} class={side(place + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
