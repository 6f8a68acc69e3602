import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sha256 } from "kreislauf/core";
import { findBuiltIn } from "kreislauf/store";
import { measuredDossier } from "../fixture/ki-2025.ts";
import { ready, setUp, type Stand } from "./app-browser.ts";
import { openShare } from "./leaving.ts";

let stand: Stand;
beforeAll(async () => {
  stand = await setUp();
});
afterAll(() => stand.close());

it("a first-time reader opens, understands the loop, doubts a figure and sees what moves", async () => {
  const { page, noise } = await stand.open("/en/");
  await expect.poll(() => page.locator("h1").textContent()).toBe("What is the AI bubble made of?");
  // The first slider is the share that is paid; the fan below has one of its own.
  const finding = page.locator(".lever .finding");
  const before = await finding.textContent();
  await page.getByRole("slider").first().focus();
  for (let step = 0; step < 10; step++) await page.keyboard.press("ArrowLeft");
  await ready(page);
  await expect.poll(() => finding.textContent()).not.toBe(before);
  await expect.poll(() => page.url()).toContain("paid-share=0.9");

  await page.getByRole("link", { name: /Read the story/ }).click();
  await ready(page);
  const loop = page.locator(".loops li a").first();
  const chain = await loop.locator("strong").textContent();
  await loop.click();
  await expect.poll(() => page.locator(".map .wide svg.has-lit .ribbon.lit").count()).toBeGreaterThan(1);
  const drawer = page.locator(".drawer");
  await drawer.waitFor();
  expect(chain).toContain("→");
  await drawer.locator(".evidence-list a").first().click();
  const shown = await drawer.locator(".big").textContent();
  await expect.poll(() => drawer.locator(".source-list a[href^=http]").count()).toBeGreaterThan(0);

  const hash = page.locator(".bottom code");
  const evidence = await hash.textContent();
  await drawer.locator(".doubt input").fill("1");
  await drawer.getByRole("button", { name: "Try" }).click();
  await page.waitForSelector(".scenario .moves");
  await ready(page);
  await expect.poll(() => drawer.locator(".big").textContent()).not.toBe(shown);
  await expect.poll(() => hash.textContent()).not.toBe(evidence);
  await expect.poll(() => page.locator(".scenario .moves tr").count()).toBeGreaterThan(0);
  await expect.poll(() => page.url()).toMatch(/doubt=[\w-]+:1/);

  await page.keyboard.press("Control+z");
  await expect.poll(() => hash.textContent()).toBe(evidence);
  await expect.poll(() => page.locator(".scenario").count()).toBe(0);
  await page.keyboard.press("Control+y");
  await page.waitForSelector(".scenario");
  expect(noise).toEqual([]);
  await page.context().close();
});

it("a journalist finds, cites, exports and embeds", async () => {
  const { page, noise } = await stand.open("/de/circuit", { acceptDownloads: true });
  await page.getByRole("button", { name: "Teilen" }).click();
  const dialog = page.locator("dialog[open]");
  const text = (label: RegExp): Promise<string> => dialog.getByLabel(label).inputValue();
  expect(await text(/^Link zu/)).toBe(`${stand.origin}/de/circuit`);
  expect(await text(/Befehlszeile/)).toBe(
    "kreislauf measure ki-2025 --as-of 2026-08-31 --status announced --json",
  );
  expect(await text(/BibTeX/)).toContain("@misc{kreislauf-ki-2025-2026-08-31-announced,");
  const save = async (name: RegExp): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name }).click(),
    ]);
    return readFileSync(await download.path());
  };
  const svg = (await save(/^Kreislaufbild: SVG/)).toString();
  expect(svg).toMatch(/^<svg[^>]*viewBox/);
  expect(svg).toContain("31. August 2026");
  expect((await save(/^Kreislaufbild: PNG/)).subarray(1, 4).toString()).toBe("PNG");
  const csv = (await save(/^Zahlungen: CSV/)).toString();
  expect(csv.split("\r\n").length).toBeGreaterThan(10);
  expect(csv).toContain("https://");
  expect(csv).toContain("31. August 2026");
  const json = (await save(/JSON/)).toString();
  const subject = await measuredDossier();
  const measurement = subject.measurements.find(
    ({ asOf, circuit }) => asOf === "2026-08-31" && circuit.status === "announced",
  );
  // The browser's worker and Node give the same numbers, to the bit.
  expect(json).toBe(`${JSON.stringify(measurement, null, 2)}\n`);
  const hash = sha256(new TextEncoder().encode(json));
  await expect.poll(() => page.locator(".bottom code").textContent()).toBe(hash.slice(0, 12));

  await dialog.getByRole("button", { name: "Festhalten" }).click();
  await expect.poll(() => page.url()).toMatch(/fixed=[0-9a-f]{16}/);
  const code = /src="([^"]+)"/.exec(await text(/^Einbetten/))![1];
  const embed = await page.context().newPage();
  const sent: string[] = [];
  embed.on("response", (response) => sent.push(response.headers()["set-cookie"] ?? "none"));
  await embed.goto(code);
  await expect.poll(() => embed.locator("svg.loop-map:visible").count()).toBe(1);
  await expect.poll(() => embed.locator("script").count()).toBe(0);
  expect(new Set(sent)).toEqual(new Set(["none"]));

  const fixed = await page.context().newPage();
  await fixed.goto(page.url());
  await ready(fixed);
  await expect.poll(() => fixed.locator(".notices").count()).toBe(0);
  await fixed.goto(page.url().replace(/fixed=.{16}/, "fixed=0123456789abcdef"));
  await fixed.waitForSelector(".notices");
  expect(noise).toEqual([]);
  await page.context().close();
});

