import { z } from "zod";

/** Shape of `goals.yaml`: what is wanted of a plan. */
const year = z.int().min(1).max(40).meta({ "x-unit": "plan-year" });
/** Far beyond every honest wish, and still within what the solver can count with. */
const most = 1000;
const level = z
  .number()
  .min(0)
  .max(most)
  .meta({ "x-unit": "level" })
  .describe("1 is as much as in the base year, for each person");
const path = {
  by: year.optional().describe("Year of the plan in which the level is reached; the last year if missing"),
  from: z
    .int()
    .min(0)
    .max(40)
    .meta({ "x-unit": "plan-year" })
    .optional()
    .describe("Year until which nothing changes; 0 if missing"),
  give: z
    .number()
    .min(0)
    .max(10)
    .meta({ "x-unit": "share" })
    .optional()
    .describe(
      "Share by which it gives way in every year: what a way out of a conflict asks for; 0 if missing",
    ),
};
const share = z
  .number()
  .min(0)
  .max(most)
  .meta({ "x-unit": "whole-level" })
  .describe("1 is as much as in the base year, in all");
const weekHours = z.number().min(0).max(168).meta({ "x-unit": "week-hours" });
const weight = z.number().min(0).max(1e6);
const budgetPath = z.union([share, z.strictObject({ level: share, ...path })]);

export const objectiveNames = ["fulfilment", "hours", "hazard", "harmony", "weights"] as const;

export const goalsSchema = z
  .strictObject({
    format: z.literal(1),
    economy: z.string().optional().describe("The economy that these goals are for"),
    years: year.optional().describe("Years shown; 8 if missing"),
    objective: z.enum(objectiveNames).optional().describe("What the plan seeks; `hours` if missing"),
    weights: z
      .strictObject({
        hours: weight.optional(),
        hazard: weight.optional(),
        fulfilment: weight.optional(),
        accounts: z.record(z.string(), weight).optional(),
      })
      .optional()
      .describe("For the objective `weights`: each against its base year"),
    growth: z
      .number()
      .min(-0.2)
      .max(0.2)
      .meta({ "x-unit": "share" })
      .optional()
      .describe("Growth of every target for each person and year; 0 if missing"),
    targets: z
      .record(
        z.string(),
        z.union([
          level,
          z.strictObject({
            level,
            ...path,
            floor: level.optional().describe("A right: never given up"),
            tier: z.int().min(1).max(9).optional().describe("1 is served first; 1 if missing"),
            weight: z
              .number()
              .positive()
              .max(1e6)
              .optional()
              .describe("For the objective `harmony`; 1 if missing"),
          }),
        ]),
      )
      .default({})
      .describe("By need; what is not named stays as it is"),
    limits: z
      .strictObject({
        week: z
          .union([weekHours, z.strictObject({ hours: weekHours, ...path })])
          .optional()
          .describe(
            "Hours a week for each working person; today's for `fulfilment` and `harmony` if missing",
          ),
        accounts: z
          .record(z.string(), budgetPath)
          .optional()
          .describe("Emissions, energy, water …, by account"),
        hazard: budgetPath.optional().describe("Injuries at dangerous work"),
        imports: budgetPath.optional().describe("All imports together; 1 if missing"),
      })
      .default({}),
    techniques: z
      .strictObject({ assisted: z.boolean().optional(), greener: z.boolean().optional() })
      .default({})
      .describe("Which techniques beside today's may be used; all if missing"),
    discount: z
      .number()
      .min(0)
      .max(0.2)
      .meta({ "x-unit": "share" })
      .optional()
      .describe("How much less an hour counts for each year that it lies later; 0 if missing"),
    vote: z
      .strictObject({
        budget: z
          .number()
          .positive()
          .meta({ "x-unit": "million-hours" })
          .describe("Million hours a year set aside for projects"),
        projects: z
          .array(
            z.strictObject({
              id: z.string().regex(/^[\w-]{1,40}$/, "shortId"),
              name: z.strictObject({ en: z.string(), de: z.string() }),
              need: z.string().describe("What its hours are worked for"),
              hours: z
                .number()
                .positive()
                .meta({ "x-unit": "million-hours" })
                .describe("Million hours a year"),
            }),
          )
          .max(100),
      })
      .optional()
      .describe("Projects that a vote may choose from; the plan itself does not read them"),
    parameters: z.record(z.string(), z.number()).default({}).describe("Assumptions set for this plan"),
  })
  .describe("Goals of a Kreislauf plan");

export type GoalsRecord = z.output<typeof goalsSchema>;
export type ObjectiveName = (typeof objectiveNames)[number];

/** The JSON Schema (draft 2020-12) of `goals.yaml`. */
export function goalsJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(goalsSchema, { io: "input" }),
    $id: "https://kreislauf.example/schemas/goals.schema.json",
  };
}
