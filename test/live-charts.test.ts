import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { compile, type Model } from "kreislauf/model";
import { type Lever, loadSolver, PlanDesk } from "kreislauf/plan";
import { type Guide, guideOf, readGuide } from "kreislauf/simulate";
import { readGuideText } from "kreislauf/store";
import { languages } from "kreislauf/text";
import { type LiveChart, liveChartsOf } from "../src/app/docs/live-chart.ts";
import { readMarkdown } from "../src/app/docs/markdown.tsx";
import { writeAddress } from "../src/app/state/address.ts";
import { compileBoom } from "./ki-boom/boom.ts";
import { openEconomy } from "./plan/open-economy.ts";

const folder = fileURLToPath(new URL("../docs", import.meta.url));
const documents = languages.flatMap((language) =>
  readdirSync(`${folder}/${language}`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => {
      const blocks = readMarkdown(readFileSync(`${folder}/${language}/${name}`, "utf8"));
      return { language, name: `${language}/${name}`, charts: [...liveChartsOf(blocks).values()] };
    }),
);
const lines = ["answer", "week", "emissions", "hazard", "compute", "values"];

let boom: Model;
let guide: Guide;
let levers: readonly Lever[];
beforeAll(async () => {
  boom = compileBoom();
  guide = readGuide("ki-boom.guide.yaml", (await readGuideText("ki-boom"))!).value!;
  const { value: desk } = PlanDesk.open(await loadSolver(), openEconomy("lehrbeispiel").files);
  ({ levers } = desk!);
});

describe("live charts of the documents", () => {
  it.each(documents.filter(({ charts }) => charts.length > 0))("resolve: $name", ({ language, charts }) => {
    for (const { chart, problems, above } of charts) {
      expect(problems).toEqual([]);
      expect(chart!.state.language).toBe(language);
      expect(missing(chart!, above)).toEqual([]);
    }
  });

  it("are told when they name what is not there", () => {
    const { chart } = [
      ...liveChartsOf(
        readMarkdown("```kreislauf\n/en/simulate?scenario=stp&v=1\nshow: indx\nslider: M00\n```"),
      ).values(),
    ][0];
    expect(missing(chart!, "")).toEqual(["indx", "M00", "stp"]);
  });

  it("are the same in both languages", () => {
    const of = (wanted: string): readonly string[] =>
      documents
        .filter(({ language }) => language === wanted)
        .flatMap(({ charts }) => charts.map(({ chart }) => plain(chart!)))
        .sort();
    expect(of("de")).toEqual(of("en"));
    expect(of("en").length).toBeGreaterThan(6);
  });
});

function plain({ state, show, slider }: LiveChart): string {
  return `${writeAddress({ ...state, language: "en" })} ${show.join(",")} ${slider}`;
}

/** Names of a chart that nothing in its model or economy has. */
function missing(chart: LiveChart, above: string): readonly string[] {
  const { kind, state, show, slider } = chart;
  const sliders = slider === "" ? [] : [slider];
  const lacking = (wanted: readonly string[], known: readonly string[]): readonly string[] =>
    wanted.filter((name) => !known.includes(name));
  switch (kind) {
    case "map":
      return [...show, ...lacking(sliders, ["paid-share"])];
    case "run":
      return [
        ...lacking([state.model], ["ki-boom"]),
        ...lacking(show, [...guide.graphs.map(({ id }) => id), "outcomes"]),
        ...lacking(
          sliders,
          boom.system.parameters.map(({ name }) => name),
        ),
        ...lacking(
          state.scenarios,
          boom.system.scenarios.map(({ name }) => name),
        ),
      ];
    case "text": {
      const { value: model, problems } = compile(above);
      if (!model) return problems.map(({ code }) => code);
      return [
        ...lacking(
          show,
          guideOf(model).graphs.map(({ id }) => id),
        ),
        ...lacking(
          sliders,
          model.system.parameters.map(({ name }) => name),
        ),
      ];
    }
    case "plan":
      return [
        ...lacking([state.economy], ["lehrbeispiel"]),
        ...lacking(show, lines),
        ...lacking(
          sliders,
          levers.map(({ id }) => id),
        ),
      ];
    case "ballot":
      return [...show, ...sliders];
  }
}
