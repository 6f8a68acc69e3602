import type { JSX } from "preact";
import { relaxLevers } from "../../../plan/programme/levers.ts";
import { PlanWords } from "../../../plan/programme/plan-answer.ts";
import type { PlanDocument } from "../../../plan/programme/plan-document.ts";
import { useView } from "../../view.ts";
import { say } from "./say.ts";

/** Why there is no plan: the rules that clash, the facts in the way, and ways out that one click takes. */
export function WaysOut({ document }: { readonly document: PlanDocument }): JSX.Element {
  const view = useView();
  const { language, goals } = view.state;
  const words = new PlanWords(document, language);
  const rules = words.conflict();
  const obstacles = words.obstacles();
  const ways = words.relaxations();
  return (
    <div class="ways-out">
      <section aria-labelledby="plan-conflict">
        <h2 id="plan-conflict">{say(language, "conflictHeading")}</h2>
        <p>{words.conflictTitle()}</p>
        <ul>
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        {obstacles.length > 0 && (
          <>
            <h3>{say(language, "obstaclesHeading")}</h3>
            <ul>
              {obstacles.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="plan-ways">
        <h2 id="plan-ways">{say(language, "waysHeading")}</h2>
        {ways.length === 0 && <p>{say(language, "noWay")}</p>}
        <ol class="ways">
          {ways.map((way, index) => (
            <li key={way}>
              <span id={`way-${index}`}>{way}</span>{" "}
              <button
                type="button"
                aria-describedby={`way-${index}`}
                onClick={() => view.change({ goals: relaxLevers(goals, document.relaxations[index]) })}
              >
                {say(language, "apply")}
              </button>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
