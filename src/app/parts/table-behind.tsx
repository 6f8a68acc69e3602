import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { chartText } from "../../chart/index.ts";
import { useView } from "../view.ts";
import { NumberTable } from "./number-table.tsx";

/** The numbers behind a picture; made when they are opened. */
export function TableBehind(props: {
  /** What the table is about, for those who do not see it. */
  readonly label: string;
  readonly heads: readonly ComponentChildren[];
  readonly rows: () => readonly (readonly ComponentChildren[])[];
}): JSX.Element {
  const { label, heads, rows } = props;
  const { language } = useView().state;
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{chartText(language, "tableBehind")}</summary>
      {isOpen && <NumberTable {...{ label, heads }} rows={rows()} />}
    </details>
  );
}
