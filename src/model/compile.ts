import { hasErrors, type Outcome, type Problem, sortProblems, type Where } from "../core/problem.ts";
import type { Bilingual } from "../text/language.ts";
import { createProblem } from "../text/problem.ts";
import type { Calendar } from "./calendar.ts";
import type { IndexSet } from "./dimensions.ts";
import { elaborate } from "./elaborate.ts";
import type { Matrices } from "./matrix.ts";
import { parse, type Parsed } from "./parser.ts";
import type { Notes } from "./syntax.ts";
import type { System } from "./system.ts";
import type { ClaimDocument, Transaction } from "./transactions.ts";
import type { Figure, NameEntry } from "./workshop.ts";

export interface CompileOptions {
  /** Name of the file, for problems. */
  readonly file?: string;
  /** Texts that `include "name"` means. */
  readonly files?: (name: string) => string | undefined;
  /** A user's own scenarios: a text of `scenario` statements, which follow those of the model. */
  readonly scenarios?: { readonly file: string; readonly text: string };
  /** Figures that `figure("C014")` means: those of a dossier, by evidence id. */
  readonly figures?: (id: string) => Figure | undefined;
}

/** A model: its scalar system, the matrices of its accounts, and what its text says of every name. */
export interface Model {
  readonly name: string;
  readonly title: Bilingual;
  readonly source: string;
  readonly calendar: Calendar;
  readonly system: System;
  readonly matrices: Matrices;
  /** Every payment and purchase with its parties, and what is held of every claim. */
  readonly transactions: readonly Transaction[];
  readonly claims: readonly ClaimDocument[];
  readonly names: readonly NameDocument[];
  /** Dimensions and sets with their elements. */
  readonly sets: readonly IndexSet[];
  /** What sectors and elements are called, by name. */
  readonly labels: Readonly<Record<string, Bilingual>>;
}

/** What the text says of a name. */
export interface NameDocument {
  readonly name: string;
  readonly kind: NameEntry["kind"];
  readonly label: Bilingual;
  readonly unit: string;
  readonly source: string;
  readonly where: Where;
}

/**
 * Reads a model: text → tokens → statements → accounts, budgets and equations → scalars. All problems at once.
 *
 * @example
 * import { compile } from "kreislauf/model";
 * const text = "sector a, b\nasset H : a owes b\nflow G : a -> b = 2\nflow C : b -> a = 0.5 * H[-1]\ninit H = 0";
 * const { value } = compile(text);
 * value.system.variables.find(({ name }) => name === "H").origin; // → "budget"
 * compile("sector a, b\nflow G : a -> c = 2").problems.map(({ code }) => code); // → ["unknown-sector"]
 */
export function compile(text: string, options: CompileOptions = {}): Outcome<Model> {
  const { file = "model.kl", files = () => undefined, figures = () => undefined } = options;
  const parsed = withScenarios(parse(text, { file, files }), options.scenarios);
  if (parsed.statements.length === 0 && parsed.problems.length === 0) {
    return { value: undefined, problems: [createProblem("empty-model", { file, line: 1, column: 1 })] };
  }
  const { system, workshop, calendar, matrices, transactions, claims } = elaborate(
    parsed.statements,
    figures,
  );
  const lacksFile = parsed.problems.some(({ code }) => code === "include-missing");
  const problems = sortProblems(
    [...parsed.problems, ...firstCauses(workshop.problems, parsed.broken, lacksFile)],
    [file, ...(options.scenarios ? [options.scenarios.file] : [])],
  );
  if (hasErrors(problems)) return { value: undefined, problems };
  const model: Model = {
    name: calendar.name,
    title: labelOf(calendar.notes),
    source: calendar.source,
    calendar,
    system,
    matrices,
    transactions,
    claims,
    names: [...workshop.names.values()].map((entry) => ({
      name: entry.name,
      kind: entry.kind,
      label: labelOf(entry.notes),
      unit: entry.notes.unit?.text ?? "",
      source: entry.notes.source ?? "",
      where: entry.where,
    })),
    sets: [...workshop.dimensions.sets.values()],
    labels: Object.fromEntries([...workshop.labels].map(([element, notes]) => [element, labelOf(notes)])),
  };
  return { value: model, problems };
}

/** The statements of a model, and the scenarios of a second text behind them. */
function withScenarios(model: Parsed, own: CompileOptions["scenarios"]): Parsed {
  if (!own) return model;
  const parsed = parse(own.text, { file: own.file, files: () => undefined });
  const strange = parsed.statements.filter(({ kind }) => kind !== "scenario");
  return {
    statements: [...model.statements, ...parsed.statements.filter(({ kind }) => kind === "scenario")],
    problems: [
      ...model.problems,
      ...parsed.problems,
      ...strange.map(({ kind, where }) => createProblem("only-scenarios", where, { kind })),
    ],
    broken: new Set([...model.broken, ...parsed.broken]),
  };
}

/** Codes that follow when something else is not understood: a flow without its sector leaves a budget open. */
const consequences: ReadonlySet<string> = new Set(
  "leak needs-equation missing-equation lag-before-start unit-mismatch start-unbalanced".split(" "),
);
const causes: ReadonlySet<string> = new Set(
  `unknown-sector unknown-asset unknown-index unknown-account account-missing wrong-index-count no-such-element
  named-twice position-needs-name`.split(/\s+/),
);

/** Leaves out what only follows from statements that could not be read or parties that do not exist. */
function firstCauses(
  problems: readonly Problem[],
  broken: ReadonlySet<string>,
  lacksFile: boolean,
): readonly Problem[] {
  const brokenBases = new Set([...broken].map((name) => name.split(".")[0]));
  const own = problems.filter(({ code, values }) => {
    const name = String(values["name"] ?? "").split(/[.[]/)[0];
    return !(code.startsWith("unknown-") && (lacksFile || brokenBases.has(name)));
  });
  const hasCause = broken.size > 0 || lacksFile || own.some(({ code }) => causes.has(code));
  return hasCause ? own.filter(({ code }) => !consequences.has(code)) : own;
}

function labelOf({ en, de }: Notes): Bilingual {
  return { en: en ?? de ?? "", de: de ?? en ?? "" };
}
