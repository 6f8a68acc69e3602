import { z } from "zod";

const count = z.number().int().min(0);
const share = z.number().min(0).nullable().describe("Share of turnover; null if it does not exist");

const failure = z.union([
  z.strictObject({ kind: z.literal("not-finite"), variable: count }),
  z.strictObject({
    kind: z.literal("unsolved"),
    variables: z.array(count),
    variable: count.describe("The tear whose equation is missed most"),
    residual: z.number().nullable(),
  }),
  z.strictObject({
    kind: z.literal("unsettled"),
    variable: count,
    change: z.number().nullable(),
    periods: count,
  }),
]);

const problem = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  where: z.strictObject({ file: z.string(), line: count, column: count }),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  hint: z.string().optional(),
  text: z.string().describe("The problem in words, in the language asked for"),
});

/** What `kreislauf simulate --json` prints. */
export const runDocument = z
  .strictObject({
    model: z.string(),
    title: z.strictObject({ en: z.string(), de: z.string() }),
    source: z.string().describe("Where the model comes from"),
    scenarios: z.array(z.string()),
    set: z.record(z.string(), z.number()).describe("Parameters set by the caller"),
    seed: count,
    engineVersion: z.string(),
    engine: z.enum(["wasm", "interpreter"]),
    periods: count.describe("Periods after period 0"),
    members: count.describe("Paths; member 0 has the central parameters"),
    first: count.describe("Number of the first member"),
    dates: z.array(z.string()).describe("Names of the periods, from period 0 on"),
    series: z
      .record(z.string(), z.array(z.number().nullable()))
      .describe(
        "Values by variable: periods + 1 numbers a member, member after member; null where there is none",
      ),
    balance: z.strictObject({
      maxResidual: share.describe("Largest residual of all redundant budgets, as a share of turnover"),
      balances: z.array(z.strictObject({ label: z.string(), maxResidual: share })),
    }),
    solver: z.strictObject({
      equations: count,
      blocks: z
        .array(z.strictObject({ variables: count, tears: count, linear: z.boolean() }))
        .describe("Variables that are solved together, and how many of them are guessed"),
      evaluations: count.describe("Most evaluations of a block in a period"),
      rescued: count.describe("Blocks solved after plain Newton steps failed"),
    }),
    failed: z.array(z.strictObject({ member: count, period: count, failure })),
    problems: z.array(problem),
  })
  .describe("A simulation: what was asked for, what came out, and what went wrong");

/** The JSON Schema (draft 2020-12) of `kreislauf simulate --json`. */
export function runSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(runDocument),
    $id: "https://kreislauf.example/schemas/run.schema.json",
  };
}
