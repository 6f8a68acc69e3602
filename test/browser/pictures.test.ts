import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "kreislauf/text";
import { expectFits, expectNoViolations, setUp, type Stand } from "./app-browser.ts";

let stand: Stand;
let foreign: Server;
let article = "";
beforeAll(async () => {
  stand = await setUp();
  // Another site with an article that shows our frame or picture.
  foreign = createServer((request, reply) => {
    const { searchParams } = new URL(request.url ?? "/", "http://foreign");
    const target = `${stand.origin}${searchParams.get("shows") ?? ""}`.replaceAll("&", "&amp;");
    const shown = target.includes("/embed/")
      ? `<iframe src="${target}" title="Kreislauf" width="100%" height="640"></iframe>`
      : `<img src="${target}" alt="Kreislauf">`;
    reply.setHeader("content-type", "text/html");
    reply.end(`<!doctype html><html lang="en"><title>Article</title><h1>Article</h1>${shown}</html>`);
  });
  await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", resolve));
  article = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  foreign.closeAllConnections();
  foreign.close();
  await stand.close();
});

/** Views that are shown elsewhere, and what of them is drawn. */
const views = [
  ["/circuit?status=contracted&v=1", "svg.loop-map"],
  ["/measure/valuation", "svg.chart"],
  ["/measure/claims", "svg.range-rows"],
  ["/simulate?scenario=stop&runs=30&v=1", "svg.fan-chart"],
  ["/who-pays?scenario=wealth&v=1", "svg.payer-bars"],
  ["/model?model=sim&v=1", "svg.fan-chart"],
  ["/plan?goal=week:34&v=1", "svg.year-chart"],
  [`/compare?compare=${encodeURIComponent("/en/simulate?runs=20&v=1|/en/who-pays")}&v=1`, "svg.fan-chart"],
] as const;

async function openArticle(
  shows: string,
  options: Parameters<Stand["browser"]["newContext"]>[0] = {},
): Promise<Page> {
  const context = await stand.browser.newContext({ viewport: { width: 960, height: 700 }, ...options });
  const page = await context.newPage();
  await page.goto(`${article}?shows=${encodeURIComponent(shows)}`);
  return page;
}

describe.each(languages)("views in articles of others, in %s", (language) => {
  it.each(views)("%s: in a frame without script, with its source; axe; 320 px", async (rest, drawn) => {
    const address = `/embed/${language}${rest}`;
    const page = await openArticle(address, { javaScriptEnabled: false });
    const frame = page.frameLocator("iframe");
    await expect.poll(() => frame.locator("h1").isVisible()).toBe(true);
    await expect.poll(() => frame.locator(drawn).filter({ visible: true }).count()).toBeGreaterThan(0);
    await expect
      .poll(() => frame.locator("footer").textContent())
      .toMatch(/Kreislauf \d+\.\d+\.\d+, (result|Ergebnis) /);
    await page.context().close();
    const { page: alone, noise } = await openEmbed(address);
    await expectNoViolations(alone);
    await expectFits(alone);
    expect(noise).toEqual([]);
    await alone.context().close();
  });

  it.each(views)("%s: as a picture, whole XML that a browser draws", async (rest) => {
    const address = `/picture/${language}${rest}`;
    const page = await openArticle(address);
    const image = page.locator("img");
    expect(
      await image.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    ).toBeGreaterThan(500);
    const svg = await (await page.request.get(stand.origin + address)).text();
    // Put into the article itself, where nothing but its own style sheet shapes it.
    const found = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const holder = document.createElement("div");
      holder.append(document.importNode(root, true));
      document.body.replaceChildren(holder);
      const [, , width, height] = (root.getAttribute("viewBox") ?? "").split(" ").map(Number);
      const drawn = holder.firstElementChild as SVGSVGElement;
      const box = drawn.getBoundingClientRect();
      const scale = width / box.width;
      const outside = [...drawn.querySelectorAll("text")].filter((text_) => {
        const { left, right, top, bottom } = text_.getBoundingClientRect();
        const room = 2 / scale;
        return (
          left < box.left - room ||
          right > box.right + room ||
          top < box.top - room ||
          bottom > box.bottom + room
        );
      });
      return {
        error: root.querySelector("parsererror")?.textContent ?? "",
        name: root.localName,
        title: root.querySelector("title")?.textContent ?? "",
        size: [width, height],
        outside: outside.map(({ textContent }) => textContent),
      };
    }, svg);
    expect(found).toMatchObject({ error: "", name: "svg", outside: [] });
    expect(found.title.length).toBeGreaterThan(3);
    await page.context().close();
  });

  it.each([
    ["/simulate?scenario=stop&runs=30&v=1", "svg.fan-chart", true],
    ["/simulate", "svg.fan-chart", false],
    ["/who-pays?scenario=wealth&v=1", "svg.payer-bars", true],
    ["/who-pays", "svg.payer-bars", false],
    ["/model?model=sim&v=1", "svg.fan-chart", false],
    ["/model", ".book table", false],
    ["/plan?goal=week:34&v=1", "svg.year-chart", true],
  ] as const)("%s: readable without script, and the link's own picture", async (rest, drawn, isOther) => {
    const { page } = await stand.open(`/${language}${rest}`, { javaScriptEnabled: false });
    await expect.poll(() => page.locator("h1").isVisible()).toBe(true);
    await expect.poll(() => page.locator(drawn).first().isVisible()).toBe(true);
    await expect.poll(() => page.locator("main table").count()).toBeGreaterThan(0);
    const asked = page.locator("img.still");
    await expect.poll(() => asked.count()).toBe(isOther ? 1 : 0);
    if (isOther) {
      await expect.poll(() => asked.getAttribute("src")).toBe(`/picture/${language}${rest}`);
      const answer = await page.request.get(`${stand.origin}/picture/${language}${rest}`);
      expect(answer.status()).toBe(200);
    }
    await expectFits(page);
    await page.context().close();
  });

  it.each(["/simulate", "/who-pays", "/model?model=sim&v=1"])(
    "%s: axe finds nothing before the script",
    async (rest) => {
      const context = await stand.browser.newContext({ viewport: { width: 1280, height: 900 } });
      // Axe itself needs script: that of the app is kept away instead.
      await context.route("**/*.js", (route) => route.abort());
      const page = await context.newPage();
      await page.goto(`${stand.origin}/${language}${rest}`);
      await expectNoViolations(page);
      await context.close();
    },
  );
});

it("a link in a frame opens Kreislauf in a page of its own", async () => {
  const page = await openArticle("/embed/en/simulate?scenario=stop&runs=30&v=1");
  const [opened] = await Promise.all([
    page.context().waitForEvent("page"),
    page.frameLocator("iframe").locator("h1 a").click(),
  ]);
  await opened.waitForURL(`${stand.origin}/en/simulate?scenario=stop&runs=30&v=1`);
  await page.context().close();
});

async function openEmbed(address: string): Promise<{ readonly page: Page; readonly noise: string[] }> {
  const context = await stand.browser.newContext({ viewport: { width: 960, height: 640 } });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on("console", (message) => noise.push(message.text()));
  await page.goto(stand.origin + address);
  return { page, noise };
}
