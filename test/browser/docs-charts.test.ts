import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "kreislauf/text";
import type { Page } from "playwright-core";
import { expectFits, expectNoViolations, setUp, type Stand } from "./app-browser.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

/** Documents with a live chart: name in both languages, what is drawn, and where its slider is put. */
const charts = [
  { en: "measuring", de: "messen", drawn: ".loop-map", to: 20 },
  { en: "boom-model", de: "boom-modell", drawn: ".fan-chart", to: 4 },
  { en: "ensembles", de: "ensembles", drawn: ".fan-chart", to: 2500 },
  { en: "sim-in-ten-minutes", de: "sim-in-zehn-minuten", drawn: ".fan-chart", to: 0.8 },
  { en: "planning", de: "planen", drawn: ".year-chart", to: 1 },
  { en: "labour-time", de: "arbeitszeit", drawn: ".level-bar", to: 1 },
  { en: "voting", de: "abstimmen", drawn: ".chart", to: 30 },
] as const;

async function openChart(
  language: "de" | "en",
  { drawn, ...names }: (typeof charts)[number],
): Promise<{
  readonly page: Page;
  readonly noise: readonly string[];
}> {
  const { page, noise } = await stand.open(`/${language}/docs/${names[language]}`);
  await page.locator(".live-chart").first().scrollIntoViewIfNeeded();
  await page.waitForSelector(`.live-chart ${drawn}`, { state: "attached", timeout: 60_000 });
  return { page, noise };
}

/** What a chart draws, without what is only being computed. */
function picture(page: Page, drawn: string): Promise<string> {
  return page
    .locator(`.live-chart ${drawn}`)
    .evaluateAll((pictures) => pictures.map((one) => one.innerHTML).join(""));
}

/** The parts are those of both languages; what a chart has of its own text moves in German, too. */
const moved = {
  en: charts,
  de: charts.filter(({ en }) => en === "measuring" || en === "sim-in-ten-minutes"),
};

describe.each(languages)("live charts in %s", (language) => {
  it.each(moved[language])("of $en: the picture moves with its slider, without noise", async (chart) => {
    const { page, noise } = await openChart(language, chart);
    const before = await picture(page, chart.drawn);
    const slider = page.locator(".live-chart input[type=range]");
    await slider.evaluate((element, value) => {
      const input = element as HTMLInputElement;
      input.value = String(value);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }, chart.to);
    await expect.poll(() => picture(page, chart.drawn), { timeout: 30_000 }).not.toBe(before);
    // The page stays where it is; the link takes along what was moved.
    await expect.poll(() => page.url()).toMatch(/\/docs\/[\w-]+$/);
    expect(await page.locator(".live-chart").textContent()).not.toMatch(/undefined|NaN|\{\w+\}/);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  it("are free of violations, light and dark, and fit 320 px", async () => {
    for (const chart of charts.filter(({ en }) => ["ensembles", "labour-time", "voting"].includes(en))) {
      const { page, noise } = await openChart(language, chart);
      await page.evaluate(() => {
        const others =
          "article > :not(h1, h2, .live-chart), tbody tr:nth-child(n+3), .docs nav a:nth-child(n+3)";
        for (const item of document.querySelectorAll(others)) item.remove();
      });
      await expectNoViolations(page);
      await expectFits(page);
      expect(noise).toEqual([]);
      await page.context().close();
    }
  });
});

it("a model text takes its slider and itself along to its screen", async () => {
  const { page } = await openChart("en", charts[3]);
  const slider = page.locator(".live-chart input[type=range]");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.locator(".live-chart h3").first().textContent()).toContain("as it stands");
  const link = await page.locator(".live-chart .onward a").getAttribute("href");
  expect(link).toContain("/en/model?");
  expect(decodeURIComponent(link ?? "")).toContain("set=alpha1:0.61");
  expect(decodeURIComponent((link ?? "").replaceAll("+", " "))).toContain('model MINE "My first economy"');
  await page.context().close();
});

it("documents can be read without script, with the picture of each chart and the way to its screen", async () => {
  const { page } = await stand.open("/de/docs/ensembles", { javaScriptEnabled: false });
  await expect
    .poll(() => page.locator("article h1").textContent())
    .toBe("Ensembles: viele Läufe eines Modells");
  await expect.poll(() => page.locator(".docs nav a").count()).toBeGreaterThan(10);
  const chart = page.locator(".live-chart");
  const address = "/de/simulate?runs=200&v=1";
  await expect.poll(() => chart.locator("img").getAttribute("src")).toBe(`/picture${address}`);
  await expect.poll(() => chart.locator("a").getAttribute("href")).toBe(address);
  await page.context().close();
});
