import { dossierSchema } from "../dossier/index.ts";
import { measurementSchema } from "../measure/index.ts";
import {
  economySchema,
  goalsJsonSchema,
  planningJsonSchema,
  sideBySideSchema,
  valuesSchema,
} from "../plan/index.ts";
import { graphsSchema } from "../simulate/graphs-document.ts";
import { incidenceSchema } from "../simulate/incidence-schema.ts";
import { runSchema } from "../simulate/run-schema.ts";

/** Every JSON Schema that Kreislauf publishes, by name; made from the schemas that read and write the data. */
export function publishedSchemas(): Readonly<Record<string, unknown>> {
  return {
    dossier: dossierSchema(),
    measurement: measurementSchema(),
    economy: economySchema(),
    values: valuesSchema(),
    goals: goalsJsonSchema(),
    planning: planningJsonSchema(),
    "side-by-side": sideBySideSchema(),
    run: runSchema(),
    graphs: graphsSchema(),
    incidence: incidenceSchema(),
  };
}
