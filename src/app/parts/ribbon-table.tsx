import type { JSX } from "preact";
import { chartText, type LoopMapSeries } from "../../chart/index.ts";
import { Sourced } from "../../report/index.ts";
import { useView } from "../view.ts";

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
      <div class="scroll" tabIndex={0} role="group" aria-label={word("tableBehind")}>
        <table>
          <thead>
            <tr>
              {head.map((key, index) => (
                <th key={key} scope="col" class={index > 3 ? "r" : undefined}>
                  {word(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.map((ribbon) => (
              <tr key={ribbon.id}>
                <td>{page.nameOf(ribbon.from)}</td>
                <td>{page.nameOf(ribbon.to)}</td>
                <td>{word(ribbon.kind)}</td>
                <td>{word(ribbon.status)}</td>
                {[ribbon.amount, ribbon.certain, ribbon.expected].map((amount, index) => (
                  <td key={index} class="r">
                    <Sourced page={page} evidence={ribbon.ties}>
                      {page.money(amount, series.unit)}
                    </Sourced>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
