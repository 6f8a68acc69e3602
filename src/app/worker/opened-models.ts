import { nearestName } from "../../core/nearest-name.ts";
import type { Problem } from "../../core/problem.ts";
import { compile, type Figure, type Model } from "../../model/index.ts";
import { type Guide, guideOf, type Questions, readQuestions } from "../../simulate/index.ts";
import { createProblem } from "../../text/problem.ts";

/** A model as the server sends it, ready to be compiled. */
export interface PreparedModel {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** Texts it may include, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Figures it names, by evidence id. */
  readonly figures: Readonly<Record<string, Figure>>;
  readonly guide?: Guide;
}

/** A model by its name, with the files of it that a user changed. */
export interface ModelRef {
  readonly name: string;
  /** Texts by file, in place of its own. */
  readonly edits?: Readonly<Record<string, string>>;
}

/** A model that is compiled, with what is drawn and asked of it. */
export interface OpenedModel {
  readonly source: PreparedModel;
  readonly model: Model | undefined;
  readonly guide: Guide;
  readonly questions: Questions;
  readonly problems: readonly Problem[];
}

const mostKept = 4;
const opened = new Map<string, Promise<OpenedModel>>();

/** Fetches and compiles a model, or finds it compiled: the compiled code lives as long as the worker. */
export function openModel({ name, edits = {} }: ModelRef): Promise<OpenedModel> {
  const key = JSON.stringify([name, edits]);
  const known = opened.get(key);
  if (known) return known;
  const model = open(name, edits);
  const oldest = opened.size >= mostKept ? opened.keys().next().value : undefined;
  if (oldest !== undefined) opened.delete(oldest);
  opened.set(key, model);
  model.catch(() => opened.delete(key));
  return model;
}

async function open(name: string, edits: Readonly<Record<string, string>>): Promise<OpenedModel> {
  const { source, problems } = await fetchModel(name);
  if (!source) return { ...nothing, problems };
  const { file, text, files } = source;
  return compileSource({ ...source, text: edits[file] ?? text, files: { ...files, ...edits } });
}

/** Where the built-in models are kept: their names, and each by its name. */
export interface ModelShelf {
  readonly names: () => Promise<readonly string[]>;
  readonly model: (name: string) => Promise<PreparedModel>;
}

/** A browser asks the server; the server itself has them in memory. */
let shelf: ModelShelf = {
  names: async () => JSON.parse(await fetchText("/data/models.json")) as readonly string[],
  model: async (name) => JSON.parse(await fetchText(`/data/models/${name}.json`)) as PreparedModel,
};

/** Takes models from another shelf from now on. */
export function takeModelsFrom(other: ModelShelf): void {
  shelf = other;
  opened.clear();
}

/** The texts of a built-in model as the server has them. */
export async function fetchModel(
  name: string,
): Promise<{ readonly source: PreparedModel | undefined; readonly problems: readonly Problem[] }> {
  const names = await fetchModelNames();
  // `sim` stands for `textbook/sim`, as on the command line.
  const full = names.find((known) => known === name || known.endsWith(`/${name}`));
  if (full !== undefined) {
    return { source: await shelf.model(full), problems: [] };
  }
  const where = { file: name, line: 0, column: 0 };
  const values = { name, known: names.join(", ") };
  const hint = nearestName(name, names);
  return { source: undefined, problems: [createProblem("no-such-model", where, values, { hint })] };
}

/** Names of the built-in models. */
export function fetchModelNames(): Promise<readonly string[]> {
  return shelf.names();
}

const nothing: Omit<OpenedModel, "problems"> = {
  source: { name: "", file: "", text: "", files: {}, figures: {} },
  model: undefined,
  guide: { sliders: [], graphs: [], outcomes: [], contrasts: [], policies: [], cautions: [] },
  questions: { graphs: [], outcomes: [], outputs: [], problems: [] },
};

function compileSource(source: PreparedModel): OpenedModel {
  const { file, text, files, figures } = source;
  const { value: model, problems } = compile(text, {
    file,
    files: (name) => (Object.hasOwn(files, name) ? files[name] : undefined),
    figures: (id) => (Object.hasOwn(figures, id) ? figures[id] : undefined),
  });
  const guide = source.guide ?? guideOf(model ?? { system: { ...empty }, names: [] });
  const questions = model
    ? readQuestions(guide, model)
    : { graphs: [], outcomes: [], outputs: [], problems: [] };
  return { source, model, guide, questions, problems };
}

const empty: Model["system"] = {
  name: "",
  variables: [],
  parameters: [],
  noises: [],
  balances: [],
  checks: [],
  scenarios: [],
  start: "values",
  periods: 1,
};

async function fetchText(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
