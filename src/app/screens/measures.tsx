import type { JSX } from "preact";
import { ClaimsSection, MeasureCards, type ResultList, resultLists } from "../../report/index.ts";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

/** A card a measure, list by list; the statements of the article are a list of their own. */
export function Measures(): JSX.Element {
  const view = useView();
  const { page, state, measured } = view;
  const lists = resultLists.filter((list) => measured.measurement[list].length > 0);
  const parts: readonly (ResultList | "claims")[] = [
    ...lists,
    ...(page.dossier.claims.length > 0 ? (["claims"] as const) : []),
  ];
  const part = parts.find((one) => one === state.part) ?? parts[0];
  return (
    <div class="measures">
      <h1>{appText(state.language, "measures")}</h1>
      <nav class="parts" aria-label={appText(state.language, "measures")}>
        {parts.map((one) => (
          <a
            key={one}
            href={view.href({ part: one, evidence: "" })}
            aria-current={one === part ? "page" : undefined}
          >
            {page.say(one)}
          </a>
        ))}
      </nav>
      {part && <h2>{page.say(part)}</h2>}
      {part === "claims" ? <ClaimsSection page={page} /> : part && <MeasureCards page={page} list={part} />}
    </div>
  );
}
