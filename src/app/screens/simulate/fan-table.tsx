import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { GuideGraph, PictureGraph } from "../../../simulate/index.ts";
import { NumberTable } from "../../parts/number-table.tsx";
import { useView } from "../../view.ts";
import { say } from "./words.ts";

const heads = ["lowest", "low", "median", "high", "highest", "baseline"] as const;

/** The numbers of a fan, a row a period; made when it is opened. */
export function FanTable(props: {
  readonly graph: GuideGraph;
  readonly found: PictureGraph;
  readonly dates: readonly string[];
  readonly words: (value: number) => string;
}): JSX.Element {
  const { graph, found, dates, words } = props;
  const { language } = useView().state;
  const [isOpen, setOpen] = useState(false);
  const columns = [...found.fan.bands, found.baseline];
  return (
    <details class="behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(language, "tableBehind")}</summary>
      {isOpen && (
        <NumberTable
          label={graph.words[language]}
          heads={[say(language, "period"), ...heads.map((head) => say(language, head))]}
          rows={dates.map((date, period) => [date, ...columns.map((column) => words(column[period]))])}
        />
      )}
    </details>
  );
}
