import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  type Dossier,
  deriveFigures,
  evaluateFormula,
  ledgerOf,
  namesIn,
  readDossier,
  viewDossier,
} from "../src/dossier/index.ts";
import { hasErrors, type Outcome } from "../src/core/problem.ts";
import { selectFlows } from "../src/ledger/selection.ts";
import { publishedSchemas } from "../src/cli/published-schemas.ts";
import { formatPeriodLabel, hasName, languages } from "../src/text/index.ts";
import { builtInDossiers, findBuiltIn, readFolder } from "../src/store/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const names = await builtInDossiers();

const read = new Map<string, Outcome<Dossier>>();
for (const name of names) {
  const { files } = await readFolder(findBuiltIn(name));
  read.set(name, readDossier(files!));
}
const dossierOf = (name: string): Dossier => read.get(name)!.value!;

/** The table of docs/en/built-in-dossiers.md: figures, sources, ties and claims of each dossier. */
function documented(language: string, file: string): ReadonlyMap<string, readonly number[]> {
  const text = readFileSync(join(root, "docs", language, file), "utf8");
  const rows = [...text.matchAll(/^\| `([\w-]+)` \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|/gm)];
  return new Map(rows.map(([, name, ...counts]) => [name, counts.map(Number)]));
}

it("there are three of them", () => {
  expect(names).toEqual(["ki-2025", "krypto-2022", "telekom-2000"]);
});

describe.each(names)("%s", (name) => {
  it("measures nothing that has no name in both languages", () => {
    const measures = new Set(dossierOf(name).figures.map(({ measure }) => measure));
    for (const language of languages) {
      expect([...measures].filter((measure) => !hasName(measure, language))).toEqual([]);
    }
    expect(hasName("heat_pumps", "de")).toBe(false);
  });

  it("shows no word in German that is English: it has a name, or consists of proper names", () => {
    const dossier = dossierOf(name);
    const german = namesIn(dossier, "de");
    const words = dossier.figures
      .flatMap(({ subject, counterparty, category, periodLabel }) => [
        subject,
        counterparty,
        category,
        formatPeriodLabel(periodLabel, "de") === periodLabel ? periodLabel : "",
      ])
      .concat(dossier.ties.map(({ condition }) => condition));
    const proper = /^(?:\(?[A-Z0-9][\w.&+)-]*(?: |$))*$/;
    expect(words.filter((word) => !german.has(word) && !hasName(word, "de") && !proper.test(word))).toEqual(
      [],
    );
  });

  it("reads without errors or warnings", () => {
    expect(read.get(name)!.problems).toEqual([]);
  });

  it("has as many figures, sources, ties and claims as documented in both languages", () => {
    const { figures, sources, ties, claims } = dossierOf(name);
    const counts = [figures, sources, ties, claims].map((list) => list.length);
    expect(documented("en", "built-in-dossiers.md").get(name)).toEqual(counts);
    expect(documented("de", "eingebaute-dossiers.md").get(name)).toEqual(counts);
  });

  it("gives every figure a source or a derivation, and every source is used", () => {
    const { figures, sources, ties, rates, series } = dossierOf(name);
    const bare = figures.filter((figure) => figure.sources.length === 0 && figure.derivation === "");
    expect(bare.map((figure) => figure.id)).toEqual([]);
    const used = new Set([
      ...figures.flatMap((figure) => figure.sources),
      ...ties.flatMap((tie) => tie.sources),
      ...series.flatMap((one) => one.sources),
      ...rates.map((rate) => rate.source),
    ]);
    expect(sources.filter((source) => !used.has(source.id)).map((source) => source.id)).toEqual([]);
  });

  it("derives what is derived and nothing else", () => {
    const { figures } = dossierOf(name);
    for (const figure of figures) {
      expect(figure.origin === "derived", figure.id).toBe(figure.derivation !== "");
    }
  });

  it("does not change when derived anew", () => {
    const text = readFileSync(join(findBuiltIn(name), "figures.csv"), "utf8");
    const derived = deriveFigures(text);
    expect(derived.problems).toEqual([]);
    expect(derived.changes).toEqual([]);
    expect(derived.text).toBe(text);
  });

  it("names conflicts on both sides", () => {
    const { figures } = dossierOf(name);
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    for (const figure of figures) {
      for (const other of figure.conflicts) {
        expect(byId.get(other)?.conflicts, `${figure.id} – ${other}`).toContain(figure.id);
      }
    }
  });

  it("backs every amount of a tie with a figure that has it", () => {
    const { figures, ties } = dossierOf(name);
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    for (const tie of ties) {
      if (!tie.amount) continue;
      const amounts = tie.figures.flatMap((id) => {
        const figure = byId.get(id);
        return figure?.amount && figure.unit === tie.unit ? [figure.amount.value] : [];
      });
      expect(amounts, tie.id).toContain(tie.amount.value);
    }
  });

  it("says why where dates of a tie are assumed", () => {
    for (const tie of dossierOf(name).ties) {
      if (tie.datesBasis === "assumed") expect(tie.note, tie.id).not.toBe("");
    }
  });

  it("tests every claim against something, in both languages", () => {
    const { claims, figures } = dossierOf(name);
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    for (const claim of claims) {
      expect(claim.statement.de, claim.id).not.toBe(claim.statement.en);
      const found = claim.tests.flatMap((test) => (test.kind === "path" ? [] : test.found));
      const paths = claim.tests.filter((test) => test.kind === "path");
      expect(found.length + paths.length, claim.id).toBeGreaterThan(0);
      // What the article says is no evidence for what it says.
      for (const formula of found) {
        const origins = evaluateFormula(formula, byId).figures.map((id) => byId.get(id)!.origin);
        const category = byId.get(formula)?.category;
        expect(
          category !== "" || origins.some((origin) => origin !== "article"),
          `${claim.id} ${formula}`,
        ).toBe(true);
      }
    }
  });

  it("gives a ledger at every vintage, with flows at every status", () => {
    const dossier = dossierOf(name);
    for (const asOf of dossier.vintages) {
      const { value, problems } = ledgerOf(dossier, { asOf });
      expect(hasErrors(problems)).toBe(false);
      const counts = (["paid", "contracted", "announced"] as const).map(
        (status) =>
          selectFlows(value!, { status, window: dossier.window, unit: dossier.currency }).flows.length,
      );
      expect(counts[0]).toBeGreaterThan(0);
      expect(counts[1]).toBeGreaterThanOrEqual(counts[0]);
      expect(counts[2]).toBeGreaterThanOrEqual(counts[1]);
    }
  });
});

