import { describe, expect, it } from "vitest";
import { hasErrors } from "../src/core/problem.ts";
import { type Dossier, readDossier } from "../src/dossier/index.ts";
import {
  type About,
  type ClaimResult,
  measureDossier,
  type Measurement,
  measurementDocument,
  measurementSchema,
  type Result,
} from "../src/measure/index.ts";
import { builtInDossiers, findBuiltIn, readFolder } from "../src/store/index.ts";
import { citePaper, describeMethod, describeObjection } from "../src/text/index.ts";

const names = await builtInDossiers();
const opened = new Map<string, Dossier>();
for (const name of names) {
  const { files } = await readFolder(findBuiltIn(name));
  const { value } = readDossier(files ?? new Map());
  if (value) opened.set(name, value);
}

const measure = (name: string, asOf?: number, status?: "announced" | "contracted" | "paid"): Measurement => {
  const dossier = opened.get(name);
  const { value, problems } = dossier
    ? measureDossier(dossier, { asOf, status })
    : { value: undefined, problems: [] };
  if (!value || hasErrors(problems))
    throw new Error(`${name} cannot be measured: ${JSON.stringify(problems)}`);
  return value;
};

const readings = [...opened].flatMap(([name, { vintages }]) =>
  vintages.flatMap((day) =>
    (["announced", "contracted", "paid"] as const).map((status) => ({ name, day, status })),
  ),
);

const listsOf = (document: Measurement): readonly (readonly Result[])[] => [
  document.concentration,
  document.marketShares,
  document.valuation,
  document.requiredRevenue,
  document.growth,
  document.realisation,
  document.chipLife,
  document.leverage,
  document.losses,
  document.footprint,
];

const aboutsOf = (document: Measurement): readonly About[] => [
  ...listsOf(document).flat(),
  ...document.claims,
  ...document.circuit.selfFinanced,
  ...Object.values(document.circuit.about),
  ...(document.circuit.bookInflation ? [document.circuit.bookInflation] : []),
];

describe.each(readings)("$name read as $status on day $day", ({ name, day, status }) => {
  const dossier = opened.get(name)!;
  const document = measure(name, day, status);

  it("fits the published schema, after a journey as JSON too", () => {
    expect(() => measurementDocument.parse(JSON.parse(JSON.stringify(document)))).not.toThrow();
  });

  it("gives every result its method, paper and objections in words, and evidence that exists", () => {
    const known = new Set([
      ...dossier.figures.map(({ id }) => id),
      ...dossier.ties.map(({ id }) => id),
      ...dossier.sources.map(({ id }) => id),
      ...dossier.series.map(({ id }) => id),
    ]);
    for (const { method, paper, against, inputs, evidence } of aboutsOf(document)) {
      for (const language of ["de", "en"] as const) {
        expect(describeMethod(method, language).how, method).not.toBe("");
        expect(citePaper(paper, language), paper).not.toBe(paper);
        for (const key of against) expect(describeObjection(key, language), key).not.toBe(key);
      }
      expect(against.length, method).toBeGreaterThan(0);
      const values = Object.values(inputs);
      expect(values.length, method).toBeGreaterThan(0);
      expect(
        values.filter((value) => value === "" || (typeof value === "number" && !Number.isFinite(value))),
        method,
      ).toEqual([]);
      expect(
        evidence.filter((id) => !known.has(id)),
        method,
      ).toEqual([]);
    }
  });

  it("names each result once, with finite values inside their bounds", () => {
    for (const list of listsOf(document)) {
      const ids = list.map(({ id }) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      for (const { id, value, evidence } of list) {
        const slack = 1e-9 * Math.max(Math.abs(value.low), Math.abs(value.high));
        expect([value.value, value.low, value.high].every(Number.isFinite), id).toBe(true);
        expect(value.low, id).toBeLessThanOrEqual(value.value + slack);
        expect(value.high, id).toBeGreaterThanOrEqual(value.value - slack);
        if (list !== document.realisation) expect(evidence.length, id).toBeGreaterThan(0);
      }
    }
  });

  it("keeps certain, expected and possible in order, and proves the circulation", () => {
    const { loops, selfFinanced, circulation, provenance, totalFlow } = document.circuit;
    const slack = 1e-9 * totalFlow;
    for (const loop of loops) {
      expect(loop.certain).toBeLessThanOrEqual(loop.expected + slack);
      expect(loop.expected).toBeLessThanOrEqual(loop.possible + slack);
    }
    for (const one of selfFinanced) {
      expect(one.certain).toBeLessThanOrEqual(one.proportional + slack);
      expect(one.proportional).toBeLessThanOrEqual(one.possible + slack);
    }
    for (const { sources } of provenance) {
      expect(sources.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    expect(Math.abs(circulation.gap)).toBeLessThanOrEqual(1e-9);
  });

  it("gives the same document again", () => {
    expect(JSON.stringify(measure(name, day, status))).toBe(JSON.stringify(document));
  });
});

describe("ki-2025", () => {
  const [early, late] = (opened.get("ki-2025")?.vintages ?? []).map((day) => measure("ki-2025", day));
  const verdict = (document: Measurement, id: string): ClaimResult["verdict"] | undefined =>
    document.claims.find((claim) => claim.id === id)?.verdict;
  const value = (list: readonly Result[], id: string): number | undefined =>
    list.find((result) => result.id === id)?.value.value;

  it("judges the article by what is known now", () => {
    for (const id of ["A033", "A039", "A042", "A054", "A072", "A078"]) {
      expect(verdict(late, id), id).toBe("contradicted");
    }
    for (const id of ["A007", "A035", "A044", "A076"]) expect(verdict(late, id), id).toBe("supported");
    for (const id of ["A001", "A074", "A091"]) expect(verdict(late, id), id).toBe("loose");
    expect(verdict(late, "A083")).toBe("unverified");
    expect(verdict(early, "A078")).toBe("unverified");
    expect(late.claims).toHaveLength(31);
  });

  it("finds the loops of the article, and that nothing of the first is certain", () => {
    const loop = early.circuit.loops.find(({ actors }) => actors.join() === "nvidia,openai,oracle");
    expect(loop?.certain).toBe(0);
    expect(loop?.possible).toBe(40e9);
    expect(early.circuit.selfFinanced[0].actor).toBe("nvidia");
  });

  it("knows that 30 of NVIDIA's 100 bn for OpenAI remained", () => {
    const chain = late.realisation.find(
      ({ measure, subject, of }) => measure === "realisationChain" && subject === "nvidia" && of === "openai",
    );
    expect(chain?.value.value).toBeCloseTo(30, 9);
  });

  it("puts the article's P/E outside the range of the others", () => {
    expect(value(late.valuation, "priceEarningsPosition:nvidia:A054")).toBeGreaterThan(100);
  });

  it("tells the 1.5 tn a year from the 1.5 tn in total", () => {
    const needed = late.requiredRevenue.filter(({ id }) => id.includes("A091"));
    expect(needed.find(({ measure }) => measure === "requiredStated")?.value.value).toBe(1500e9);
  });
});

describe("the published schema", () => {
  it("is a JSON Schema that requires what the issue promises", () => {
    const schema = measurementSchema();
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema["required"]).toEqual(
      expect.arrayContaining([
        "circuit",
        "concentration",
        "valuation",
        "requiredRevenue",
        "footprint",
        "claims",
      ]),
    );
  });
});
