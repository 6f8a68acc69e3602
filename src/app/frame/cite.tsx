import type { JSX } from "preact";
import type { Figure, Tie } from "../../dossier/index.ts";
import { citeItem } from "../state/citation.ts";
import { useView } from "../view.ts";
import { appText } from "../words.ts";
import { sayEvidence } from "./evidence-words.ts";
import { amountInWords, headingOf } from "./evidence-words.ts";

/** A figure as a reference with its first source, ready to copy. */
export function Cite({ item }: { readonly item: Figure | Tie }): JSX.Element {
  const view = useView();
  const { language } = view.state;
  const text = citeItem(item, {
    heading: headingOf(item, view),
    amount: amountInWords(item, view),
    dossier: view.original,
    asOf: view.measured.measurement.asOf,
    language,
  });
  return (
    <>
      <h4>{sayEvidence(language, "cite")}</h4>
      <p class="citation">{text}</p>
      <button type="button" data-copy={text}>
        {appText(language, "copy")}
      </button>
    </>
  );
}