describe("ki-2025", () => {
  const dossier = dossierOf("ki-2025");
  const [article, later] = dossier.vintages;

  it("leaves one tie out of the ledger: no source of the dossier has a euro rate of that time", () => {
    const { problems } = ledgerOf(dossier);
    expect(problems.map(({ code, values }) => [code, values["id"]])).toEqual([
      ["no-rate", "bondholders-alphabet-2025-eur"],
    ]);
  });

  it("tests the 31 statements of the article, each under the id of the figure that states it", () => {
    const stated = new Map(dossier.figures.map((figure) => [figure.id, figure]));
    expect(dossier.claims.map((claim) => stated.get(claim.id)?.origin)).toEqual(Array(31).fill("article"));
  });

  it("replaces the letter of intent of NVIDIA and OpenAI by what was signed", () => {
    const amountAt = (asOf: number): number =>
      ledgerOf(dossier, { asOf })
        .value!.flows.filter((flow) => flow.from === "nvidia" && flow.to === "openai")
        .reduce((sum, flow) => sum + flow.amount.value, 0);
    expect(amountAt(article)).toBe(100e9);
    expect(amountAt(later)).toBe(30e9);
    const letter = viewDossier(dossier, { asOf: article }).ties.find(
      (tie) => tie.id === "nvidia-openai-2025",
    );
    expect(letter?.status).toBe("announced");
  });

  it("counts nothing as known before its source appeared", () => {
    const view = viewDossier(dossier, { asOf: article });
    const ids = new Set(view.figures.map((figure) => figure.id));
    expect(ids.has("C004")).toBe(false); // fiscal 2026 of NVIDIA, published in February 2026
    expect(ids.has("C003")).toBe(true);
    expect(ids.has("B062")).toBe(false); // NVIDIA and Anthropic, a day after the article
    expect(ids.has("A010")).toBe(true); // derived from the article's own figures
  });
});

it("the committed schemas are those that Kreislauf publishes, and each dossier.yaml names its own", () => {
  const published = Object.entries(publishedSchemas());
  expect(readdirSync(join(root, "schemas")).sort()).toEqual(
    published.map(([name]) => `${name}.schema.json`).sort(),
  );
  for (const [name, schema] of published) {
    const committed = JSON.parse(
      readFileSync(join(root, "schemas", `${name}.schema.json`), "utf8"),
    ) as unknown;
    expect(committed).toEqual(JSON.parse(JSON.stringify(schema)));
  }
  for (const name of names) {
    const [first] = readFileSync(join(findBuiltIn(name), "dossier.yaml"), "utf8").split("\n", 1);
    expect(first).toBe("# yaml-language-server: $schema=../../schemas/dossier.schema.json");
  }
});
