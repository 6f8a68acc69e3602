import { z } from "zod";
import { unitNames } from "../core/unit.ts";
import { choices, tables } from "./columns.ts";
import { claimsSchema, headerSchema } from "./header-schema.ts";

type TableName = keyof typeof tables;

const columnChoices: Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>> = {
  actors: { boundary: choices.boundary },
  figures: {
    unit: unitNames,
    status: choices.figureStatus,
    confidence: choices.confidence,
    origin: choices.origin,
  },
  ties: {
    kind: choices.kind,
    status: choices.tieStatus,
    dates_basis: choices.datesBasis,
    total: choices.total,
  },
};

/**
 * The JSON Schema (draft 2020-12) of a dossier: `dossier.yaml` itself, with `claims.yaml` and a row of each table
 * under `$defs`. Editors that read the first line of `dossier.yaml` complete by it.
 */
export function dossierSchema(): Readonly<Record<string, unknown>> {
  const rows = Object.fromEntries(
    (Object.keys(tables) as TableName[]).map((name) => [`${name}.csv`, rowSchema(name)]),
  );
  const { $schema: _, ...claims } = z.toJSONSchema(claimsSchema, { io: "input" });
  return {
    ...z.toJSONSchema(headerSchema, { io: "input" }),
    $id: "https://kreislauf.example/schemas/dossier.schema.json",
    $defs: { "claims.yaml": claims, ...rows },
  };
}

function rowSchema(name: TableName): unknown {
  const { required, optional } = tables[name];
  const properties = Object.fromEntries(
    [...required, ...optional].map((column) => {
      const known = columnChoices[name]?.[column];
      return [column, known ? { type: "string", enum: known } : { type: "string" }];
    }),
  );
  return {
    type: "object",
    description: `One row of ${name}.csv`,
    properties,
    required,
    additionalProperties: false,
  };
}
