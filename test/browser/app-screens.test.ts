import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "kreislauf/text";
import {
  expectFits,
  expectNoViolations,
  layoutShiftOf,
  ready,
  setUp,
  type Stand,
  violationsOf,
} from "./app-browser.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

/** Every screen, and what of it has an address of its own. */
const addresses = [
  "/",
  "/circuit/amazon-openai?doubt=B021:5&evidence=amazon-openai-2026,openai-amazon-2025&v=1",
  "/measure/concentration?evidence=A008&v=1",
  "/measure/claims",
  "/compare?compare=%2Fen%2Fcircuit%7C%2Fen%2Fcircuit%3Fstatus%3Dpaid%26v%3D1&v=1",
  "/data",
  "/docs",
] as const;

describe.each(languages)("the app in %s", (language) => {
  it.each(addresses)("%s: axe finds nothing, light and dark; no noise; 320 px wide enough", async (rest) => {
    const { page, noise } = await stand.open(`/${language}${rest}`, { reducedMotion: "reduce" });
    await page.waitForSelector("h1");
    // Rows and cards of one kind are alike: a few of each are enough for what takes axe long.
    await page.evaluate(() => {
      const alike = ".claims > li:nth-child(n+12), tbody tr:nth-child(n+8), .card:nth-child(n+4)";
      for (const item of document.querySelectorAll(alike)) item.remove();
    });
    await expectNoViolations(page);
    await expectFits(page);
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  it("has every control that is wide open: menus and the share dialog", async () => {
    const { page, noise } = await stand.open(`/${language}/data`);
    for (const menu of await page.locator("details.menu > summary").all()) {
      await menu.click();
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator("details.menu[open]").count()).toBe(0);
    }
    await page.locator('button[aria-haspopup="dialog"]').click();
    await page.waitForSelector("dialog[open]");
    await expectNoViolations(page);
    expect(noise).toEqual([]);
    await page.context().close();
  });

  it("is readable without script, with the picture in the page", async () => {
    for (const path of ["/", "/circuit", "/measure/claims"]) {
      const { page } = await stand.open(`/${language}${path}`, { javaScriptEnabled: false });
      await expect.poll(() => page.locator("h1").isVisible()).toBe(true);
      if (path !== "/measure/claims") {
        await expect.poll(() => page.locator("svg.loop-map").first().isVisible()).toBe(true);
      }
      await expect.poll(() => page.locator(`a[href="/${language}/report"]`).isVisible()).toBe(true);
      await page.context().close();
    }
  });

  // German words are the longer ones: they are tried where room is short.
  const viewport = language === "en" ? { width: 1280, height: 900 } : { width: 375, height: 812 };
  it.each(["/", "/circuit", "/measure", "/plan", "/simulate", "/who-pays", "/model"])(
    `%s: does not jump when the script takes over, at ${viewport.width} px`,
    async (path) => {
      const { page } = await stand.open(`/${language}${path}`, { viewport });
      // A jump is told after the frame in which it happened.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
      expect(await layoutShiftOf(page)).toBeLessThan(0.1);
      await page.context().close();
    },
  );

  it("shows the same before and after the script takes over", async () => {
    const still = await stand.open(`/${language}/`, { javaScriptEnabled: false });
    const before = await still.page.locator(".start .map .wide svg").evaluate((svg) => svg.outerHTML);
    await still.page.context().close();
    const { page } = await stand.open(`/${language}/`);
    await ready(page);
    expect(await page.locator(".start .map .wide svg").evaluate((svg) => svg.outerHTML)).toBe(before);
    await page.context().close();
  });
});

it("follows the contrast that is chosen, against the system", async () => {
  const { page } = await stand.open("/en/?theme=dark&v=1", { colorScheme: "light" });
  const ground = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await ground();
  await page.locator(".tools details.menu > summary").click();
  await page.getByRole("link", { name: "light", exact: true }).click();
  expect(await ground()).not.toBe(dark);
  await page.context().close();
});
