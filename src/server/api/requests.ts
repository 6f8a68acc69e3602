import { z } from "zod";
import type { Problem } from "../../core/problem.ts";
import { objectiveNames } from "../../plan/index.ts";
import { readPeriod } from "../../core/period.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { createProblem, type Language } from "../../text/index.ts";

/** Limits of what the API takes; the body as a whole is limited to 1 MiB. */
export const apiLimits = {
  modelCharacters: 64 * 1024,
  runs: 1_000,
  periods: 2_000,
  outputs: 200,
} as const;

const files = z
  .record(z.string().regex(/^[\w./-]{1,100}$/), z.string())
  .describe("Texts of the folder's files by name, such as dossier.yaml and figures.csv");
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => readPeriod(text) !== undefined)
  .describe("A day: 2025-11-17");
const model = {
  name: z.string().max(64).optional().describe("Name of a built-in model, such as textbook/sim"),
  text: z.string().max(apiLimits.modelCharacters).optional().describe("Text of a model; instead of a name"),
  files: files.optional().describe("Texts that the model includes"),
};

const dossier = {
  name: z.string().max(64).optional().describe("Name of a built-in dossier, such as ki-2025"),
  files: files.optional().describe("Texts of the dossier's folder; instead of a name"),
};
const economy = {
  name: z.string().max(64).optional().describe("Name of a built-in economy, such as lehrbeispiel"),
  files: files.optional().describe("Texts of the economy's folder; instead of a name"),
};

/** Bodies of the API's POST requests; JSON Schemas and OpenAPI are made from them. */
export const requestSchemas = {
  "check-dossier": z.strictObject(dossier),
  "check-economy": z.strictObject(economy),
  "check-model": z.strictObject(model),
  measure: z.strictObject({
    ...dossier,
    asOf: day.optional(),
    status: z.enum(["announced", "contracted", "paid"]).optional(),
    window: z
      .string()
      .refine((text) => readPeriod(text) !== undefined)
      .optional()
      .describe("Days over which flows are added: 2025-01-01/2030-12-31"),
  }),
  simulate: z.strictObject({
    ...model,
    scenario: z.array(z.string().max(64)).max(8).optional(),
    set: z.record(z.string().max(100), z.number()).optional().describe("Parameters by name"),
    periods: z.int().min(1).max(apiLimits.periods).optional(),
    runs: z.int().min(1).max(apiLimits.runs).optional(),
    seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    outputs: z.array(z.string().max(100)).max(apiLimits.outputs).optional(),
  }),
  plan: z.strictObject({
    ...economy,
    goals: z
      .string()
      .max(256 * 1024)
      .optional()
      .describe("Text of goals.yaml"),
    objective: z.enum(objectiveNames).optional(),
    years: z.int().min(1).max(20).optional(),
    set: z.record(z.string().max(100), z.number()).optional().describe("Assumptions by name"),
    boom: z.int().optional().describe("Sets a year of the boom model beside the plan, such as 2026"),
  }),
  tally: z.strictObject({
    text: z.string().describe("Text of a .pb file of pabulib.org"),
    rule: z.enum(["mes", "phragmen", "greedy"]).optional(),
    utility: z.enum(["cost", "cardinality", "points"]).optional(),
    completion: z.enum(["none", "increase", "greedy", "increase-then-greedy"]).optional(),
  }),
} as const;

export type RequestName = keyof typeof requestSchemas;
export type RequestOf<Name extends RequestName> = z.output<(typeof requestSchemas)[Name]>;

const sentences = { de: z.locales.de().localeError, en: z.locales.en().localeError };

/** A body checked against its schema; every mistake is a problem with its path, in the language asked for. */
export function readRequest<Name extends RequestName>(
  name: Name,
  body: unknown,
  language: Language,
): { readonly value: RequestOf<Name> | undefined; readonly problems: readonly Problem[] } {
  const parsed = requestSchemas[name].safeParse(body, { error: sentences[language] });
  if (parsed.success) return { value: parsed.data as RequestOf<Name>, problems: [] };
  const problems = parsed.error.issues.flatMap((issue): readonly Problem[] => {
    const path = issue.path.map(String).join(".") || "body";
    const where = { file: path, line: 0, column: 0 };
    if (issue.code === "unrecognized_keys") {
      const known = Object.keys(requestSchemas[name].shape);
      return issue.keys.map((key) =>
        createProblem(
          "unknown-key",
          where,
          { key, path, known: known.join(", ") },
          { hint: nearestName(key, known) },
        ),
      );
    }
    return [createProblem("api-value", where, { path, wanted: issue.message })];
  });
  return { value: undefined, problems };
}

/** Day number of a day text that the schema has let through. */
export function dayOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readPeriod(text)?.end;
}
