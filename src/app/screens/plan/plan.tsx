import type { JSX } from "preact";
import { Choice } from "../../parts/choice.tsx";
import { KeepBeside } from "../../parts/keep-beside.tsx";
import { useResults } from "../../parts/use-results.ts";
import { useView } from "../../view.ts";
import { Vote } from "../vote/vote.tsx";
import { Boom } from "./boom.tsx";
import { economyChoices } from "./economy-choices.ts";
import { useGivenPlan } from "./given-plan.ts";
import { PlanLevers } from "./plan-levers.tsx";
import { isUntouched, planOrderOf } from "./plan-order-of.ts";
import { PlanProgress } from "./plan-progress.tsx";
import { PlanAnswer, PlanDetails, PlanDoubts } from "./plan-result.tsx";
import { Repeat } from "./repeat.tsx";
import { say } from "./say.ts";
import { TradeOff } from "./trade-off.tsx";
import { usePlan } from "./use-plan.ts";
import { WaysOut } from "./ways-out.tsx";

/** An economy with more products than this is too large for previews. */
const previewed = 20;

/** Resources as budgets, goals as sliders, the answer in words. */
export function Plan(): JSX.Element {
  const view = useView();
  const { language, economy, part } = view.state;
  const voting = part === "vote";
  return (
    <div class="plan-screen">
      <header>
        <nav class="parts" aria-label={say(language, "parts")}>
          <a href={view.href({ part: "" })} aria-current={voting ? undefined : "page"}>
            {say(language, "partPlan")}
          </a>
          <a href={view.href({ part: "vote" })} aria-current={voting ? "page" : undefined}>
            {say(language, "partVote")}
          </a>
        </nav>
        {!voting && (
          <>
            <h1>{say(language, "title")}</h1>
            <p class="lead">{say(language, "lead")}</p>
          </>
        )}
        <Choice
          label={say(language, "economy")}
          value={economy}
          options={economyChoices(language)}
          hrefOf={(other) => view.href({ economy: other, goals: {} })}
        />
      </header>
      {voting ? <Vote key={economy} /> : <Desk key={economy} />}
    </div>
  );
}

function Desk(): JSX.Element {
  const { state } = useView();
  const { language, economy } = state;
  const given = useGivenPlan(economy);
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
        <h2 id="plan-answer-title">{say(language, "answer")}</h2>
        <PlanProgress view={plan} language={language} />
        <div class={plan.stale ? "answer stale" : "answer"} role="status">
          {document && <PlanAnswer {...{ document, language }} />}
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
