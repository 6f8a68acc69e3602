import { z } from "zod";
import { economyTables, type EconomyTableName, qualities } from "./columns.ts";
import { economyHeaderSchema } from "./header-schema.ts";

const choices: Readonly<Record<string, readonly string[]>> = {
  competitive: ["yes", "no", ""],
  injuries_quality: [...qualities, ""],
};

/**
 * The JSON Schema (draft 2020-12) of an economy: `economy.yaml` itself, with a row of each table under `$defs`.
 * Tables of products and sectors also have one column for each account named in the header.
 *
 * @example
 * import { economySchema } from "kreislauf/plan";
 * economySchema().type; // → "object"
 */
export function economySchema(): Readonly<Record<string, unknown>> {
  const rows = Object.fromEntries(
    (Object.keys(economyTables) as EconomyTableName[]).map((name) => [`${name}.csv`, rowSchema(name)]),
  );
  return {
    ...z.toJSONSchema(economyHeaderSchema, { io: "input" }),
    $id: "https://kreislauf.example/schemas/economy.schema.json",
    $defs: rows,
  };
}

function rowSchema(name: EconomyTableName): unknown {
  const { required, optional } = economyTables[name];
  const column = (id: string): unknown =>
    Object.hasOwn(choices, id) ? { type: "string", enum: choices[id] } : { type: "string" };
  const withAccounts = name === "products" || name === "sectors";
  return {
    type: "object",
    description: `One row of ${name}.csv`,
    properties: Object.fromEntries([...required, ...optional].map((id) => [id, column(id)])),
    required,
    additionalProperties: withAccounts ? { type: "string" } : false,
  };
}
