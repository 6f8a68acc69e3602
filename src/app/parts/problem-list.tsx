import type { JSX } from "preact";
import type { Problem } from "../../core/problem.ts";
import { describeProblem } from "../../text/index.ts";
import { useView } from "../view.ts";

/** Problems as sentences, each with its place. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }): JSX.Element | null {
  const { language } = useView().state;
  if (problems.length === 0) return null;
  return (
    <ul class="problems" role="alert">
      {problems.map((problem, index) => (
        <li key={index} class={problem.severity}>
          {problem.where.line > 0 && (
            <code>
              {problem.where.file}:{problem.where.line}:{problem.where.column}
            </code>
          )}{" "}
          {describeProblem(problem, language)}
        </li>
      ))}
    </ul>
  );
}
