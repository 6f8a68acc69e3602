import { z } from "zod";
import type { Problem } from "../core/problem.ts";
import type { Model } from "../model/index.ts";
import type { Guide } from "./guide.ts";
import type { Picture } from "./picture.ts";
import type { Run } from "./run.ts";
import { hashRun } from "./run-hash.ts";

const count = z.number().int().min(0);
const words = z.strictObject({ en: z.string(), de: z.string() });
const series = z.array(z.number().nullable());
const frequency = z.number().min(0).max(1).nullable();

/** What `kreislauf simulate --graphs --json` prints. */
export const graphsDocument = z
  .strictObject({
    format: z.literal(1),
    model: z.string(),
    title: words,
    source: z.string().describe("Where the model comes from"),
    scenarios: z.array(z.string()),
    set: z.record(z.string(), z.number()).describe("Parameters set by the caller"),
    seed: count,
    runs: count.describe("Members of the ensemble; the first has the central parameters"),
    failed: count.describe("Runs that ended early"),
    engineVersion: z.string(),
    hash: z.string().describe("SHA-256 over names and bits of all kept series, as the app shows it"),
    maxResidual: z.number().nullable().describe("Largest balance residual, as a share of turnover"),
    dates: z.array(z.string()).describe("Names of the periods, from period 0 on"),
    graphs: z.array(
      z.strictObject({
        id: z.string(),
        words,
        unit: words,
        shares: z.array(z.number()).describe("Shares of the quantiles"),
        bands: z.array(series).describe("For each share a number a period"),
        baseline: series.describe("Median without scenarios and moved parameters"),
        samples: z.array(series).describe("Paths of single runs"),
      }),
    ),
    outcomes: z.array(
      z.strictObject({
        id: z.string(),
        words,
        share: frequency,
        low: frequency,
        high: frequency,
        hits: count,
        runs: count,
      }),
    ),
    problems: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(["error", "warning"]),
        where: z.strictObject({ file: z.string(), line: count, column: count }),
        values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
        hint: z.string().optional(),
        text: z.string().describe("The problem in words, in the language asked for"),
      }),
    ),
  })
  .describe("What a model's guide draws and asks of an ensemble: fans, sample paths, frequencies");

export type GraphsDocument = z.output<typeof graphsDocument>;

/** An ensemble as its guide shows it, as plain data; numbers that do not exist are null. */
export function documentGraphs(
  model: Pick<Model, "name" | "title" | "source">,
  guide: Pick<Guide, "graphs" | "outcomes">,
  { run, picture }: { readonly run: Run; readonly picture: Picture },
  problems: readonly (Problem & { readonly text: string })[],
): GraphsDocument {
  return {
    format: 1,
    model: model.name,
    title: model.title,
    source: model.source,
    scenarios: [...run.scenarios],
    set: run.set,
    seed: run.seed,
    runs: run.members,
    failed: run.failed.length,
    engineVersion: run.engineVersion,
    hash: hashRun(run),
    maxResidual: known(run.balance.maxResidual),
    dates: [...picture.dates],
    graphs: guide.graphs.flatMap(({ id, words: said, unit }) => {
      const found = picture.graphs.find((graph) => graph.id === id);
      if (!found) return [];
      const { fan, baseline, samples } = found;
      const bands = fan.bands.map(path);
      const shares = [...fan.shares];
      return [{ id, words: said, unit, shares, bands, baseline: path(baseline), samples: samples.map(path) }];
    }),
    outcomes: picture.outcomes.map(({ id, frequency: { share, interval, hits, runs } }) => ({
      id,
      words: guide.outcomes.find((outcome) => outcome.id === id)?.words ?? { en: id, de: id },
      share: known(share),
      low: known(interval[0]),
      high: known(interval[1]),
      hits,
      runs,
    })),
    problems: problems.map((problem) => ({ ...problem })),
  };
}

/** The JSON Schema (draft 2020-12) of `kreislauf simulate --graphs --json`. */
export function graphsSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(graphsDocument),
    $id: "https://kreislauf.example/schemas/graphs.schema.json",
  };
}

function path(values: Float64Array): (number | null)[] {
  return Array.from(values, known);
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
