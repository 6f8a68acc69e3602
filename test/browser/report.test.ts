import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderReport } from "kreislauf/report";
import { languages } from "kreislauf/text";
import { chromiumAdvice, chromiumFlags, findChromium } from "../../scripts/chromium.mjs";
import { measuredDossier } from "../fixture/ki-2025.ts";
import { expectFits } from "./app-browser.ts";

const folder = mkdtempSync(join(tmpdir(), "kreislauf-page-"));
let browser: Browser;

beforeAll(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  const subject = await measuredDossier();
  for (const language of languages) {
    writeFileSync(join(folder, `${language}.html`), renderReport(subject, { language }));
  }
  browser = await chromium.launch({ executablePath, args: chromiumFlags });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Console messages, page errors and addresses asked for besides the page itself. */
  readonly noise: readonly string[];
}

async function open(language: string, options: BrowserContextOptions): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const address = `file://${join(folder, `${language}.html`)}`;
  const noise: string[] = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) noise.push(request.url());
  });
  await page.goto(address);
  return { page, noise };
}

/** Axe for a page without frames. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

/** What axe found, short enough to read. */
function told(violations: Violations): readonly unknown[] {
  return violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html, nodes[0].failureSummary]);
}

/** Axe takes long, and rows and cards of one kind are alike: a few of each are enough. */
async function thinOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const alike = "tbody tr:nth-child(n+8), .sources li:nth-child(n+4), .card:nth-child(n+4)";
    for (const item of document.querySelectorAll(`${alike}, .claims > li:nth-child(n+24)`)) item.remove();
  });
}

describe.each(languages)("the page in %s", (language) => {
  it("has no violation that axe knows, colours apart", async () => {
    const { page, noise } = await open(language, { viewport: { width: 1280, height: 900 } });
    await thinOut(page);
    const { violations } = await axe(page).disableRules(["color-contrast"]).analyze();
    expect(told(violations)).toEqual([]);
    expect(noise).toEqual([]);
    await page.context().close();
  }, 180_000);

  it.each(["light", "dark"] as const)(
    "has contrast enough, %s",
    async (colorScheme) => {
      const { page } = await open(language, { colorScheme, viewport: { width: 1280, height: 900 } });
      await thinOut(page);
      const { violations, passes } = await axe(page).withRules(["color-contrast"]).analyze();
      expect(told(violations)).toEqual([]);
      expect(passes[0].nodes.length).toBeGreaterThan(100);
      await page.context().close();
    },
    180_000,
  );

  it("needs no sideways scroll at 320 px, at any date and status, without script", async () => {
    const { page } = await open(language, {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    for (const day of await page.locator('input[name="vintage"]').all()) {
      await day.check();
      for (const status of await page.locator('input[name="status"]').all()) {
        await status.check();
        await expectFits(page);
      }
    }
    await page.context().close();
  });

  it("stays as wide as the screen, down to the last row", async () => {
    const { page } = await open(language, { viewport: { width: 320, height: 640 } });
    await expectFits(page);
    await page.context().close();
  });

  it("shows one loop map at a time, and another after a switch, without script", async () => {
    const { page } = await open(language, {
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 900 },
    });
    const shown = async (): Promise<readonly string[]> => {
      const maps = await page.locator("svg.loop-map").all();
      const seen = await Promise.all(maps.map((map) => map.isVisible()));
      const titles = await Promise.all(maps.map((map) => map.getAttribute("aria-labelledby")));
      return titles.flatMap((title, index) => (seen[index] && title ? [title] : []));
    };
    const before = await shown();
    expect(before).toHaveLength(1);
    await page.locator("#k2025-11-17").check();
    const after = await shown();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    await page.locator("#contracted").check();
    expect((await shown())[0]).toContain("contracted");
    await page.context().close();
  });

  it("brings a number to its row and the row to its source, without script", async () => {
    const { page } = await open(language, { javaScriptEnabled: false });
    const number = page.locator('a.n[href^="#f-"]:visible').first();
    const target = await number.getAttribute("href");
    await number.click();
    const row = page.locator(target!);
    await expect.poll(() => row.isVisible()).toBe(true);
    const source = await row.locator('a[href^="#s-"], a[href^="#f-"]').first().getAttribute("href");
    await expect.poll(() => page.locator(source!).count()).toBe(1);
    await page.context().close();
  });

  it.each([
    [1280, "wide"],
    [360, "narrow"],
  ] as const)("keeps the labels of the loop map apart at %i px", async (width, shape) => {
    const { page } = await open(language, { viewport: { width, height: 900 } });
    for (const day of await page.locator('input[name="vintage"]').all()) {
      await day.check();
      for (const status of await page.locator('input[name="status"]').all()) {
        await status.check();
        const overlaps = await page.evaluate((shape) => {
          const map = [...document.querySelectorAll(`.map .${shape} svg`)].find(
            (candidate) => candidate.getBoundingClientRect().width > 0,
          );
          if (!map) return [];
          const frame = map.getBoundingClientRect();
          const names = [...map.querySelectorAll("text.name, .headings text, .legend text")].map((text) => ({
            text: text.textContent ?? "",
            box: text.getBoundingClientRect(),
          }));
          const outside = names.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1);
          const pairs = names.flatMap((a, index) =>
            names
              .slice(index + 1)
              .filter(
                (b) =>
                  a.box.left < b.box.right - 1 &&
                  b.box.left < a.box.right - 1 &&
                  a.box.top < b.box.bottom - 2 &&
                  b.box.top < a.box.bottom - 2,
              )
              .map((b) => `${a.text} × ${b.text}`),
          );
          return [...outside.map(({ text }) => `${text} outside`), ...pairs];
        }, shape);
        expect(overlaps).toEqual([]);
      }
    }
    await page.context().close();
  });
});
