import type { JSX } from "preact";
import { chartText } from "../../chart/index.ts";
import type { Tie } from "../../dossier/index.ts";
import { formatPeriodInWords } from "../../text/index.ts";
import { useView } from "../view.ts";
import { Cite } from "./cite.tsx";
import { Doubt } from "./doubt.tsx";
import { sayEvidence } from "./evidence-words.ts";
import { amountInWords, headingOf } from "./evidence-words.ts";
import { Facts, HangingOn, SourceList } from "./evidence-parts.tsx";

/** A tie between two actors in full. */
export function TieEvidence({ tie }: { readonly tie: Tie }): JSX.Element {
  const view = useView();
  const { original, state, page } = view;
  const { language } = state;
  const say = (key: Parameters<typeof sayEvidence>[1]): string => sayEvidence(language, key);
  const shown = view.dossier.ties.find(({ id }) => id === tie.id) ?? tie;
  const figures = original.figures.filter(({ id }) => tie.figures.includes(id));
  const sources = [...new Set([...tie.sources, ...figures.flatMap((figure) => figure.sources)])];
  const term = tie.term && formatPeriodInWords(tie.term, language);
  return (
    <>
      <h3>{headingOf(tie, view)}</h3>
      <p class="big">{amountInWords(shown, view)}</p>
      <Facts
        rows={[
          [page.say("id"), tie.id],
          [say("status"), chartText(language, tie.status)],
          [say("known"), formatPeriodInWords(tie.date, language)],
          [
            say("term"),
            term && (tie.datesBasis === "assumed" ? `${term} (${page.say("assumedDates")})` : term),
          ],
          [page.say("replaces"), tie.replaces.join(", ")],
        ]}
      />
      {tie.condition && (
        <p>
          {say("condition")}:{" "}
          <span lang={page.isNamed(tie.condition) ? language : "en"}>{page.nameOf(tie.condition)}</span>
        </p>
      )}
      {figures.length > 0 && (
        <>
          <h4>{say("restsOn")}</h4>
          <ul>
            {figures.map((figure) => (
              <li key={figure.id}>
                <a href={view.href({ evidence: figure.id })}>
                  {figure.id}: {amountInWords(figure, view)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <SourceList ids={sources} />
      {tie.note && (
        <p class="quiet">
          {say("note")}: <span lang="en">{tie.note}</span>
        </p>
      )}
      {tie.amount && <Doubt item={tie} />}
      <HangingOn id={tie.id} />
      <Cite item={tie} />
    </>
  );
}
