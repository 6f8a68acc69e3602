import { z } from "zod";

/** Shape of `planning.yaml`, which stands beside the accounts of an economy. */
const bilingual = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
const idText = z.string().regex(/^[A-Za-z][\w-]{0,63}$/, "id");
const amount = z.union([z.number(), z.string()]).describe("A number, or the name of a parameter");
const byProduct = z.record(z.string(), z.number()).describe("Amounts by product");
const byAccount = z.record(z.string(), z.number()).describe("Amounts by account");
const life = z.number().positive().describe("Years; a stock loses 1/life a year");

export const planningSchema = z
  .strictObject({
    format: z.literal(1),
    parameters: z
      .record(
        idText,
        z.strictObject({
          value: z.number(),
          low: z.number(),
          high: z.number(),
          unit: bilingual,
          basis: z.string().describe("`assumption`, or where the number comes from"),
          note: bilingual,
        }),
      )
      .default({}),
    needs: z
      .array(
        z.strictObject({
          id: idText,
          name: bilingual,
          of: z.array(z.string()).min(1).describe("Purposes of the accounts"),
          products: z.array(z.string()).min(1).optional().describe("All products if missing"),
          trade: z.boolean().default(false).describe("Takes its share of the trade margins"),
        }),
      )
      .min(1)
      .describe("What consumption is for"),
    trade: z.array(z.string()).default([]).describe("Products that are trade margins"),
    stored: z
      .array(z.string())
      .optional()
      .describe("Products that can be kept in store; those with a change in inventories if missing"),
    stocks: z
      .array(
        z.strictObject({
          id: idText,
          name: bilingual,
          unit: z.string(),
          initial: amount,
          life,
          cost: amount.describe("Million of currency a unit"),
          build: byProduct.describe("Shares of the cost by product"),
          operate: byProduct.default({}).describe("Million of currency a year for a unit in use"),
        }),
      )
      .default([]),
    assisted: z
      .array(z.strictObject({ saving: amount, products: z.array(z.string()).min(1) }))
      .default([])
      .describe("AI-assisted techniques: share of the direct hours saved, by product"),
    assistance: z
      .strictObject({
        diffusion: amount.describe("Share of the first year's output that can change over in a year"),
        uses: z.record(z.string(), amount).describe("Units of each stock for a million hours saved a year"),
      })
      .optional(),
    greener: z
      .array(
        z.strictObject({
          id: idText,
          name: bilingual,
          product: z.string(),
          accounts: byAccount.describe("Change relative to today's technique: -0.95 is 95 % less"),
          inputs: byProduct.default({}).describe("More input, in currency for each unit of output"),
          saves: byProduct.default({}).describe("Share of today's input saved"),
          cost: z.number().nonnegative().describe("Currency for each unit of yearly output"),
          life,
        }),
      )
      .default([]),
    green_build: byProduct.default({}).describe("Shares of the cost of greener techniques by product"),
    green_basis: bilingual.optional(),
    electrification: z
      .strictObject({
        name: bilingual,
        accounts: byAccount.describe("Change of what households emit if all of them change over"),
        inputs: byProduct.describe("Million of currency a year if all change over"),
        cost: z.number().positive().describe("Million of currency if all change over"),
        build: byProduct,
        life,
        highest: z.number().min(0).max(1),
        diffusion: z.number().min(0).max(1),
      })
      .optional(),
  })
  .describe("What a plan needs beside the accounts: needs, other techniques, assumptions");

export type PlanningRecord = z.output<typeof planningSchema>;

/** The JSON Schema (draft 2020-12) of `planning.yaml`. */
export function planningJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(planningSchema, { io: "input" }),
    $id: "https://kreislauf.example/schemas/planning.schema.json",
  };
}
