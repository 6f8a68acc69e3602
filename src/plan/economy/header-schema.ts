import { z } from "zod";
import { isCurrencyCode } from "../../core/currency-code.ts";
import { currencyForm } from "../../dossier/yaml-document.ts";
import { purposeKinds, qualities } from "./columns.ts";

/** Shape of `economy.yaml`; the published JSON Schema is made from it. */
const bilingual = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
const idText = z.string().regex(/^[A-Za-z0-9][\w-]{0,63}$/, "code");
/** The code that ISO 4217 keeps for tests: money of economies that are made up. */
const inventedMoney = "XTS";

export const economyHeaderSchema = z
  .strictObject({
    format: z.literal(1),
    id: idText,
    title: bilingual,
    summary: bilingual,
    year: z.int().min(1800).max(2200),
    currency: z
      .string()
      .refine((code) => isCurrencyCode(code) || code === inventedMoney, currencyForm)
      .meta({ pattern: "^[A-Z]{3}$" })
      .describe("Code of the currency; money is in millions of it"),
    prices: z.enum(["basic", "producers", "invented"]),
    tolerance: z
      .number()
      .min(0)
      .max(0.05)
      .default(0.001)
      .describe("Largest residual of an identity that rounding explains, as a share of the sum"),
    licence: z.string().min(1),
    purposes: z
      .array(
        z.strictObject({
          id: idText,
          kind: z.enum(purposeKinds),
          name: bilingual,
          product_taxes: z.number().default(0).describe("Taxes on products that the cells do not hold"),
        }),
      )
      .min(1),
    accounts: z
      .array(
        z.strictObject({
          id: z
            .string()
            .regex(/^[a-z][a-z0-9_]{0,31}$/, "column")
            .describe("Name of the column with the totals"),
          bearer: z.enum(["products", "sectors"]),
          name: bilingual,
          unit: z
            .string()
            .min(1)
            .describe("One of it a million of currency is kg, m2, MJ … a unit of currency"),
          year: z.int(),
          quality: z.enum(qualities),
          source: idText,
          households: z.number().min(0).default(0),
        }),
      )
      .default([]),
    sources: z
      .array(
        z.strictObject({
          id: idText,
          title: z.string().min(1),
          publisher: z.string(),
          licence: z.string().min(1),
          link: z.string(),
        }),
      )
      .min(1),
    reservations: z.array(z.strictObject({ about: z.string().min(1), text: bilingual })).default([]),
  })
  .describe("A Kreislauf economy: the header of a folder of national accounts");

export type EconomyHeader = z.output<typeof economyHeaderSchema>;
