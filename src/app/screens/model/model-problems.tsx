import type { JSX } from "preact";
import type { Problem } from "../../../core/problem.ts";
import { describeProblem } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import { say } from "./words.ts";

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** All problems of a model; each leads to its line. */
export function ModelProblems(props: {
  readonly problems: readonly Problem[];
  readonly equations: number;
  readonly onGo: (place: Place) => void;
}): JSX.Element {
  const { problems, equations, onGo } = props;
  const { language } = useView().state;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <div class="model-problems" role="status">
      <p class={errors > 0 ? "bad" : "good"}>
        {problems.length === 0
          ? say(language, "fine", { equations })
          : say(language, "problemCount", { errors, warnings: problems.length - errors })}
      </p>
      <ul class="problems">
        {problems.map((problem, index) => {
          const { file, line } = problem.where;
          return (
            <li key={index} class={problem.severity}>
              {line > 0 && (
                <button type="button" class="plain" onClick={() => onGo({ file, line })}>
                  {file}:{line}
                </button>
              )}{" "}
              {describeProblem(problem, language)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
