import type { JSX } from "preact";
import type { CellRange, GuideIncidence, WhoPays, WhoPaysRanges } from "../../../simulate/index.ts";
import { formatNumber } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { titleOfGroup } from "./group-title.ts";
import { say } from "./words.ts";

/** Every row behind the pictures: who has what more or less, with the sum that shows that nothing is lost. */
export function WhoPaysTable(props: {
  readonly card: ModelCard;
  readonly guide: GuideIncidence;
  readonly found: WhoPays;
  readonly ranges: WhoPaysRanges | undefined;
}): JSX.Element {
  const { guide, found, ranges } = props;
  const { language } = useView().state;
  const number = (value: number): string => formatNumber(value, language, 1);
  const reach = ({ low, median, high }: CellRange): string =>
    say(language, "reachCell", { median: number(median), low: number(low), high: number(high) });
  return (
    <details>
      <summary>{say(language, "rowsBehind")}</summary>
      <div class="scroll" tabIndex={0} role="group" aria-label={say(language, "rowsBehind")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(language, "payment")}</th>
              {found.payers.map(({ id, label }) => (
                <th key={id} scope="col" class="r">
                  {label[language]}
                </th>
              ))}
              <th scope="col" class="r">
                {say(language, "sum")}
              </th>
            </tr>
          </thead>
          {found.groups.map(({ id, values, total, rows }) => (
            <tbody key={id}>
              <tr class="group">
                <th scope="rowgroup">{titleOfGroup(id, guide, language)}</th>
                {values.map((value, place) => (
                  <td key={found.payers[place].id} class="r">
                    {number(value)}
                  </td>
                ))}
                <td class="r">{number(total)}</td>
              </tr>
              {ranges?.[id] && (
                <tr class="reach">
                  <th scope="row">{say(language, "reachRow")}</th>
                  {ranges[id].map((range, place) => (
                    <td key={found.payers[place].id} class="r">
                      {reach(range)}
                    </td>
                  ))}
                  <td />
                </tr>
              )}
              {rows.length > 1 &&
                rows.map((row) => (
                  <tr key={row.label.en}>
                    <th scope="row">{row.label[language]}</th>
                    {row.values.map((value, place) => (
                      <td key={found.payers[place].id} class="r">
                        {number(value)}
                      </td>
                    ))}
                    <td class="r">{number(row.total)}</td>
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </details>
  );
}
