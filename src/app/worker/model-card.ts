import type { Problem } from "../../core/problem.ts";
import { nameOfPeriod } from "../../model/index.ts";
import { parse } from "../../model/parser.ts";
import type { Guide } from "../../simulate/index.ts";
import type { Bilingual } from "../../text/language.ts";
import { type ModelRef, openModel, type OpenedModel } from "./opened-models.ts";

/** What a screen says of a model: names, ranges and sources out of its own text. */
export interface ModelCard {
  readonly name: string;
  readonly title: Bilingual;
  readonly source: string;
  readonly periods: number;
  readonly equations: number;
  readonly dates: readonly string[];
  readonly parameters: readonly ParameterCard[];
  readonly scenarios: readonly ScenarioCard[];
  /** What the text says of every name. */
  readonly names: readonly {
    readonly name: string;
    readonly label: Bilingual;
    readonly unit: string;
    readonly source: string;
  }[];
  readonly guide: Guide;
  readonly problems: readonly Problem[];
}

export interface ParameterCard {
  readonly name: string;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly unit: string;
  readonly label: Bilingual;
  readonly source: string;
  readonly isDrawn: boolean;
}

export interface ScenarioCard {
  readonly name: string;
  readonly label: Bilingual;
  /** Parameters it changes. */
  readonly sets: readonly string[];
}

/** Statement of the model text with what it reads. */
export interface EquationCard {
  readonly name: string;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly label: Bilingual;
  readonly unit: string;
  readonly source: string;
  /** Names it reads, with what they are. */
  readonly inputs: readonly { readonly name: string; readonly label: Bilingual }[];
}

export type CardAnswer =
  | ModelCard
  | { readonly parameters?: undefined; readonly problems: readonly Problem[] };

/** Describes a model by its own documentation. */
export async function describeModel(ref: ModelRef): Promise<CardAnswer> {
  const opened = await openModel(ref);
  const { model, guide, problems } = opened;
  if (!model) return { problems };
  const labels = new Map(model.names.map((name) => [name.name, name]));
  const { system, calendar } = model;
  return {
    name: model.name,
    title: model.title,
    source: model.source,
    periods: system.periods,
    equations: system.variables.length,
    dates: Array.from({ length: system.periods + 1 }, (_, period) => nameOfPeriod(calendar, period)),
    parameters: system.parameters.map(({ name, value, low, high, distribution, unit, label, source }) => ({
      name,
      value,
      low,
      high,
      unit,
      source,
      label: labels.get(name.split("[")[0])?.label ?? { en: label, de: label },
      isDrawn: distribution !== undefined,
    })),
    scenarios: scenarioCards(opened),
    names: model.names.map(({ name, label, unit, source }) => ({ name, label, unit, source })),
    guide,
    problems,
  };
}

function scenarioCards({ model, source }: OpenedModel): readonly ScenarioCard[] {
  const { statements } = parse(source.text, { file: source.file, files: (name) => source.files[name] });
  const { parameters, scenarios } = model!.system;
  return scenarios.map(({ name, label, changes }) => {
    const said = statements.find((each) => each.kind === "scenario" && each.name === name);
    const notes = said?.kind === "scenario" ? said.notes : undefined;
    const sets = changes.flatMap(({ target }) =>
      target.kind === "parameter" ? [parameters[target.index].name] : [],
    );
    return { name, label: { en: notes?.en ?? label, de: notes?.de ?? notes?.en ?? label }, sets };
  });
}

/** The statements behind a graph, first what it shows. */
export async function explainGraph(ref: ModelRef, graph: string): Promise<readonly EquationCard[]> {
  const opened = await openModel(ref);
  const { model, questions } = opened;
  const rule = questions.graphs.find(({ id }) => id === graph)?.rule;
  if (!model || !rule) return [];
  return [...new Map(rule.variables.map((name) => [baseOf(name), name])).values()].map((name) =>
    explainVariable(opened, name),
  );
}

function explainVariable({ model, source }: OpenedModel, name: string): EquationCard {
  const { variables } = model!.system;
  const variable = variables.find((one) => one.name === name)!;
  const labels = new Map(model!.names.map((entry) => [entry.name, entry]));
  const { where } = variable;
  const text = statementAt(source.file === where.file ? source.text : source.files[where.file], where.line);
  const [equation] = text.split(/\s+"/);
  const said = labels.get(name) ?? labels.get(baseOf(name));
  const mentioned = new Set(equation.match(/[\p{L}_][\p{L}\p{N}_.]*/gu) ?? []);
  mentioned.delete(baseOf(name));
  const inputs = [...mentioned].flatMap((each) => {
    const entry = labels.get(each);
    return entry ? [{ name: each, label: entry.label }] : [];
  });
  return {
    name,
    text: equation,
    file: where.file,
    line: where.line,
    label: said?.label ?? { en: variable.label, de: variable.label },
    unit: variable.unit,
    source: said?.source ?? "",
    inputs,
  };
}

/** The line of a statement with the indented lines that go on with it. */
function statementAt(text: string | undefined, line: number): string {
  const lines = (text ?? "").split(/\r?\n/).slice(line - 1);
  const after = lines.slice(1).findIndex((next) => !/^\s+\S/.test(next));
  return lines.slice(0, after < 0 ? undefined : after + 1).join("\n");
}

function baseOf(name: string): string {
  return name.split("[")[0];
}
