import type { JSX } from "preact";
import { useView } from "../../view.ts";
import type { Planned } from "../../worker/plan-order.ts";
import { leverName, leverWords } from "./lever-words.ts";
import { PlanHead } from "./plan-head.tsx";
import { PictureAnswer, PlanDetails, PlanDoubts } from "./plan-result.tsx";
import { say } from "./say.ts";

/** The plan for the goals that come with an economy, as the server sends it: readable without script. */
export function PlanStill({ planned }: { readonly planned: Planned }): JSX.Element {
  const { language } = useView().state;
  const { document, levers } = planned;
  const stated = levers.filter(({ kind }) => kind !== "parameter");
  return (
    <div class="plan-screen" data-still="plan">
      <PlanHead />
      <div class="plan-desk">
        <section class="answer-box" aria-labelledby="plan-answer-title">
          <div class="answer-head">
            <h2 id="plan-answer-title">{say(language, "answer")}</h2>
          </div>
          {document && <PictureAnswer {...{ document, language }} />}
          {document && <p class="quiet">{say(language, "stillNote", { solver: document.solver })}</p>}
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
