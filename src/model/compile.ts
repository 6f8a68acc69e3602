import { hasErrors, type Outcome, sortProblems } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";
import { elaborate, type Elaborated } from "./elaborate.ts";
import { parse } from "./parser.ts";
import type { System } from "./system.ts";
import type { Figure } from "./workshop.ts";

export interface CompileOptions {
  /** Name of the file, for problems. */
  readonly file?: string;
  /** Texts that `include "name"` means. */
  readonly files?: (name: string) => string | undefined;
  /** Figures that `figure("C014")` means: those of a dossier, by evidence id. */
  readonly figures?: (id: string) => Figure | undefined;
}

/** A model: its scalar system, and the accounts it came from. */
export interface Model {
  readonly name: string;
  readonly system: System;
  readonly elaborated: Elaborated;
}

/**
 * Reads a model: text → tokens → statements → accounts, budgets and equations → scalars. All problems at once.
 */
export function compile(text: string, options: CompileOptions = {}): Outcome<Model> {
  const { file = "model.kl", files = () => undefined, figures = () => undefined } = options;
  const parsed = parse(text, { file, files });
  if (parsed.statements.length === 0 && parsed.problems.length === 0) {
    return { value: undefined, problems: [createProblem("empty-model", { file, line: 1, column: 1 })] };
  }
  const elaborated = elaborate(parsed.statements, figures);
  // What a broken line would have declared is unknown below it: its own problems come first and suffice.
  const problems = sortProblems([...parsed.problems, ...elaborated.workshop.problems], [file]);
  if (hasErrors(problems)) return { value: undefined, problems };
  return { value: { name: elaborated.system.name, system: elaborated.system, elaborated }, problems };
}
