import { describe, expect, it } from "vitest";
import { readPeriod } from "../core/period.ts";
import { readSample } from "../../test/sample-dossier.ts";
import { conflictsOf, figuresOn, unpricedTies, viewDossier } from "./vintage.ts";

const day = (text: string): number => readPeriod(text)!.end;
const at = (text: string) => ({ asOf: day(text) });

const dossier = readSample({
  "sources.csv": (text) => `${text}s2,Later,Office,2025-06,https://example.org/later\n`,
  "figures.csv": (text) =>
    `${text}f4,maker,revenue,11,,,bn,USD,2025,forecast,high,independent,s2,,f1\n` +
    `f5,lab,revenue_ratio,4,,,x,,2025,estimated,high,derived,,f4 / f2,\n`,
  "ties.csv": (text) => `${text}t4,maker,lab,equity,3,bn,USD,2025-06,2025,2026,contracted,t1,,f1,s2\n`,
}).value!;
const idsAt = (text: string) => viewDossier(dossier, at(text)).figures.map(({ id }) => id);
const tiesAt = (text: string) => viewDossier(dossier, at(text)).ties.map(({ id }) => id);

describe("what was known at a date", () => {
  it("counts a month on its last day", () => {
    expect(idsAt("2025-02-28")).toEqual([]);
    expect(idsAt("2025-03-01")).toEqual(["f1", "f2", "f3"]);
    expect(idsAt("2025-06-29")).toEqual(["f1", "f2", "f3"]);
  });

  it("knows a derived figure once the last of its inputs is known", () => {
    expect(idsAt("2025-06-30")).toEqual(["f2", "f3", "f4", "f5"]);
    expect(dossier.figures.find(({ id }) => id === "f3")!.known).toBe(day("2025-03-01"));
    expect(dossier.figures.find(({ id }) => id === "f5")!.known).toBe(day("2025-06-30"));
  });

  it("drops what is replaced only when its successor is known", () => {
    expect(tiesAt("2025-03-01")).toEqual(["t1", "t2", "t3"]);
    expect(tiesAt("2025-06-30")).toEqual(["t2", "t3", "t4"]);
  });

  it("grows or is replaced, and never shows what is not yet known", () => {
    for (const text of ["2025-03-01", "2025-05-31", "2026-01-01"]) {
      const view = viewDossier(dossier, at(text));
      expect(view.asOf).toBe(day(text));
      expect(view.figures.every(({ known }) => known <= day(text))).toBe(true);
      expect(view.ties.every(({ date }) => date.end <= day(text))).toBe(true);
    }
  });
});

describe("looking for figures", () => {
  it("answers by subject, measure, status and origin, the latest period last", () => {
    expect(figuresOn(dossier, { subject: "maker", measure: "revenue" }).map(({ id }) => id)).toEqual([
      "f1",
      "f4",
    ]);
    expect(
      figuresOn(dossier, { measure: ["revenue", "revenue_ratio"], origin: "derived" }).map(({ id }) => id),
    ).toEqual(["f3", "f5"]);
    expect(figuresOn(dossier, { status: "forecast" }).map(({ id }) => id)).toEqual(["f4"]);
    expect(figuresOn(dossier, { counterparty: "nobody" })).toEqual([]);
  });

  it("finds conflicts in both directions", () => {
    const { figures } = dossier;
    const one = {
      figures: figures.map((figure) => (figure.id === "f1" ? { ...figure, conflicts: ["f4"] } : figure)),
    };
    expect(conflictsOf(one, "f1").map(({ id }) => id)).toEqual(["f4"]);
    expect(conflictsOf(one, "f4").map(({ id }) => id)).toEqual(["f1"]);
    expect(conflictsOf(one, "f2")).toEqual([]);
  });

  it("lists ties that no sum of money holds", () => {
    expect(unpricedTies(dossier).map(({ id }) => id)).toEqual(["t3"]);
  });
});
