import type { JSX } from "preact";
import type { Language } from "../../../text/index.ts";
import { formatNumber } from "../../../text/index.ts";
import { appText } from "../../words.ts";
import { say } from "./say.ts";
import type { PlanView } from "./use-plan.ts";

const stepWords = {
  writing: "stepWriting",
  solving: "stepSolving",
  conflict: "stepConflict",
  relaxing: "stepRelaxing",
} as const;

/** Where the solver stands, with a way to stop it; room is kept so that nothing jumps. */
export function PlanProgress({
  view,
  language,
}: {
  readonly view: PlanView;
  readonly language: Language;
}): JSX.Element {
  const { busy, step, stopped, stale, preview, planned } = view;
  const name = Object.keys(stepWords).find((key): key is keyof typeof stepWords => key === step?.name);
  return (
    <div class="plan-progress">
      {busy ? (
        <p>
          <progress aria-label={say(language, "solving")} />{" "}
          <span class="quiet">
            {name && step
              ? say(language, stepWords[name], { iterations: formatNumber(step.iterations, language) })
              : say(language, planned ? "solving" : "stepLoading")}
          </span>{" "}
          <button type="button" onClick={view.stop}>
            {appText(language, "stop")}
          </button>
        </p>
      ) : stopped ? (
        <p>
          {say(language, "stoppedHere")}{" "}
          <button type="button" onClick={view.again}>
            {say(language, "again")}
          </button>
        </p>
      ) : (
        <p class="quiet">{stale ? say(language, "stale") : preview ? say(language, "preview") : ""}</p>
      )}
    </div>
  );
}
