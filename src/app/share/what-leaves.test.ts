import { expect, it } from "vitest";
import { measuredDossier } from "../../../test/fixture/ki-2025.ts";
import { stillView } from "../first-page.tsx";
import { defaults } from "../state/state.ts";
import { fingerprint } from "../state/fingerprint.ts";
import { differences } from "../state/differences.ts";
import { hangingOn } from "../state/hanging-on.ts";
import { doubtDossier } from "../../dossier/index.ts";
import { measureLook } from "../worker/measure-job.ts";
import { drawPicture, sourceLine } from "./picture.tsx";
import { writeCsv } from "../../core/csv-table.ts";
import { paymentsTable } from "./payments-table.ts";

const { dossier } = await measuredDossier();
const look = { asOf: "", reading: "announced", doubts: {}, paidShare: 1 } as const;
const measured = measureLook(dossier, look);
if (!measured.measurement) throw new Error("ki-2025 cannot be measured");
const view = stillView({ state: defaults, original: dossier, measured, library: [], notices: [] });

it("writes the payments with their sources, and no cell that a spreadsheet would run", () => {
  const csv = writeCsv(paymentsTable(view), [sourceLine(view, "https://example.org/en/")]);
  const lines = csv.trimEnd().split("\r\n");
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.at(-1)).toContain("https://example.org/en/");
  expect(csv).toMatch(/openai-oracle/);
  expect(csv).not.toMatch(/(^|,)[=+@]/m);
});

it("draws a picture that stands alone: size, style, source, and the mark of a scenario", () => {
  const svg = drawPicture(view, "https://example.org/en/")!;
  expect(svg).toMatch(/^<svg [^>]*viewBox="-20 -14 \d+ \d+" width="\d+" height="\d+"/);
  expect(svg).toContain("<style>");
  expect(svg).toContain("https://example.org/en/");
  expect(svg).not.toContain("SCENARIO");
  const doubted = { ...view, state: { ...view.state, doubts: { A001: 1 } } };
  expect(drawPicture(doubted, "")).toContain("SCENARIO");
});

it("fixes state and results, not language or contrast", () => {
  const print = fingerprint(defaults, measured.hash);
  expect(print).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprint({ ...defaults, language: "de", theme: "dark", fixed: print }, measured.hash)).toBe(
    print,
  );
  expect(fingerprint({ ...defaults, reading: "paid" }, measured.hash)).not.toBe(print);
  expect(fingerprint(defaults, "another")).not.toBe(print);
});

it("tells what a doubt moves and what hangs on a figure", () => {
  const doubts = { B021: 5 };
  const after = measureLook(dossier, { ...look, doubts });
  if (!after.measurement) throw new Error("no measurement");
  const dossiers = { before: dossier, after: doubtDossier(dossier, doubts) };
  const moved = differences(measured.measurement, after.measurement, view.page, dossiers);
  expect(moved).toContainEqual(expect.objectContaining({ name: "N072", before: "$35bn", after: "$45bn" }));
  expect(moved).toContainEqual(
    expect.objectContaining({ name: "amazon-openai-2026", before: "$15bn", after: "$5bn" }),
  );
  const none = differences(measured.measurement, measured.measurement, view.page, {
    before: dossier,
    after: dossier,
  });
  expect(none).toEqual([]);
  expect(hangingOn(dossier, measured.measurement, "B021").rows).toEqual(["N072", "amazon-openai-2026"]);
  expect(hangingOn(dossier, measured.measurement, "nobody")).toEqual({ rows: [], results: [], claims: [] });
});

it("balances", () => {
  expect(measured.balance).toBeLessThan(1e-9 * measured.measurement.circuit.totalFlow);
});
