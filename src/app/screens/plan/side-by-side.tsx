import type { JSX } from "preact";
import { ResourceBars } from "../../../chart/index.ts";
import type { Amount, ResourceRow, SideBySide } from "../../../plan/programme/side-by-side.ts";
import { sayAmount } from "../../../plan/programme/side-by-side-words.ts";
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
        <table class="side-by-side">
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
          {side.rows.map(({ id, name, formula, sources, note }) => (
            <div key={id}>
              <dt>{name[language]}</dt>
              <dd>
                <code>{formula}</code> [<SourceText source={sources.join("; ")} />]<br />
                {note[language]}
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
  const cell = (amount: Amount, note?: string): JSX.Element =>
    "missing" in amount ? (
      <td class="quiet">{amount.missing[language]}</td>
    ) : (
      <td>
        <b>{sayAmount(amount, language)}</b>
        {note !== undefined && <span class="quiet"> {note}</span>}
      </td>
    );
  return (
    <tr>
      <th scope="row">
        {name[language]} <span class="quiet">({unit[language]})</span>
      </th>
      {cell(
        boom,
        share === null ? undefined : say(language, "shareOfToday", { share: formatShare(share, language) }),
      )}
      {cell(plan)}
      {cell(today)}
      {cell(freed)}
    </tr>
  );
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
