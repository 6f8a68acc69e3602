import { z } from "zod";
import { isCurrencyCode } from "../core/currency-code.ts";
import { readPeriod } from "../core/period.ts";
import { currencyForm } from "./yaml-document.ts";

/** Shapes of `dossier.yaml` and `claims.yaml`; JSON Schemas are made from them (`schemas/`). */
const bilingual = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
const dayText = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && readPeriod(text) !== undefined, "day")
  .describe("A day: 2025-11-17");
const periodText = z
  .string()
  .refine((text) => readPeriod(text) !== undefined, "period")
  .describe("A period: 2025, 2025-H1, 2025-Q3, 2025-10, 2025-10-21 or two of these with a slash");
const idText = z.string().regex(/^[A-Za-z][\w-]{0,63}$/, "id");

export const headerSchema = z
  .strictObject({
    format: z.literal(1),
    id: idText,
    title: bilingual,
    summary: bilingual,
    currency: z.string().refine(isCurrencyCode, currencyForm).meta({ pattern: "^[A-Z]{3}$" }),
    as_of: dayText.describe("The vintage shown first"),
    vintages: z.array(dayText).min(1).describe("As-of dates worth comparing"),
    window: periodText.describe("Flows are added over this window"),
    focus: idText.describe("The actor whose self-financed revenue is shown first"),
    claims: z.string().optional().describe("File with claims, relative to this one"),
    series: z
      .array(
        z.strictObject({
          id: idText,
          file: z.string(),
          date: z.string().default("Date"),
          value: z.string().default("Price"),
          unit: z.string(),
          title: bilingual,
          sources: z.array(z.string()).min(1),
        }),
      )
      .optional(),
  })
  .describe("A Kreislauf dossier: the header of a folder of sourced evidence");

const common = { about: bilingual, decisive: z.boolean().default(false) };
const found = z.array(z.string().min(1)).min(1);

const claimTestSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("near"),
    stated: z.string(),
    found,
    tolerance: z.number().min(0).max(1),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("bound"),
    found,
    is: z.enum(["<", "<=", ">", ">="]),
    than: z.string(),
    ...common,
  }),
  z.strictObject({ kind: z.literal("span"), stated: z.string(), found, ...common }),
  z.strictObject({ kind: z.literal("category"), stated: z.string(), found, ...common }),
  z.strictObject({
    kind: z.literal("path"),
    through: z.array(z.string()).min(2),
    status: z.enum(["announced", "contracted", "paid"]),
    ...common,
  }),
]);

export const claimsSchema = z
  .array(
    z.strictObject({
      id: idText,
      statement: bilingual,
      tests: z.array(claimTestSchema).min(1),
      caveat: bilingual.optional(),
    }),
  )
  .describe("Statements with the computations that test them");

export type Header = z.output<typeof headerSchema>;
export type ClaimRecords = z.output<typeof claimsSchema>;
