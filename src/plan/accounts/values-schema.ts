import { z } from "zod";

const bilingual = z.strictObject({ de: z.string(), en: z.string() });
const residual = z.strictObject({
  id: z.string(),
  left: z.number(),
  right: z.number(),
  difference: z.number(),
  share: z.number(),
});

/** Shape of what `kreislauf values --json` prints. */
export const valuesReportSchema = z
  .strictObject({
    engine: z.string(),
    economy: z.strictObject({
      id: z.string(),
      title: bilingual,
      year: z.number(),
      currency: z.string(),
      prices: z.enum(["basic", "producers", "invented"]),
      licence: z.string(),
    }),
    method: z.strictObject({
      imports: z.enum(["as-made-here", "left-out", "exchange"]),
      fixedCapital: z.boolean(),
      formula: z.string(),
      source: z.string(),
      hoursPerImport: z.number().nullable(),
    }),
    units: z.record(z.string(), z.string()),
    totals: z.strictObject({
      hoursMillion: z.number(),
      personsThousand: z.number().nullable(),
      outputMillion: z.number(),
      meanValue: z.number(),
    }),
    identities: z.strictObject({
      products: residual.nullable(),
      sectors: residual.nullable(),
      makes: residual.nullable(),
      domesticProduct: residual,
      spectralRadius: z.number(),
      domesticSpectralRadius: z.number(),
    }),
    products: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        output: z.number().describe("Million of currency a year"),
        direct: z.number().describe("Hours per 1,000 of currency"),
        inputs: z.number(),
        capital: z.number(),
        value: z.number().describe("direct + inputs + capital"),
        embodied: z
          .record(z.string(), z.number())
          .describe("Per million of currency, in the unit of `units`"),
        multipliers: z.strictObject({
          output: z.number().describe("Output at home that a unit of final demand sets going"),
          employment: z.number().nullable().describe("Hours at home for an hour in the own sectors (type I)"),
        }),
      }),
    ),
    purposes: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        spentMillion: z.number().describe("Without taxes on products that the cells do not hold"),
        hoursMillion: z.number(),
        embodied: z.record(z.string(), z.number()).describe("In cases or the unit of the account"),
      }),
    ),
    reservations: z.array(z.strictObject({ about: z.string(), text: bilingual })),
    sources: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        publisher: z.string(),
        licence: z.string(),
        link: z.string(),
      }),
    ),
  })
  .describe("Accounts of an economy in labour time");

/** The JSON Schema (draft 2020-12) of `kreislauf values --json`. */
export function valuesSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(valuesReportSchema),
    $id: "https://kreislauf.example/schemas/values.schema.json",
  };
}