it("links that are broken say what was wrong and show the nearest state", async () => {
  const cases = [
    ["/de/circuit?status=payd&v=1", "payd"],
    ["/de/circuit?sttus=paid&v=1", "status"],
    ["/de/circuit?v=99", "99"],
    ["/de/circuit?doubt=A001:abc&v=1", "A001:abc"],
    ["/de/circuit?dossier=ki-2026&v=1", "ki-2025"],
    [`/de/circuit?evidence=${"x".repeat(5000)}`, ""],
    ["/de/circuit?evidence=%00%E2%80%AE&v=1", "evidence"],
  ] as const;
  for (const [address, said] of cases) {
    const { page } = await stand.open(address);
    if (said) {
      await page.waitForSelector(".notices");
      await expect.poll(() => page.locator(".notices").textContent(), { message: address }).toContain(said);
      await page.getByRole("button", { name: "Schließen" }).click();
      await expect.poll(() => page.locator(".notices").count()).toBe(0);
    }
    await expect.poll(() => page.locator("svg.loop-map:visible").count()).toBe(1);
    await page.context().close();
  }
});

it("everything is reached by keyboard", async () => {
  const { page } = await stand.open("/en/");
  await page.keyboard.press("Tab");
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("skip");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
  const tabTo = async (wanted: string): Promise<void> => {
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), wanted)) return;
    }
    throw new Error(`Tab never reaches ${wanted}`);
  };
  await tabTo("input[type=range]");
  await tabTo(".door");
  await page.keyboard.press("Enter");
  await ready(page);
  await expect.poll(() => page.url()).toContain("/en/circuit");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
  await tabTo(".choice-options a:not([aria-current])");
  await page.keyboard.press("Enter");
  await ready(page);
  await expect.poll(() => page.url()).toContain("status=");
  await tabTo(".ribbon");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".drawer");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("drawer-title");
  await tabTo(".drawer a");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".drawer").count()).toBe(0);
  await page.context().close();
});

