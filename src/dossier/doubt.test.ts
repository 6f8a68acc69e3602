import { describe, expect, it } from "vitest";
import { readSample } from "../../test/sample-dossier.ts";
import { readWrittenDossier, writeDossier } from "./dossier-text.ts";
import { doubtDossier, payAnnounced } from "./doubt.ts";

const dossier = readSample().value!;
const figure = (of: typeof dossier, id: string) => of.figures.find((one) => one.id === id)!.amount;
const tie = (of: typeof dossier, id: string) => of.ties.find((one) => one.id === id)!.amount;

describe("another value for a figure", () => {
  it("carries through what is derived from it and the tie that takes its amount from it", () => {
    const doubted = doubtDossier(dossier, { f2: 5 });
    expect(figure(doubted, "f2")).toEqual({ value: 5, low: 5, high: 5 });
    expect(figure(doubted, "f3")?.value).toBeCloseTo(2, 12);
    expect(tie(doubted, "t2")?.value).toBeCloseTo(5, 12);
    expect(tie(doubted, "t1")).toEqual(tie(dossier, "t1"));
    expect(figure(doubted, "f1")).toEqual(figure(dossier, "f1"));
  });

  it("holds against what the figure would follow, and leaves unknown ids", () => {
    expect(figure(doubtDossier(dossier, { f2: 5, f3: 7 }), "f3")?.value).toBe(7);
    expect(tie(doubtDossier(dossier, { f2: 5, t2: 1 }), "t2")).toEqual({ value: 1, low: 1, high: 1 });
    expect(doubtDossier(dossier, { nobody: 1, constructor: 2 })).toEqual(dossier);
    expect(doubtDossier(dossier, {})).toBe(dossier);
  });

  it("gives no number that is none when a figure becomes zero", () => {
    const doubted = doubtDossier(dossier, { f2: 0 });
    expect(figure(doubted, "f3")).toEqual(figure(dossier, "f3"));
    expect(tie(doubted, "t2")?.value).toBe(0);
  });
});

describe("a share of the announced money", () => {
  it("scales only what is announced, bounds and all", () => {
    const half = payAnnounced(dossier, 0.5);
    expect(tie(half, "t1")).toEqual({ value: 5, low: 5, high: 5 });
    expect(tie(half, "t2")).toEqual(tie(dossier, "t2"));
    expect(payAnnounced(dossier, 0).ties.map(({ id }) => id)).toEqual(["t2", "t3"]);
    expect(payAnnounced(dossier, 1)).toBe(dossier);
  });
});

it("a written dossier is read as it was", () => {
  expect(readWrittenDossier(writeDossier(dossier))).toEqual(JSON.parse(JSON.stringify(dossier)));
  const series = [
    {
      id: "s",
      title: { de: "s", en: "s" },
      unit: "1",
      sources: [],
      days: Float64Array.of(1, 2),
      values: Float64Array.of(0.1, 0.2),
    },
  ];
  expect(readWrittenDossier(writeDossier({ ...dossier, series })).series).toEqual(series);
});
