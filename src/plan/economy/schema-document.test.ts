import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { economyFiles } from "../../../test/economies/files.ts";
import { economyTables } from "./columns.ts";
import { economyHeaderSchema } from "./header-schema.ts";
import { economySchema } from "./schema-document.ts";

describe("the published schema of an economy", () => {
  const schema = JSON.parse(JSON.stringify(economySchema())) as {
    readonly $schema: string;
    readonly required: readonly string[];
    readonly properties: Readonly<Record<string, unknown>>;
    readonly $defs: Readonly<Record<string, { readonly required: readonly string[] }>>;
  };

  it("names every table with the columns that the reader needs", () => {
    expect(schema.$schema).toContain("2020-12");
    for (const [name, { required }] of Object.entries(economyTables)) {
      expect(schema.$defs[`${name}.csv`].required).toEqual(required);
    }
  });

  it("knows every key of the built-in headers", () => {
    for (const id of ["us-2023", "us-2012", "de-2014", "lehrbeispiel"]) {
      const header: unknown = parse(economyFiles(id).get("economy.yaml")!);
      expect(economyHeaderSchema.safeParse(header).error).toBeUndefined();
      const keys = Object.keys(header as object);
      expect(keys.filter((key) => !(key in schema.properties))).toEqual([]);
      expect(schema.required.filter((key) => !keys.includes(key))).toEqual([]);
      // A built-in economy is found by its id, so that they have to be the same.
      expect((header as { id: string }).id).toBe(id);
    }
  });
});
