import type { JSX } from "preact";
import { chartText, type LoopMapSeries } from "../../chart/index.ts";
import { Sourced } from "../../report/index.ts";
import { useView } from "../view.ts";
import { NumberTable } from "./number-table.tsx";

/** The payments of a loop map as a table. */
export function RibbonTable({ series }: { readonly series: LoopMapSeries }): JSX.Element {
  const { page, state } = useView();
  const { language } = state;
  const word = (key: Parameters<typeof chartText>[1]): string => chartText(language, key);
  const head = ["from", "to", "kind", "status", "amount", "ofItCertain", "ofItExpected"] as const;
  const order = [...series.ribbons].sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
  return (
    <details>
      <summary>{word("tableBehind")}</summary>
      <NumberTable
        label={word("tableBehind")}
        heads={head.map(word)}
        rows={order.map((ribbon) => [
          page.nameOf(ribbon.from),
          page.nameOf(ribbon.to),
          word(ribbon.kind),
          word(ribbon.status),
          ...[ribbon.amount, ribbon.certain, ribbon.expected].map((amount, index) => (
            <Sourced key={index} page={page} evidence={ribbon.ties}>
              {page.money(amount, series.unit)}
            </Sourced>
          )),
        ])}
        words={[1, 2, 3]}
      />
    </details>
  );
}
