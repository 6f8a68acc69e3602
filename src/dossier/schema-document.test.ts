import { describe, expect, it } from "vitest";
import { unitNames } from "../core/unit.ts";
import { choices, tables } from "./columns.ts";
import { dossierSchema } from "./schema-document.ts";

interface Node {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node & { readonly enum?: readonly string[] }>>;
  readonly additionalProperties?: boolean;
  readonly $defs?: Readonly<Record<string, Node>>;
}
const schema = dossierSchema() as Node;

describe("the published schema of a dossier", () => {
  it("names what dossier.yaml needs and refuses other keys", () => {
    expect(schema.required).toEqual(
      expect.arrayContaining(["format", "id", "title", "currency", "as_of", "vintages", "window", "focus"]),
    );
    expect(schema.additionalProperties).toBe(false);
  });
  it("has a row of every table with the columns the reader knows", () => {
    for (const [name, { required, optional }] of Object.entries(tables)) {
      const row = schema.$defs![`${name}.csv`];
      expect(row.required).toEqual(required);
      expect(Object.keys(row.properties!)).toEqual([...required, ...optional]);
    }
  });
  it("lists units and choices, so that editors can offer them", () => {
    const { properties } = schema.$defs!["figures.csv"];
    expect(properties!["unit"].enum).toEqual(unitNames);
    expect(properties!["status"].enum).toEqual(choices.figureStatus);
    expect(schema.$defs!["ties.csv"].properties!["kind"].enum).toEqual(choices.kind);
  });
});
