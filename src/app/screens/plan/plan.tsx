import type { JSX } from "preact";
import { LeadEnd } from "../../parts/lead.tsx";
import { KeepBeside } from "../../parts/keep-beside.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useResults } from "../../parts/use-results.ts";
import { useView } from "../../view.ts";
import { Vote } from "../vote/vote.tsx";
import { Boom } from "./boom.tsx";
import { useGivenPlan } from "./given-plan.ts";
import { PlanHead } from "./plan-head.tsx";
import { PlanLevers } from "./plan-levers.tsx";
import { isUntouched, planOrderOf } from "./plan-order-of.ts";
import { PlanProgress } from "./plan-progress.tsx";
import { PictureAnswer, PlanDetails, PlanDoubts } from "./plan-result.tsx";
import { Repeat } from "./repeat.tsx";
import { say } from "./say.ts";
import { TradeOff } from "./trade-off.tsx";
import { useOwnEconomies } from "./use-own-economies.ts";
import { usePlan } from "./use-plan.ts";
import { WaysOut } from "./ways-out.tsx";

/** An economy with more products than this is too large for previews. */
const previewed = 20;

/** Resources as budgets, goals as sliders, the answer in words. */
export function Plan(): JSX.Element {
  const { state, still } = useView();
  const { language, economy, part } = state;
  const own = useOwnEconomies();
  const given = useGivenPlan(economy);
  const voting = part === "vote";
  if (given === "awaited" && still && !voting) return <Waiting />;
  return (
    <div class="plan-screen">
      <PlanHead own={own.map(({ id, title }) => ({ value: id, label: title[language] }))} />
      {voting ? <Vote key={economy} /> : <Desk key={economy} given={given} />}
      {!voting && <LeadEnd more={say(language, "leadMore")} />}
    </div>
  );
}

function Desk({ given }: { readonly given: ReturnType<typeof useGivenPlan> }): JSX.Element {
  const { state } = useView();
  const { language } = state;
  const ready = typeof given === "object" ? given : undefined;
  const order = planOrderOf(state);
  const plan = usePlan(
    given === "awaited" ? undefined : order,
    isUntouched(state) ? ready : undefined,
    (ready?.document?.prices.length ?? 0) > previewed,
  );
  const { planned } = plan;
  const document = planned?.document;
  useResults(planned && !plan.stale && !plan.preview ? { kind: "planned", planned } : undefined, [
    planned,
    plan.stale,
    plan.preview,
  ]);
  return (
    <div class="plan-desk">
      <section class="answer-box" aria-labelledby="plan-answer-title" aria-busy={plan.busy}>
        <div class="answer-head">
          <h2 id="plan-answer-title">{say(language, "answer")}</h2>
          <PlanProgress view={plan} language={language} />
        </div>
        <div class={plan.stale ? "answer stale" : "answer"} role="status">
          {document && <PictureAnswer {...{ document, language }} />}
          {document?.status === "infeasible" && plan.preview && <p>{say(language, "lookingForReason")}</p>}
        </div>
        <p class="onward">
          <KeepBeside />
        </p>
        {document?.status === "infeasible" && !plan.preview && <WaysOut document={document} />}
      </section>
      {planned && (
        <PlanLevers levers={planned.levers} document={document} hold={plan.hold} release={plan.release} />
      )}
      <div class="plan-rest">
        {document?.yearly && <PlanDetails {...{ document, language }} />}
        {planned && <TradeOff order={order} />}
        {document && <Boom {...{ order, document }} />}
        {document && <PlanDoubts {...{ document, language }} />}
        {planned && <Repeat planned={planned} />}
      </div>
    </div>
  );
}
