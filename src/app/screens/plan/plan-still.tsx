import type { JSX } from "preact";
import { useView } from "../../view.ts";
import type { Planned } from "../../worker/plan-order.ts";
import { economyChoices } from "./economy-choices.ts";
import { leverName, leverWords } from "./lever-words.ts";
import { PlanAnswer, PlanDetails, PlanDoubts } from "./plan-result.tsx";
import { say } from "./say.ts";

/** The plan for the goals that come with an economy, as the server sends it: readable without script. */
export function PlanStill({ planned }: { readonly planned: Planned }): JSX.Element {
  const { href, state } = useView();
  const { language } = state;
  const { document, levers } = planned;
  const stated = levers.filter(({ kind }) => kind !== "parameter");
  return (
    <div class="plan-screen">
      <header>
        <h1>{say(language, "title")}</h1>
        <p class="lead">{say(language, "lead")}</p>
        <p>
          {economyChoices(language).map(({ value, label }) => (
            <a
              key={value}
              class="button"
              href={href({ economy: value, goals: {} })}
              aria-current={document?.economy.id === value ? "true" : undefined}
            >
              {label}
            </a>
          ))}
        </p>
        {document && <p class="quiet">{say(language, "stillNote", { solver: document.solver })}</p>}
      </header>
      <div class="plan-desk">
        <section class="answer-box" aria-labelledby="plan-answer-title">
          <h2 id="plan-answer-title">{say(language, "answer")}</h2>
          {document && <PlanAnswer {...{ document, language }} />}
        </section>
        <section class="plan-levers" aria-labelledby="plan-goals">
          <h2 id="plan-goals">{say(language, "asItStands")}</h2>
          <table>
            <tbody>
              {stated.map((lever) => (
                <tr key={lever.id}>
                  <th scope="row">{leverName(lever, language)}</th>
                  <td class="r">{leverWords(lever, {}, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <div class="plan-rest">
          {document && <PlanDetails {...{ document, language }} />}
          {document && <PlanDoubts {...{ document, language }} />}
        </div>
      </div>
    </div>
  );
}
