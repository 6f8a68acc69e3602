import { z } from "zod";

const bilingual = z.strictObject({ de: z.string(), en: z.string() });
const amount = z.union([
  z.strictObject({ value: z.number() }),
  z.strictObject({ missing: bilingual.describe("Why there is no number") }),
]);

/** Shape of `boom` in what `kreislauf plan --boom --json` prints. */
export const sideBySideReportSchema = z
  .strictObject({
    boom: z.strictObject({
      model: z.string(),
      year: z.number(),
      scenarios: z.array(z.string()),
      currency: z.string(),
    }),
    economy: z.strictObject({ id: z.string(), title: bilingual, year: z.number(), currency: z.string() }),
    refused: bilingual.nullable().describe("Why nothing can be compared; there are no rows then"),
    rows: z.array(
      z.strictObject({
        id: z.enum([
          "investment",
          "hours",
          "electricity",
          "compute",
          "chips",
          "operation",
          "embodied",
          "manufacture",
          "water",
          "scrap",
        ]),
        name: bilingual,
        unit: bilingual,
        boom: amount.describe("What the boom takes in the year"),
        plan: amount.describe("The same resource, used for the computers of the plan"),
        today: amount.describe("The whole economy in its base year"),
        freed: amount.describe("What the last year of the plan takes less than today"),
        share: z.number().nullable().describe("boom / today"),
        formulas: z.strictObject({
          boom: z.string(),
          plan: z.string().nullable(),
          freed: z.string().nullable(),
        }),
        sources: z.array(z.string()),
        note: bilingual.describe("What cannot be compared"),
      }),
    ),
  })
  .describe("The same resources in a boom and in a plan");

/** The JSON Schema (draft 2020-12) of that part. */
export function sideBySideSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(sideBySideReportSchema),
    $id: "https://kreislauf.example/schemas/side-by-side.schema.json",
  };
}
