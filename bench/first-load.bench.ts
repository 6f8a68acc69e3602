/// <reference lib="dom" />
// What a first visit feels like, as Lighthouse measures it: first paint, first picture, layout shift, blocked main
// thread and bytes of every screen, with an empty cache. The first picture of the first screen is there within 1.5 s on
// a 4G line (WebPageTest's: 9 Mbit/s, 170 ms a round trip). Needs the built app: node scripts/build.mjs.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { report } from "./promise.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { chromiumFlags, findChromium } = (await import(`${root}scripts/chromium.mjs`)) as {
  readonly chromiumFlags: string[];
  readonly findChromium: () => string | undefined;
};
const port = 4789;
const lines = {
  "4G": { latency: 170, downloadThroughput: 9e6 / 8, uploadThroughput: 9e6 / 8 },
  // Lighthouse's mobile profile.
  "slow 4G": { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 },
} as const;
const visits = 3;

interface Visit {
  readonly firstPaint: number;
  /** When the first drawing was painted. */
  readonly picture: number;
  readonly layoutShift: number;
  /** Time beyond 50 ms of every task of the main thread. */
  readonly blocked: number;
  readonly kilobytes: number;
}

const server = spawn(process.execPath, [`${root}dist/cli/main.js`, "serve", "ki-2025", "--port", `${port}`], {
  stdio: ["ignore", "pipe", "ignore"],
});
await new Promise<void>((resolve) =>
  server.stdout.on("data", (text: Buffer) => {
    if (text.includes("http://")) resolve();
  }),
);
const executablePath = findChromium();
if (executablePath === undefined) throw new Error("No Chromium.");
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
try {
  for (const [line, conditions] of Object.entries(lines)) {
    for (const path of ["/en/", "/en/circuit", "/en/measure", "/en/simulate", "/en/who-pays", "/en/plan"]) {
      const found: Visit[] = [];
      for (let i = 0; i < visits; i++) found.push(await visit(browser, path, conditions));
      const best = (of: (one: Visit) => number): number => Math.min(...found.map(of));
      const budget = line === "4G" && path === "/en/" ? { budget: 1500 } : {};
      report({
        what: `${path} on ${line}, first picture`,
        found: best((one) => one.picture),
        unit: "ms",
        ...budget,
      });
      const [{ layoutShift, kilobytes }] = found;
      const rest = [
        `first paint ${best((one) => one.firstPaint).toFixed(0)} ms`,
        `blocked ${best((one) => one.blocked).toFixed(0)} ms`,
        `layout shift ${layoutShift.toFixed(3)}`,
        `${kilobytes.toFixed(0)} kB over the wire`,
      ];
      console.log(`    ${rest.join(" · ")}`);
    }
  }
} finally {
  await browser.close();
  server.kill("SIGTERM");
}

async function visit(
  on: Browser,
  path: string,
  conditions: (typeof lines)[keyof typeof lines],
): Promise<Visit> {
  const context = await on.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, ...conditions });
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    const seen = { layoutShift: 0, blocked: 0, picture: 0 };
    Object.assign(globalThis, { seen });
    const watch = (type: string, take: (entry: PerformanceEntry) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch("layout-shift", (entry) => {
      if (!(entry as unknown as { hadRecentInput: boolean }).hadRecentInput)
        seen.layoutShift += (entry as unknown as { value: number }).value;
    });
    watch("longtask", ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
    const look = (): void => {
      const drawn = [...document.querySelectorAll("svg")].some(
        (svg) => svg.getBoundingClientRect().width > 100,
      );
      if (drawn) seen.picture = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`http://127.0.0.1:${port}${path}`);
  await page.waitForFunction(() => (globalThis as unknown as { seen: { picture: number } }).seen.picture > 0);
  await page.waitForLoadState("networkidle");
  const found = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const { seen } = globalThis as unknown as {
      seen: { layoutShift: number; blocked: number; picture: number };
    };
    return {
      ...seen,
      firstPaint: paint.startTime,
      picture: Math.max(seen.picture, paint.startTime),
    };
  });
  await context.close();
  return { ...found, kilobytes: bytes / 1000 };
}
