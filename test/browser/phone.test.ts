import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "kreislauf/text";
import { ready, setUp, type Stand, violationsOf } from "./app-browser.ts";
import { settled } from "./simulation.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

const phone = { viewport: { width: 375, height: 812 } };

/** Screens with the finding that a phone shows first, the picture below it, and what chooses what is shown. */
const screens = [
  ["/simulate?runs=60&v=1", ".first-finding", "#graph-index svg", ".scenarios"],
  ["/who-pays", ".big-finding", ".payer-bars", ".controls"],
  ["/plan", ".plan-verdict", ".year-chart", ".choice"],
  ["/measure", ".card h3", ".card svg", ".parts"],
] as const;

/** Where an element stands on the screen. */
async function placeOf(
  page: Page,
  selector: string,
): Promise<{ readonly top: number; readonly end: number }> {
  const box = await page.locator(selector).first().boundingBox();
  return { top: box?.y ?? Infinity, end: (box?.y ?? Infinity) + (box?.height ?? 0) };
}

describe.each(languages)("on a phone in %s", (language) => {
  it.each(screens)("%s: choice, finding and picture are on the first screen", async (path, ...shown) => {
    const { page } = await stand.open(`/${language}${path}`, phone);
    await settled(page);
    const [finding, picture, choice] = shown;
    const top = async (selector: string): Promise<number> => (await placeOf(page, selector)).top;
    await expect.poll(async () => (await placeOf(page, choice)).end).toBeLessThan(await top(finding));
    await expect.poll(async () => (await placeOf(page, finding)).end).toBeLessThan(await top(picture));
    // A third of the picture at least, above the line that opens the controls.
    const { top: from, end } = await placeOf(page, picture);
    expect(Math.min(end, 812 - 45) - from).toBeGreaterThan((end - from) / 3);
    await page.context().close();
  });

  it.each([
    ["/simulate?runs=60&v=1", ".levers", 0, "#graph-index .median"],
    // The first slider of the plan binds nothing: a shorter week than today is reached anyway.
    ["/plan", ".plan-levers", 1, ".year-chart path"],
  ])(
    "%s: a slider is reached by key and moves the picture, which stays in sight",
    async (path, sheet, place, line) => {
      const { page, noise } = await stand.open(`/${language}${path}`, { ...phone, reducedMotion: "reduce" });
      await settled(page);
      const slider = page.locator(`${sheet} input[type="range"]`).nth(place);
      await expect.poll(() => slider.isVisible()).toBe(false);
      await page.locator(`${sheet} > summary`).focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => slider.isVisible()).toBe(true);
      expect(await violationsOf(page)).toEqual([]);
      const before = await page.locator(line).first().getAttribute("d");
      await slider.focus();
      await page.keyboard.press("PageUp");
      await expect.poll(() => page.locator(line).first().getAttribute("d")).not.toBe(before);
      await expect
        .poll(() => page.locator(`${sheet} > summary`).textContent())
        .toMatch(/ 1 (geändert|changed)$/);
      expect(await slider.evaluate((element) => document.activeElement === element)).toBe(true);
      await page.keyboard.press("Shift+Tab");
      // Half of the picture at least is above the open sheet.
      const [picture, open] = [
        await placeOf(page, ".graphs .graph svg, .answer-parts svg"),
        await placeOf(page, sheet),
      ];
      expect(picture.top).toBeGreaterThanOrEqual(0);
      expect((picture.top + picture.end) / 2).toBeLessThan(open.top);
      await page.locator(`${sheet} > summary`).click();
      await expect.poll(() => slider.isVisible()).toBe(false);
      // Where there is room the same controls stand beside the result.
      await page.setViewportSize({ width: 1280, height: 900 });
      await expect.poll(() => slider.isVisible()).toBe(true);
      expect(noise).toEqual([]);
      await page.context().close();
    },
  );
});

it.each(["/simulate", "/who-pays", "/model", "/plan"])(
  "%s: what the server sent stays until the screen has a result of its own",
  async (path) => {
    const context = await stand.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const look = (): void => {
        const text = document.querySelector<HTMLElement>("#content")?.innerText;
        if (text !== undefined) seen.push(text);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(`${stand.origin}/en${path}`);
    await expect.poll(() => page.locator("[data-still] svg").count()).toBeGreaterThan(0);
    await ready(page);
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: readonly string[] }).seen);
    expect(seen.filter((text) => text.length < 200 || text.includes("Loading"))).toEqual([]);
    await context.close();
  },
);
