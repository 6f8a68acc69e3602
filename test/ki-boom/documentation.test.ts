import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileBoom, scenarioNames } from "./boom.ts";

const { names, system, labels } = compileBoom();

describe("what the boom model says of itself", () => {
  it("names everything in both languages", () => {
    const written = names.filter(({ kind, name }) => kind !== "position" && !name.startsWith("interest."));
    expect(written.length).toBeGreaterThan(300);
    expect(written.filter(({ label }) => label.en === "" || label.de === "").map(({ name }) => name)).toEqual(
      [],
    );
  });

  it("gives a source, or says estimate or assumption, for every equation and parameter", () => {
    const bare = names.filter(
      ({ kind, source }) => (kind === "variable" || kind === "parameter") && source === "",
    );
    const figures = new Map(system.parameters.map((parameter) => [parameter.name, parameter.source]));
    expect(bare.filter(({ name }) => !figures.get(name)).map(({ name }) => name)).toEqual([]);
  });

  it("names evidence that the dossier has", () => {
    const table = readFileSync(new URL("../../dossiers/ki-2025/figures.csv", import.meta.url), "utf8");
    const ties = readFileSync(new URL("../../dossiers/ki-2025/ties.csv", import.meta.url), "utf8");
    const known = new Set([...`${table}\n${ties}`.matchAll(/\b([A-G]\d{3})\b/g)].map(([, id]) => id));
    const cited = names.flatMap(({ name, source }) =>
      [...source.matchAll(/\b([A-G]\d{3})\b/g)].map(([, id]) => `${name} ${id}`),
    );
    expect(cited.length).toBeGreaterThan(200);
    expect(cited.filter((each) => !known.has(each.split(" ")[1]))).toEqual([]);
  });

  it("has the defaults and ranges of the specification, and draws them except policies", () => {
    const table = readFileSync(new URL("../reference/ki-boom/parameters.csv", import.meta.url), "utf8");
    const own = new Map(system.parameters.map((parameter) => [parameter.name, parameter]));
    const policies = new Set(["tauw", "bail", "aus"]);
    const apart: string[] = [];
    const ranged = new Set<string>();
    for (const line of table.trim().split("\n").slice(1)) {
      const [name, ...cells] = line.split(",");
      const [value, low, high] = cells.map((cell) => (cell === "" ? undefined : Number(cell)));
      const parameter = own.get(name);
      if (low !== undefined && !policies.has(name)) ranged.add(name);
      // The potential is drawn from a lognormal cut at 200 and 4,000; a leap is off by date.
      if (name === "M0" || name === "leapT") continue;
      const isSame =
        parameter?.value === value &&
        (low === undefined || (parameter?.low === low && parameter.high === high));
      if (!isSame)
        apart.push(`${name}: ${parameter?.value} ${parameter?.low} ${parameter?.high}, not ${line}`);
    }
    expect(apart).toEqual([]);
    const drawn = system.parameters.filter(({ distribution }) => distribution !== undefined);
    expect(new Set(drawn.map(({ name }) => name))).toEqual(ranged);
    for (const { name, value, distribution } of drawn) {
      if (distribution?.kind === "triangular") expect(distribution.mode, name).toBe(value);
    }
  });

  it("has the nine scenarios and labels for firms, groups and sectors", () => {
    expect(system.scenarios.map(({ name }) => name)).toEqual(scenarioNames);
    for (const name of ["nvidia", "workers", "top", "state", "world", "pensions"]) {
      expect(labels[name]?.de).toBeTruthy();
    }
  });
});