it("own data are checked, opened and kept in this browser", async () => {
  const { page, noise } = await stand.open("/en/data");
  await page.waitForSelector(".drop");
  const read = (name: string): string => readFileSync(`${findBuiltIn("krypto-2022")}/${name}`, "utf8");
  const names = ["dossier.yaml", "actors.csv", "sources.csv", "figures.csv", "ties.csv", "claims.yaml"];
  const files = names.map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(read(name)) }));
  const input = page.locator("input[type=file]").first();
  const broken = read("ties.csv").replace(/\n([\w-]+),\w+,/, "\n$1,nobody-known,");
  await input.setInputFiles([
    ...files.filter(({ name }) => name !== "ties.csv"),
    { name: "ties.csv", mimeType: "text/csv", buffer: Buffer.from(broken) },
    { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x") },
  ]);
  await page.waitForSelector(".problems li");
  const said = await page.locator(".problems").textContent();
  expect(said).toContain("photo.jpg");
  expect(said).toMatch(/ties\.csv:2:\d+/);
  await expect.poll(() => page.locator("button.main").count()).toBe(0);

  await input.setInputFiles(
    files.map((file) =>
      file.name === "dossier.yaml"
        ? { ...file, buffer: Buffer.from(file.buffer.toString().replace(/^id: .*/m, "id: mine")) }
        : file,
    ),
  );
  await page.locator("button.main").click();
  await expect.poll(() => page.url()).toContain("dossier=mine");
  await ready(page);
  await page.reload();
  await ready(page);
  await expect.poll(() => page.url()).toContain("dossier=mine");
  await expect.poll(() => page.locator(".notices").count()).toBe(0);
  // What leaves says that others do not have it.
  await page.goto(`${stand.origin}/en/circuit?dossier=mine&v=1`);
  await ready(page);
  const share = await openShare(page);
  expect(await share.words()).toContain("kept in this browser and nowhere else");
  expect(await share.words()).toContain("folder “mine” first");
  expect(await share.words()).not.toContain("Embed");
  expect(await share.text(/^The same on the command line/)).toMatch(/^kreislauf measure \.\/mine --as-of/);
  // Only a table: it takes the place of that of the open dossier.
  await page.goto(`${stand.origin}/en/data`);
  await page.waitForSelector(".drop");
  const figures = readFileSync(`${findBuiltIn("ki-2025")}/figures.csv`);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "figures.csv", mimeType: "text/csv", buffer: figures });
  await page.locator("button.main").click();
  await expect.poll(() => page.url()).toContain("dossier=ki-2025-own");
  expect(noise).toEqual([]);
  await page.context().close();
});

it("a worker that dies is told and starts again; nothing is lost", async () => {
  const { page } = await stand.open("/en/circuit?doubt=B021:5&v=1");
  // The next order ends the worker's run of events instead of being answered.
  await page.workers()[0].evaluate(() => {
    addEventListener(
      "message",
      (event) => {
        event.stopImmediatePropagation();
        throw new Error("boom");
      },
      { capture: true, once: true },
    );
  });
  await page.getByRole("link", { name: "paid", exact: true }).click();
  await page.waitForSelector(".notices");
  await expect.poll(() => page.locator(".notices").textContent()).toContain("boom");
  await expect.poll(() => page.url()).toContain("doubt=B021:5");
  await page.getByRole("link", { name: "contracted", exact: true }).click();
  await ready(page);
  await expect.poll(() => page.locator(".map .wide desc").textContent()).toContain("contracted");
  await page.context().close();
});

it("a program that cannot be loaded leaves the page readable and says so", async () => {
  const context = await stand.browser.newContext({ serviceWorkers: "block" });
  const cut = await context.newPage();
  await cut.route("**/data/*.json", (route) => route.abort());
  await cut.goto(`${stand.origin}/en/`);
  await cut.waitForSelector(".notices button");
  await expect.poll(() => cut.locator("svg.loop-map:visible").count()).toBe(1);
  await cut.unroute("**/data/*.json");
  await cut.locator(".notices button").click();
  await ready(cut);
  await context.close();
});

it("a server that is gone is told when something new is needed; what is there goes on", async () => {
  const own = await setUp();
  const { page } = await own.open("/en/circuit", { serviceWorkers: "block" });
  await own.stopServer();
  await page.getByRole("link", { name: "paid", exact: true }).click();
  await ready(page);
  await page.locator(".tools details.menu > summary").click();
  await page.getByRole("link", { name: "Docs" }).click();
  await page.waitForSelector(".notices");
  await expect.poll(() => page.locator(".notices").textContent()).toContain("server");
  await page.getByRole("link", { name: "Measure", exact: true }).click();
  await page.waitForSelector(".circuit svg.loop-map");
  await expect.poll(() => page.url()).toContain("status=paid");
  await own.browser.close();
});

it("works offline after the first load, and says so", async () => {
  const own = await setUp();
  const { page } = await own.open("/en/");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const cache = await caches.open("kreislauf");
    while ((await cache.keys()).length < 10) await new Promise((done) => setTimeout(done, 50));
  });
  await own.stopServer();
  await page.goto(`${own.origin}/de/circuit?status=paid&v=1`);
  await ready(page);
  await expect.poll(() => page.locator("svg.loop-map:visible").count()).toBe(1);
  await page.goto(`${own.origin}/de/docs`);
  await page.waitForSelector(".docs article h1");
  await page.goto(`${own.origin}/en/?paid-share=0.5&v=1`);
  await ready(page);
  await expect.poll(() => page.locator(".lever .finding").textContent()).toContain("50%");
  await own.browser.close();
});
