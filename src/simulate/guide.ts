import { z } from "zod";
import type { Problem } from "../core/problem.ts";
import { readYaml } from "../dossier/yaml-document.ts";
import type { Instrument, Role } from "../ledger/ledger.ts";
import type { Model } from "../model/index.ts";
import { readings } from "../text/reading.ts";

const bilingual = z.object({ en: z.string(), de: z.string() }).strict();
const reading = z.enum(readings);
const slider = z
  .object({
    name: z.string(),
    as: reading,
    words: bilingual,
    low: z.number().optional(),
    high: z.number().optional(),
    /** Parameters set along with it, as long as it is moved. */
    also: z.record(z.string(), z.number()).optional(),
  })
  .strict();
const graph = z
  .object({
    id: z.string(),
    /** An expression over the variables, in the words of the model language. */
    show: z.string(),
    /** `baseline`: the gap to the same member without scenarios and moved parameters, as a share of it. */
    against: z.literal("baseline").optional(),
    as: reading,
    words: bilingual,
    unit: bilingual,
  })
  .strict();
const incidence = z
  .object({
    against: z.array(z.string()),
    set: z.record(z.string(), z.number()),
    from: z.string(),
    until: z.array(z.string()).min(1),
    variables: z.array(z.string()),
    /** Rows of payments by English name; the last group takes what no other names. */
    groups: z
      .array(z.object({ id: z.string(), words: bilingual, rows: z.array(z.string()) }).strict())
      .min(1),
  })
  .strict();
const roles = [
  "chips",
  "cloud",
  "lab",
  "lender",
  "user",
  "state",
  "household",
  "other",
] as const satisfies readonly Role[];
const instruments = ["equity", "loan", "bond", "purchase", "lease"] as const satisfies readonly Instrument[];
const circuit = z
  .object({
    /** Whose self-financed revenue the finding names. */
    focus: z.string(),
    /** Parameters of the run that is measured. */
    set: z.record(z.string(), z.number()),
    /** How a run becomes a ledger: see `LedgerOfRunOptions`. */
    inside: z.array(z.string()).min(1),
    roles: z.record(z.string(), z.array(z.enum(roles))),
    instruments: z.record(z.string(), z.enum(instruments)),
    /** Variables that are what a figure of a dossier is: sums of a year, or what stands at its end. */
    figures: z
      .array(
        z
          .object({
            subject: z.string(),
            measure: z.string(),
            variable: z.string(),
            as: z.enum(["sum", "end"]),
          })
          .strict(),
      )
      .default([]),
  })
  .strict();
const schema = z
  .object({
    /** Currency of the model's money, and how much one unit of it is. */
    money: z.object({ currency: z.string(), size: z.number() }).strict().optional(),
    sliders: z.array(slider),
    /** The one graph, slider and question of the first screen. */
    first: z.object({ graph: z.string(), slider: z.string(), outcome: z.string() }).strict().optional(),
    graphs: z.array(graph),
    outcomes: z.array(z.object({ id: z.string(), ask: z.string(), words: bilingual }).strict()),
    contrasts: z.array(
      z
        .object({
          id: z.string(),
          parameter: z.string(),
          values: z.tuple([z.number(), z.number()]),
          scenarios: z.array(z.string()).optional(),
          ask: z.string(),
          as: z.enum(["frequency", "change", "points"]),
          words: bilingual,
        })
        .strict(),
    ),
    policies: z.array(z.object({ scenarios: z.array(z.string()), words: bilingual }).strict()),
    incidence: incidence.optional(),
    circuit: circuit.optional(),
    cautions: z.array(bilingual),
  })
  .strict();

/** How a model is shown: what can be moved first, what is drawn, what is asked of every run, what it must not claim. */
export type Guide = z.output<typeof schema>;
export type GuideGraph = Guide["graphs"][number];
export type GuideSlider = Guide["sliders"][number];
export type GuideIncidence = z.output<typeof incidence>;
export type GuideCircuit = z.output<typeof circuit>;
export type GuideContrast = Guide["contrasts"][number];

/** Reads the guide that stands beside a model (`ki-boom.guide.yaml`). */
export function readGuide(
  file: string,
  text: string,
): { readonly value: Guide | undefined; readonly problems: readonly Problem[] } {
  const { value, problems } = readYaml(file, text, schema);
  return { value, problems };
}

const most = { sliders: 8, graphs: 9 } as const;

/** A guide for a model that has none: its first parameters with a range, and the variables that its text documents. */
export function guideOf(model: Pick<Model, "system" | "names">): Guide {
  const labels = new Map(model.names.map(({ name, label }) => [name, label]));
  const wordsOf = (name: string): { readonly en: string; readonly de: string } => {
    const [base, of = ""] = name.split(/(?=\[)/);
    const label = labels.get(name) ?? labels.get(base);
    const say = (text: string | undefined): string => (text ? `${name}: ${text}` : name) + (label ? "" : of);
    return { en: say(label?.en), de: say(label?.de) };
  };
  const { parameters, variables } = model.system;
  const written = variables.filter(({ origin }) => origin === "written");
  const documented = written.filter(({ label }) => label !== "");
  return {
    sliders: parameters
      .slice(0, most.sliders)
      .map(({ name }) => ({ name, as: "number", words: wordsOf(name) })),
    graphs: [...documented, ...written.filter(({ label }) => label === "")]
      .slice(0, most.graphs)
      .map(({ name, unit }) => ({
        id: name.replace(/\W+/g, "-"),
        show: name,
        as: "number",
        words: wordsOf(name),
        unit: { en: unit, de: unit },
      })),
    outcomes: [],
    contrasts: [],
    policies: [],
    cautions: [],
  };
}
