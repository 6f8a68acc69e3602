import type { JSX } from "preact";
import { conflictsOf, type Figure } from "../../dossier/index.ts";
import { formatDayInWords, formatPeriodInWords } from "../../text/index.ts";
import { useView } from "../view.ts";
import { Cite } from "./cite.tsx";
import { Doubt } from "./doubt.tsx";
import { sayEvidence } from "./evidence-words.ts";
import { amountInWords, headingOf } from "./evidence-words.ts";
import { Facts, HangingOn, SourceList } from "./evidence-parts.tsx";

/** A figure of the dossier in full. */
export function FigureEvidence({ figure }: { readonly figure: Figure }): JSX.Element {
  const view = useView();
  const { original, state, page } = view;
  const { language } = state;
  const say = (key: Parameters<typeof sayEvidence>[1]): string => sayEvidence(language, key);
  const shown = view.dossier.figures.find(({ id }) => id === figure.id) ?? figure;
  const others = conflictsOf(original, figure.id);
  return (
    <>
      <h3>{headingOf(figure, view)}</h3>
      <p class="big">{amountInWords(shown, view)}</p>
      <Facts
        rows={[
          [page.say("id"), figure.id],
          [say("period"), figure.period && formatPeriodInWords(figure.period, language)],
          [say("status"), page.say(figure.status)],
          [say("confidence"), say(figure.confidence)],
          [say("origin"), say(figure.origin)],
          [say("known"), formatDayInWords(figure.known, language)],
        ]}
      />
      {figure.derivation !== "" && (
        <p>
          {say("derivation")}: <Formula text={figure.derivation} />
        </p>
      )}
      <SourceList ids={figure.sources} />
      {others.length > 0 && (
        <>
          <h4>{say("conflicts")}</h4>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <a href={view.href({ evidence: other.id })}>
                  {other.id}: {amountInWords(other, view)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {figure.note && (
        <p class="quiet">
          {say("note")}: <span lang="en">{figure.note}</span>
        </p>
      )}
      {figure.amount && <Doubt item={figure} />}
      <HangingOn id={figure.id} />
      <Cite item={figure} />
    </>
  );
}

/** A formula whose ids lead to their figures. */
function Formula({ text }: { readonly text: string }): JSX.Element {
  const { page } = useView();
  return (
    <code>
      {text.split(/([A-Za-z_][\w-]*)/).map((part, index) => {
        const href = page.rowOf(part);
        return href ? (
          <a key={index} href={href}>
            {part}
          </a>
        ) : (
          part
        );
      })}
    </code>
  );
}
