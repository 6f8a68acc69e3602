import { nearestName } from "../core/nearest-name.ts";
import { hasErrors, type Outcome, type Problem } from "../core/problem.ts";
import type { Dossier } from "../dossier/index.ts";
import { compile, type Figure, type Model } from "../model/index.ts";
import { builtInModels, type ModelText, readModelText, readTextFile } from "../store/index.ts";
import { createProblem, formatProblemWithSource } from "../text/index.ts";
import { checkDossierAt } from "./dossier-argument.ts";
import { exitCode } from "./exit-code.ts";
import { CommandFailure, type Terminal } from "./terminal.ts";

/** True for a file `name.kl` and the name of a built-in model. */
export async function isModel(name: string): Promise<boolean> {
  if (name.endsWith(".kl")) return true;
  return (await builtInModels()).some((known) => known === name || known.endsWith(`/${name}`));
}

/** Where figures come from unless a dossier is named. */
const usualDossier = "ki-2025";

/** Reads and compiles a model; an unknown name ends the command. */
export async function compileModelAt(
  name: string,
  dossier = usualDossier,
  scenarioFile?: string,
): Promise<Outcome<Model> & { readonly source: ModelText | undefined }> {
  const { model: source, problems } = await readModelText(name);
  if (!source) {
    if (problems.length > 0) return { value: undefined, problems, source };
    const known = await builtInModels();
    throw new CommandFailure(exitCode.problems, [
      createProblem(
        "no-such-model",
        { file: name, line: 0, column: 0 },
        { name, known: known.join(", ") },
        {
          hint: nearestName(name, [...known.map((each) => each.slice(each.lastIndexOf("/") + 1)), ...known]),
        },
      ),
    ]);
  }
  const figures = [source.text, ...source.files.values()].some((text) => /\bfigure\s*\(/.test(text))
    ? figuresOf((await checkDossierAt(dossier)).dossier)
    : new Map<string, Figure>();
  const missing: Problem[] = [];
  const own =
    scenarioFile === undefined ? undefined : await readTextFile(scenarioFile, scenarioFile, missing);
  if (missing.length > 0) return { value: undefined, problems: missing, source };
  const outcome = compile(source.text, {
    file: source.file,
    files: (file) => source.files.get(file),
    figures: (id) => figures.get(id),
    ...(own === undefined || scenarioFile === undefined
      ? {}
      : { scenarios: { file: scenarioFile, text: own } }),
  });
  return { ...outcome, problems: [...problems, ...outcome.problems], source };
}

/** Figures of a dossier as a model may name them. */
export function figuresOf(dossier: Dossier | undefined): ReadonlyMap<string, Figure> {
  return new Map(
    (dossier?.figures ?? []).flatMap(({ id, amount, unit }) =>
      amount ? [[id, { value: amount.value, low: amount.low, high: amount.high, unit }] as const] : [],
    ),
  );
}

/** A model without errors, or the command ends with all problems; warnings are printed and the work goes on. */
export async function openModel(
  name: string,
  dossier: string | undefined,
  terminal: Terminal,
  scenarioFile?: string,
): Promise<Model> {
  return (await openModelText(name, dossier, terminal, scenarioFile)).model;
}

/** The same with its text, to show the lines that problems of a run speak of. */
export async function openModelText(
  name: string,
  dossier: string | undefined,
  terminal: Terminal,
  scenarioFile?: string,
): Promise<{ readonly model: Model; readonly source: ModelText | undefined }> {
  const { value, problems, source } = await compileModelAt(name, dossier, scenarioFile);
  printModelProblems(terminal, problems, source);
  if (!value || hasErrors(problems)) throw new CommandFailure(exitCode.problems, []);
  return { model: value, source };
}

/** One problem with its source line after the other, on `err`. */
export function printModelProblems(
  terminal: Terminal,
  problems: readonly Problem[],
  source: ModelText | undefined,
): void {
  for (const problem of problems) {
    const { file } = problem.where;
    const text = file === source?.file ? source.text : source?.files.get(file);
    terminal.err(`${formatProblemWithSource(problem, text, terminal.language)}\n`);
  }
}
