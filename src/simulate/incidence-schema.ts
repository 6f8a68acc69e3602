import { z } from "zod";

const text = z.strictObject({ en: z.string(), de: z.string() });
const count = z.number().int().min(0);
const range = z
  .strictObject({ low: z.number(), median: z.number(), high: z.number() })
  .describe("What a tenth of the members stays below, half of them, and nine tenths; medians need not add");

/** What `kreislauf incidence --json` prints. */
export const incidenceDocument = z
  .strictObject({
    model: z.string(),
    scenarios: z.array(z.string()),
    against: z.array(z.string()),
    from: count.describe("First period of the window"),
    to: count.describe("Last period of the window"),
    members: count.describe("Paired paths counted"),
    columns: z.array(z.strictObject({ id: z.string(), label: text })),
    rows: z.array(
      z.strictObject({
        kind: z.enum(["payment", "gain", "loss", "real", "worth", "variable"]),
        label: text,
        values: z
          .array(z.number())
          .describe(
            "More (+) or less (−) than without the scenario, by column, in money of the model; the mean over members",
          ),
        total: z.number().describe("Sum of the values: 0 for payments, gains and losses"),
        ranges: z.array(range).optional().describe("By column; with several runs"),
        totalRange: range.optional(),
      }),
    ),
    gap: z
      .number()
      .describe("Largest rounding between a column's rows and the change of its net worth, over net worth"),
    hash: z.string().optional().describe("SHA-256 of the scenario's series; of a single run"),
    failed: count.optional().describe("Paired paths that failed and are left out"),
  })
  .describe("Who pays: a scenario against another run, added up over a window");

/** JSON Schema of the document that `kreislauf incidence --json` prints. */
export function incidenceSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(incidenceDocument),
    $id: "https://kreislauf.example/schemas/incidence.schema.json",
  };
}
