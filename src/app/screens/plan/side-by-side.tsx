import type { JSX } from "preact";
import { ResourceBars } from "../../../chart/index.ts";
import type { Amount, ResourceRow, SideBySide } from "../../../plan/programme/side-by-side.ts";
import { sayAmount, sayFormulas } from "../../../plan/programme/side-by-side-words.ts";
import { formatShare, type Language } from "../../../text/index.ts";
import { SourceText } from "../../parts/source-text.tsx";
import { sayBeside as say } from "./say.ts";

interface Shown {
  readonly side: SideBySide;
  readonly language: Language;
}

/** What can stand on one scale; the whole economy would dwarf the others. */
const drawn = ["boom", "plan", "freed"] as const;

/** Every resource in the boom, in the plan and in the whole economy: bars, a table, and what cannot be compared. */
export function SideBySideTable({ side, language }: Shown): JSX.Element {
  if (side.refused) return <p>{side.refused[language]}</p>;
  return (
    <>
      <SideBySideChart {...{ side, language }} />
      <div class="scroll" tabIndex={0} role="group" aria-label={say(language, "resource")}>
        <table class="boom-table">
          <thead>
            <tr>
              <th scope="col">{say(language, "resource")}</th>
              <th scope="col">{say(language, "boomColumn")}</th>
              <th scope="col">{say(language, "planColumn")}</th>
              <th scope="col">{say(language, "todayColumn")}</th>
              <th scope="col">{say(language, "freedColumn")}</th>
            </tr>
          </thead>
          <tbody>
            {side.rows.map((row) => (
              <ResourceLine key={row.id} {...{ row, language }} />
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{say(language, "how")}</summary>
        <dl>
          {side.rows.map((row) => (
            <div key={row.id}>
              <dt>{row.name[language]}</dt>
              <dd>
                {sayFormulas(row, language)} [<SourceText source={row.sources.join("; ")} />]<br />
                {row.note[language]}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function ResourceLine(props: { readonly row: ResourceRow; readonly language: Language }): JSX.Element {
  const { row, language } = props;
  const { name, unit, boom, plan, today, freed, share } = row;
  const note = share === null ? "" : say(language, "shareOfToday", { share: formatShare(share, language) });
  return (
    <tr>
      <th scope="row">
        {name[language]} <span class="quiet">({unit[language]})</span>
      </th>
      {mergeReasons([boom, plan, today, freed], language).map(({ text, columns, isReason }, place) => (
        <td key={place} colSpan={columns} class={isReason ? "quiet" : undefined}>
          {isReason ? text : <b>{text}</b>}
          {place === 0 && !isReason && note && <span class="quiet"> {note}</span>}
        </td>
      ))}
    </tr>
  );
}

interface Cell {
  readonly text: string;
  readonly columns: number;
  readonly isReason: boolean;
}

/** Cells of a line; a reason that neighbours share stands once across them. */
function mergeReasons(amounts: readonly Amount[], language: Language): readonly Cell[] {
  return amounts.reduce<readonly Cell[]>((cells, amount) => {
    const text = sayAmount(amount, language);
    const isReason = "missing" in amount;
    const last = cells.at(-1);
    return isReason && last?.text === text
      ? [...cells.slice(0, -1), { ...last, columns: last.columns + 1 }]
      : [...cells, { text, columns: 1, isReason }];
  }, []);
}

function SideBySideChart({ side, language }: Shown): JSX.Element {
  const words = {
    boom: say(language, "boomColumn"),
    plan: say(language, "planColumn"),
    freed: say(language, "freedColumn"),
  };
  const resources = side.rows.flatMap((row) => {
    const bars = drawn.flatMap((id) => {
      const amount = row[id];
      if ("missing" in amount) return [];
      return [{ id, value: amount.value, words: `${words[id]} ${sayAmount(amount, language)}` }];
    });
    const name = `${row.name[language]} (${row.unit[language]})`;
    return bars.length > 1 ? [{ id: row.id, name, bars }] : [];
  });
  const description = resources
    .map(({ name, bars }) => `${name}: ${bars.map(({ words: text }) => text).join(", ")}`)
    .join("; ");
  return (
    <figure>
      <figcaption>{say(language, "chartNote")}</figcaption>
      <ResourceBars id="plan-resources" title={say(language, "chartTitle")} {...{ resources, description }} />
    </figure>
  );
}
