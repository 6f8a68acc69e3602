import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";

const textbook = (name: string): string =>
  readFileSync(new URL(`../../models/textbook/${name}.kl`, import.meta.url), "utf8");

describe("compile", () => {
  it("derives budgets, totals and interest, and leaves one budget over", () => {
    const { value, problems } = compile(textbook("pc"));
    expect(problems).toEqual([]);
    const system = value?.system;
    const origins = Object.fromEntries(system?.variables.map(({ name, origin }) => [name, origin]) ?? []);
    expect(origins).toMatchObject({
      H: "budget",
      Y: "budget",
      B_cb: "budget",
      B: "definition",
      V: "written",
    });
    expect(origins["interest.B_h"]).toBe("interest");
    expect(system?.balances.map(({ label }) => label)).toEqual(["central_bank"]);
  });

  it("takes initial values that follow from others", () => {
    const system = compile(textbook("pc")).value?.system;
    expect(system?.variables.find(({ name }) => name === "V")?.initial).toBeDefined();
    expect(system?.variables.find(({ name }) => name === "Y")?.initial).toBeUndefined();
  });

  it("is the same whatever the order of the statements", () => {
    const lines = textbook("sim").split("\n");
    const { value } = compile(lines.join("\n"));
    const again = compile([...lines].reverse().join("\n")).value;
    const bare = (system: unknown): unknown =>
      JSON.parse(JSON.stringify(system, (key, each: unknown) => (key === "where" ? undefined : each)));
    const { scenarios: _, ...first } = bare(value?.system) as Record<string, unknown>;
    expect(bare(again?.system)).toMatchObject(first);
  });
});
