import { z } from "zod";
import type { Measurement } from "./measurement.ts";

const about = {
  method: z.string().describe("Key of the method"),
  paper: z.string().describe("Key of the paper behind it"),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).describe("Options as used"),
  evidence: z.array(z.string()).describe("Ids of figures and ties"),
  against: z.array(z.string()).min(1).describe("Keys of what would speak against it"),
};
const range = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });

const result = z.strictObject({
  ...about,
  id: z.string(),
  subject: z.string(),
  measure: z.string(),
  of: z.string().optional(),
  value: range,
  unit: z.string(),
  period: z.string(),
  origin: z.literal("article").optional().describe("A figure behind it is the article's own statement"),
});

const loop = z.strictObject({
  actors: z.array(z.string()),
  legs: z.array(
    z.strictObject({ from: z.string(), to: z.string(), amount: z.number(), flows: z.array(z.string()) }),
  ),
  certain: z.number().min(0).describe("Must go round, however money is mixed"),
  expected: z.number().min(0).describe("Goes round if money mixes in proportion"),
  possible: z.number().min(0).describe("Can go round at most"),
});

const circuit = z.strictObject({
  status: z.enum(["announced", "contracted", "paid"]),
  window: z.string().describe("Days over which flows are added"),
  unit: z.string().describe("Currency; amounts are in whole units of it"),
  totalFlow: z.number(),
  core: z.strictObject({
    actors: z.array(z.string()),
    shareOfFlow: z.number(),
    upstream: z.array(z.string()),
    downstream: z.array(z.string()),
  }),
  loops: z.array(loop),
  loopsComplete: z.boolean(),
  circulation: z.strictObject({
    value: z.number(),
    bound: z.number().describe("Dual bound that proves the value"),
    gap: z.number(),
    shareOfFlow: z.number(),
    layers: z.record(z.string(), z.number().int()),
  }),
  finnCyclingIndex: z.number(),
  loopShare: z.number(),
  incoherence: z.number(),
  selfFinanced: z.array(
    z.strictObject({
      ...about,
      actor: z.string(),
      outlays: z.number(),
      revenue: z.number(),
      certain: z.number(),
      proportional: z.number(),
      possible: z.number(),
      proportionalIfMoreOwnMoney: z.number(),
    }),
  ),
  provenance: z.array(
    z.strictObject({
      actor: z.string(),
      throughflow: z.number(),
      sources: z.array(z.strictObject({ label: z.string(), at: z.string(), share: z.number() })),
    }),
  ),
  dependence: z.array(z.strictObject({ actor: z.string(), on: z.string(), share: z.number() })),
  bookInflation: z
    .strictObject({ ...about, factor: z.number(), countedTwice: z.number(), unit: z.string() })
    .optional(),
  leftOut: z.array(z.strictObject({ flow: z.string(), reason: z.string() })),
  about: z.strictObject({
    loops: z.strictObject(about),
    circulation: z.strictObject(about),
    finnCyclingIndex: z.strictObject(about),
    loopShare: z.strictObject(about),
    incoherence: z.strictObject(about),
    provenance: z.strictObject(about),
    dependence: z.strictObject(about),
    core: z.strictObject(about),
  }),
});

const claim = z.strictObject({
  ...about,
  id: z.string(),
  verdict: z.enum(["supported", "contradicted", "loose", "unverified"]),
  stated: z.string(),
  found: z.string(),
  tests: z.array(
    z.strictObject({
      kind: z.string(),
      decisive: z.boolean(),
      stated: z.string(),
      pieces: z.array(
        z.strictObject({
          formula: z.string(),
          found: z.string(),
          passes: z.boolean().optional().describe("Missing if the evidence does not decide"),
          counted: z.boolean(),
          evidence: z.array(z.string()),
        }),
      ),
    }),
  ),
});

/** The document of `kreislauf measure --json`. */
export const measurementDocument = z
  .strictObject({
    format: z.literal(1),
    engine: z.string(),
    dossier: z.string(),
    asOf: z.string(),
    circuit,
    concentration: z.array(result),
    marketShares: z.array(result),
    valuation: z.array(result),
    requiredRevenue: z.array(result),
    growth: z.array(result),
    realisation: z.array(result),
    chipLife: z.array(result),
    leverage: z.array(result),
    losses: z.array(result),
    footprint: z.array(result),
    claims: z.array(claim),
  })
  .describe("Everything Kreislauf measures on a dossier at one date");

/** Compiles only while the schema admits every measurement. */
type Admits<Type extends z.input<typeof measurementDocument>> = Type;
type Mutable<Type> = Type extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : Type extends object
    ? { -readonly [Key in keyof Type]: Mutable<Type[Key]> }
    : Type;
export type MeasurementDocument = Admits<Mutable<Measurement>>;

/** The JSON Schema (draft 2020-12) of `kreislauf measure --json`. */
export function measurementSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(measurementDocument),
    $id: "https://kreislauf.example/schemas/measurement.schema.json",
  };
}
