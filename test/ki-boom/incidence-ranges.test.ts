import { describe, expect, it } from "vitest";
import { incidenceMembers, rangeIncidence } from "../../src/simulate/index.ts";
import { compileBoom } from "./boom.ts";
import { quarterOf } from "./readings.ts";

describe("who pays in the boom, over an ensemble", () => {
  const model = compileBoom();
  const window = { from: quarterOf("2027Q1"), to: quarterOf("2030Q4"), variables: ["work"] };
  const ensemble = { scenario: "stop", against: "muddle", members: 40, seed: 3 };
  const { value: members = [] } = incidenceMembers(model, ensemble, window);

  it("adds rows to zero and columns to net worth in every member", () => {
    expect(members).toHaveLength(40);
    for (const { rows, gap } of members) {
      for (const { kind, label, total, values } of rows) {
        if (kind === "real" || kind === "worth" || kind === "variable") continue;
        expect(Math.abs(total) / Math.max(1, ...values.map(Math.abs)), label.en).toBeLessThan(1e-9);
      }
      expect(gap).toBeLessThan(1e-9);
    }
  });

  it("gives means that add and ranges that hold eight members of ten", () => {
    const found = rangeIncidence(members);
    const wages = found.rows.find(({ label }) => label.en === "wages");
    expect(Math.abs(wages?.total ?? NaN)).toBeLessThan(1e-6);
    found.rows.forEach(({ ranges, values }, row) =>
      ranges.forEach(({ low, median, high }, column) => {
        const cells = members.map(({ rows }) => rows[row].values[column]);
        expect(median).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(median);
        expect(cells.filter((cell) => cell >= low && cell <= high).length).toBeGreaterThanOrEqual(32);
        expect(values[column]).toBeGreaterThanOrEqual(Math.min(...cells) - 1e-9);
      }),
    );
    const work = found.rows.at(-1);
    expect(work?.totalRange.high).toBeLessThan(0);
  });

  it("does not depend on how members are cut", () => {
    const cut = [0, 17].map((first) =>
      incidenceMembers(model, { ...ensemble, first, members: first === 0 ? 17 : 23 }, window),
    );
    expect(cut.flatMap(({ value = [] }) => value.map(({ rows }) => rows))).toEqual(
      members.map(({ rows }) => rows),
    );
  });
});
