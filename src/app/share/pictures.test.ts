import { beforeAll, describe, expect, it } from "vitest";
import { measuredDossier } from "../../../test/fixture/ki-2025.ts";
import { preparedModels } from "../../cli/prepared-models.ts";
import { loadSolver, PlanDesk } from "../../plan/index.ts";
import { findEconomy, readFolder } from "../../store/index.ts";
import { languages } from "../../text/index.ts";
import { stillView } from "../first-page.tsx";
import { whoPaysOrderOf } from "../screens/simulate/policy.ts";
import { type AppState, defaults } from "../state/state.ts";
import { measureLook } from "../worker/measure-job.ts";
import { describeModel, type ModelCard } from "../worker/model-card.ts";
import { takeModelsFrom } from "../worker/opened-models.ts";
import { type Simulated, simulateOrder } from "../worker/simulate-job.ts";
import { whoPays } from "../worker/who-pays-job.ts";
import { fanPicture } from "./fan-picture.tsx";
import { measurePicture } from "./measure-picture.tsx";
import { payerPicture } from "./payer-picture.tsx";
import type { PictureContent } from "./picture-content.ts";
import { drawSheet } from "./picture-frame.tsx";
import { mapPicture } from "./picture.tsx";
import { planPicture } from "./plan-picture.tsx";

const { dossier } = await measuredDossier();
const address = "https://example.org/en/simulate";
const day = 20_781;
const draw = (content: PictureContent | undefined): string =>
  drawSheet(content ?? { title: "nothing", lead: [], drawings: [], source: [] }, { address, theme: "auto" });

/** What every picture has to have, whatever it shows. */
function check(svg: string, words: readonly string[]): void {
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="[-\d. ]+" width="\d+/);
  expect(svg).toContain("<style>");
  expect(svg).not.toMatch(/NaN|undefined|\[object/);
  expect(svg.replace(/<\/text><text[^>]*>/g, " ")).toContain("Kreislauf ");
  expect(svg).toContain(address);
  for (const word of words) expect(svg.replace(/<\/text><text[^>]*>/g, " ")).toContain(word);
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

describe.each(languages)("pictures in %s", (language) => {
  let card: ModelCard;
  let simulated: Simulated;
  const state: AppState = { ...defaults, language, screen: "simulate", scenarios: ["stop"], runs: 20 };
  beforeAll(async () => {
    const models = await preparedModels(dossier);
    takeModelsFrom({
      names: async () => models.map(({ name }) => name),
      model: async (name) => models.find((model) => model.name === name)!,
    });
    const described = await describeModel({ name: state.model });
    if (!described.parameters) throw new Error("no card");
    card = described;
    const { scenarios, set, runs, seed } = state;
    const answer = await simulateOrder({ model: { name: state.model }, scenarios, set, runs, seed }, () => 0);
    if (!answer.picture) throw new Error("no runs");
    simulated = answer;
  });

  it("draws all graphs of a simulation under its finding, and each alone", () => {
    const all = draw(fanPicture(card, simulated, state, { day }));
    check(all, [
      language === "de" ? "Startwert 1" : "seed 1",
      simulated.hash.slice(0, 12),
      language === "de" ? "In " : "In ",
    ]);
    expect(all.match(/class="chart fan-chart"/g)).toHaveLength(card.guide.graphs.length);
    const one = draw(fanPicture(card, simulated, { ...state, part: "debt" }));
    check(one, [language === "de" ? "Staatsschuld" : "Public debt"]);
    expect(one.match(/class="chart fan-chart"/g)).toHaveLength(1);
    expect(fanPicture(card, simulated, { ...state, part: "nothing" })).toBeUndefined();
  });

  it("says if the link asks for more runs than were drawn", () => {
    const svg = draw(fanPicture(card, simulated, { ...state, runs: 50_000 }));
    check(svg, [language === "de" ? "50.000" : "50,000"]);
  });

  it("draws who pays", async () => {
    const asked: AppState = { ...state, screen: "who-pays", scenarios: ["wealth"] };
    const [answer, first] = await Promise.all([
      whoPays(whoPaysOrderOf(asked, card.guide)),
      whoPays(whoPaysOrderOf({ ...asked, scenarios: [] }, card.guide)),
    ]);
    if (!answer.found || !card.guide.incidence) throw new Error("nothing found");
    const found = { found: answer.found, hash: answer.hash, residual: answer.residual, before: first.found };
    const svg = draw(payerPicture(card, card.guide.incidence, found, asked, { day }));
    check(svg, [answer.hash.slice(0, 12), language === "de" ? "Vermögensteuer" : "wealth tax"]);
    expect(svg.match(/class="chart payer-bars"/g)).toHaveLength(answer.found.groups.length);
    expect(svg).toContain('class="before"');
  });

  it("draws a plan, and the reasons why there is none", async () => {
    const { files = new Map() } = await readFolder(findEconomy("lehrbeispiel"));
    const { value: desk } = PlanDesk.open(await loadSolver(), files);
    const planned = desk!.plan({ settings: {} }).value!;
    const svg = draw(planPicture(planned, state, { day }));
    check(svg, [planned.solver]);
    expect(svg).toContain('class="chart year-chart"');
    const impossible = desk!.plan({ settings: { week: 1 } }, { explain: true }).value!;
    expect(impossible.status).toBe("infeasible");
    const reasons = draw(planPicture(impossible, state, { day }));
    check(reasons, ["– "]);
    desk!.close();
  });

  it("draws every list of measures and the loop map", () => {
    const look = { asOf: "", reading: "announced", doubts: {}, paidShare: 1 } as const;
    const measured = measureLook(dossier, look);
    if (!measured.measurement) throw new Error("not measured");
    const view = (part: string): ReturnType<typeof stillView> =>
      stillView({
        state: { ...defaults, language, screen: "measure", part },
        original: dossier,
        measured,
        library: [],
        notices: [],
      });
    for (const part of ["", "valuation", "requiredRevenue", "realisation", "footprint", "claims"]) {
      const content = measurePicture(view(part));
      check(draw(content), [measured.hash.slice(0, 12)]);
      expect(content?.drawings.length).toBeGreaterThan(0);
    }
    expect(measurePicture(view("nothing"))).toBeUndefined();
    check(draw(mapPicture(view(""), address)), [measured.hash.slice(0, 12)]);
  });
});
