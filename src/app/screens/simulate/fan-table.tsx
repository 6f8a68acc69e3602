import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { GuideGraph, PictureGraph } from "../../../simulate/index.ts";
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
        <div class="scroll" tabIndex={0} role="group" aria-label={graph.words[language]}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(language, "period")}</th>
                {heads.map((head) => (
                  <th key={head} scope="col" class="r">
                    {say(language, head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {dates.map((date, period) => (
                <tr key={date}>
                  <th scope="row">{date}</th>
                  {columns.map((column, place) => (
                    <td key={heads[place]} class="r">
                      {words(column[period])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
