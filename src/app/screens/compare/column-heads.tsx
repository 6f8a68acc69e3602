import type { ComponentChildren, JSX } from "preact";
import { writeAddress } from "../../state/address.ts";
import { useView } from "../../view.ts";
import type { Column } from "./columns.ts";
import { say } from "./words.ts";

/** The letter of a column in its colour. */
export function Letter({ column }: { readonly column: Column }): JSX.Element {
  return <span class={`column-letter layer of-${column.place}`}>{column.letter}</span>;
}

/** One head a column: what it is, what sets it apart, the way back to it and out of the comparison. */
export function ColumnHeads(props: {
  readonly columns: readonly Column[];
  readonly titleOf: (column: Column) => string;
  /** What differs from the other columns, in words. */
  readonly differencesOf: (column: Column) => readonly string[];
  readonly children?: (column: Column) => ComponentChildren;
}): JSX.Element {
  const { columns, titleOf, differencesOf, children } = props;
  const view = useView();
  const { language, compare } = view.state;
  return (
    <div class="compared-columns">
      {columns.map((column) => {
        const { address, state } = column;
        const differences = differencesOf(column);
        return (
          <section key={address} aria-label={`${column.letter}: ${titleOf(column)}`}>
            <h3>
              <Letter column={column} />{" "}
              <a href={writeAddress({ ...state, language, compare, theme: view.state.theme })}>
                {titleOf(column)}
              </a>
            </h3>
            <p class="quiet">
              {differences.length > 0 && `${differences.join(" · ")} `}
              <a
                href={view.href({ compare: compare.filter((other) => other !== address) })}
                aria-label={`${say(language, "remove")}: ${column.letter}`}
              >
                {say(language, "remove")}
              </a>
            </p>
            {children?.(column)}
          </section>
        );
      })}
    </div>
  );
}
