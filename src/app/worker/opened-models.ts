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

/** A model by its name, or by the text that a user wrote. */
export interface ModelRef {
  readonly name: string;
  readonly text?: string;
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
export function openModel({ name, text }: ModelRef): Promise<OpenedModel> {
  const key = text === undefined ? `name ${name}` : `text ${text}`;
  const known = opened.get(key);
  if (known) return known;
  const model = open(name, text);
  const oldest = opened.size >= mostKept ? opened.keys().next().value : undefined;
  if (oldest !== undefined) opened.delete(oldest);
  opened.set(key, model);
  model.catch(() => opened.delete(key));
  return model;
}

async function open(name: string, text: string | undefined): Promise<OpenedModel> {
  if (text !== undefined) return compileSource({ name, file: `${name}.kl`, text, files: {}, figures: {} });
  const names = JSON.parse(await fetchText("/data/models.json")) as readonly string[];
  if (names.includes(name)) {
    return compileSource(JSON.parse(await fetchText(`/data/models/${name}.json`)) as PreparedModel);
  }
  const where = { file: name, line: 0, column: 0 };
  const hint = nearestName(name, names);
  const problem = createProblem("no-such-model", where, { name, known: names.join(", ") }, { hint });
  const nothing = { graphs: [], outcomes: [], outputs: [], problems: [] };
  const guide = { sliders: [], graphs: [], outcomes: [], contrasts: [], policies: [], cautions: [] };
  const source = { name, file: name, text: "", files: {}, figures: {} };
  return { source, model: undefined, guide, questions: nothing, problems: [problem] };
}

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
  return { source, model, guide, questions, problems: [...problems, ...questions.problems] };
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
