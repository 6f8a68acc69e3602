import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { chromiumAdvice, chromiumFlags, findChromium } from "../../scripts/chromium.mjs";
import { serveApp } from "../fixture/serve-app.ts";

/** A server with the built app and a browser before it. */
export interface Stand {
  readonly origin: string;
  readonly browser: Browser;
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<Opened>;
  /** Ends the server alone, as if it were gone. */
  readonly stopServer: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Opened {
  readonly page: Page;
  /** Console messages, page errors, violations of the policy and answers that are errors. */
  readonly noise: string[];
}

export async function setUp(): Promise<Stand> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  const server = await serveApp();
  await server.listen({ port: 0, host: "127.0.0.1" });
  const origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const stopServer = async (): Promise<void> => {
    server.server.closeAllConnections();
    await server.close();
  };
  return {
    origin,
    browser,
    stopServer,
    open: async (address, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const noise: string[] = [];
      page.on("console", (message) => noise.push(message.text()));
      page.on("pageerror", (error) => noise.push(error.message));
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) =>
          reportError(new Error(`policy: ${event.violatedDirective} ${event.blockedURI}`)),
        );
        Object.assign(globalThis, { layoutShift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
            (globalThis as unknown as { layoutShift: number }).layoutShift += entry.value;
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(origin + address);
      if (options.javaScriptEnabled !== false) await ready(page);
      return { page, noise };
    },
    close: async () => {
      await browser.close();
      await stopServer();
    },
  };
}

/** Waits until the app has taken over the page and nothing is being calculated. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready="yes"]');
  await page.waitForSelector('main[aria-busy="false"]');
  // A screen that computes first has a result of its own in place of the page that the server sent.
  await page.waitForFunction(() => !document.querySelector("[data-still]"), undefined, { timeout: 60_000 });
}

/** How much of the page has jumped since it was opened, as Web Vitals adds it up: 0.1 and less counts as good. */
export async function layoutShiftOf(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { layoutShift: number }).layoutShift);
}

/** Axe finds nothing in the light, and contrast enough in the dark. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violationsOf(page, { rules: ["color-contrast"] })).toEqual([]);
}

/** The page needs no sideways scrolling on the narrowest screen. */
export async function expectFits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
}

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

/**
 * What axe finds, short enough to read: by all its rules or some, in all of the page or within what a selector names. Pages
 * under test have no frames, so axe needs no second page to add them up.
 */
export async function violationsOf(
  page: Page,
  { rules, within }: { readonly rules?: readonly string[]; readonly within?: string } = {},
): Promise<readonly unknown[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ["violations"],
    ...(rules && { runOnly: { type: "rule" as const, values: [...rules] } }),
  });
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return told(violations);
}

function told(violations: Violations): readonly unknown[] {
  return violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html, nodes[0].failureSummary]);
}
