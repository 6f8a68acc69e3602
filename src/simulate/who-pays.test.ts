import { expect, it } from "vitest";
import type { Incidence, IncidenceKind, IncidenceRow } from "./incidence.ts";
import { groupIncidence, rangeWhoPays } from "./who-pays.ts";

function row(kind: IncidenceKind, name: string, values: readonly number[]): IncidenceRow {
  const total = values.reduce((sum, value) => sum + value, 0);
  return { kind, label: { en: name, de: name }, values, total };
}

const found: Incidence = {
  model: "m",
  scenarios: ["stop"],
  against: [],
  from: 1,
  to: 4,
  members: 1,
  columns: ["a", "b"].map((id) => ({ id, label: { en: id, de: id } })),
  rows: [
    row("payment", "wages", [-5, 5]),
    row("payment", "rents", [1, -1]),
    row("payment", "tolls", [2, -2]),
    row("gain", "shares", [-7, 7]),
    row("real", "built", [3, 0]),
    row("worth", "change of net worth", [-6, 9]),
    row("variable", "work", [0, 0]),
  ],
  gap: 0,
};
const groups = [
  { id: "income", words: { en: "", de: "" }, rows: ["wages", "rents"] },
  { id: "rest", words: { en: "", de: "" }, rows: [] },
];

it("adds rows up to groups, the last of which takes what no other names", () => {
  const { groups: sums, variables, payers } = groupIncidence(found, { groups });
  expect(payers.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(sums.map(({ id, values, total }) => [id, ...values, total])).toEqual([
    ["income", -4, 4, 0],
    ["rest", 2, -2, 0],
    ["prices", -7, 7, 0],
    ["writeOffs", 0, 0, 0],
    ["real", 3, 0, 3],
    ["worth", -6, 9, 3],
  ]);
  expect(sums[0].rows.map(({ label }) => label.en)).toEqual(["wages", "rents"]);
  expect(variables.map(({ label }) => label.en)).toEqual(["work"]);
});

it("explains the change of net worth by the groups before it", () => {
  const { groups: sums } = groupIncidence(found, { groups });
  const worth = sums[sums.length - 1];
  for (const column of [0, 1]) {
    const explained = sums.slice(0, -1).reduce((sum, { values }) => sum + values[column], 0);
    expect(explained).toBe(worth.values[column]);
  }
});

it("ranges groups over members, as sums of rows in each", () => {
  const members = [1, 2, 3].map((times) => {
    const rows = found.rows.map((one) => ({ ...one, values: one.values.map((value) => times * value) }));
    return groupIncidence({ ...found, rows }, { groups });
  });
  const { income } = rangeWhoPays(members);
  expect(income.map(({ median }) => median)).toEqual([-8, 8]);
  expect(income[0].low).toBeLessThan(income[0].median);
  expect(income[1].high).toBeGreaterThan(income[1].median);
});
