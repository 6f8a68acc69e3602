import type { JSX } from "preact";
import { planCommand } from "../../share/command.ts";
import { jsonText, saveFile } from "../../share/save.ts";
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
        {say(language, "repeatNote")} <code>{planCommand(economy)}</code>
      </p>
      <p class="buttons">
        <button type="button" onClick={() => saveFile("goals.yaml", jsonText(goals), "application/yaml")}>
          {say(language, "saveGoals")}
        </button>{" "}
        {document && (
          <button type="button" onClick={() => saveFile("plan.json", jsonText(document), "application/json")}>
            {say(language, "savePlan")}
          </button>
        )}
      </p>
    </section>
  );
}
