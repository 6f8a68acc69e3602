import type { JSX } from "preact";
import { useView } from "../../view.ts";
import type { Planned } from "../../worker/plan-order.ts";
import { say } from "./say.ts";

/** The goals and the plan to take along, and the command that gives the same plan. */
export function Repeat({ planned }: { readonly planned: Planned }): JSX.Element {
  const { state } = useView();
  const { language, economy } = state;
  const { goals, document } = planned;
  return (
    <section class="repeat" aria-labelledby="plan-repeat">
      <h2 id="plan-repeat">{say(language, "repeatHeading")}</h2>
      <p>
        {say(language, "repeatNote")} <code>kreislauf plan {economy} --goals goals.yaml</code>
      </p>
      <p class="buttons">
        <a class="button" download="goals.yaml" href={dataOf(goals)}>
          {say(language, "saveGoals")}
        </a>{" "}
        {document && (
          <a class="button" download="plan.json" href={dataOf(document)}>
            {say(language, "savePlan")}
          </a>
        )}
      </p>
    </section>
  );
}

/** JSON is YAML, too. */
function dataOf(value: unknown): string {
  return `data:application/json;charset=utf-8,${encodeURIComponent(`${JSON.stringify(value, null, 2)}\n`)}`;
}
