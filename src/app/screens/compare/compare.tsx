import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { mostKept } from "../../state/kept-states.ts";
import { useResults } from "../../parts/use-results.ts";
import { useView } from "../../view.ts";
import { groupColumns, readColumns } from "./columns.ts";
import { useParts } from "./compared-part.ts";
import { MeasuredGroup } from "./measured.tsx";
import { PlannedGroup } from "./planned.tsx";
import { SimulatedGroup } from "./simulated.tsx";
import { Suggestions } from "./suggestions.tsx";
import { say } from "./words.ts";

/** Two to four kept states side by side, each kind in a group of its own. */
export function Compare(): JSX.Element {
  const view = useView();
  const { language, compare } = view.state;
  const { columns, problems } = readColumns(compare);
  const groups = groupColumns(columns);
  const kinds = new Set(groups.map(({ kind }) => kind));
  const several = (kind: string): boolean => groups.filter((group) => group.kind === kind).length > 1;
  const { parts, noteOf } = useParts(groups);
  useResults(columns.length > 0 ? { kind: "compared", parts } : undefined, [
    columns.map(({ address }) => address).join("|"),
    ...parts,
  ]);
  useEffect(() => {
    if (problems.length > 0) view.notify(problems);
  }, [compare.join("|")]);
  return (
    <div class="compare">
      <h1>{say(language, "title")}</h1>
      <p class="lead">{say(language, "intro")}</p>
      {columns.length === 0 && <p>{say(language, "none")}</p>}
      {columns.length < 2 && <Suggestions />}
      {kinds.size > 1 && <p class="apart">{say(language, "kindsApart")}</p>}
      {several("simulated") && <p class="apart">{say(language, "modelsApart")}</p>}
      {several("planned") && <p class="apart">{say(language, "economiesApart")}</p>}
      {groups.map((group) => {
        const { kind, of, columns: own } = group;
        const note = noteOf(group);
        const key = `${kind} ${of}`;
        switch (kind) {
          case "measured":
            return <MeasuredGroup key={key} columns={own} note={note} />;
          case "simulated":
            return <SimulatedGroup key={key} model={of} columns={own} note={note} />;
          case "planned":
            return <PlannedGroup key={key} economy={of} columns={own} note={note} />;
        }
      })}
      {columns.length === mostKept && <p class="quiet">{say(language, "full")}</p>}
      {columns.length >= 2 && (
        <details class="more-comparisons">
          <summary>{say(language, "suggestionsMore")}</summary>
          <Suggestions />
        </details>
      )}
    </div>
  );
}
