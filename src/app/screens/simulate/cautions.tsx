import type { JSX } from "preact";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { say } from "./words.ts";

/** What must not be read into the results. */
export function Cautions({ card }: { readonly card: ModelCard }): JSX.Element | null {
  const { language } = useView().state;
  const { cautions } = card.guide;
  if (cautions.length === 0) return null;
  return (
    <section class="cautions" aria-label={say(language, "cautions")}>
      <h2>{say(language, "cautions")}</h2>
      <ul>
        {cautions.map((caution) => (
          <li key={caution.en}>{caution[language]}</li>
        ))}
      </ul>
    </section>
  );
}
