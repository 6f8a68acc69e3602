import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { builtApp } from "../src/server/app-files.ts";
import { serveApp } from "./fixture/serve-app.ts";

const server = await serveApp();
afterAll(() => server.close());
const kilobyte = 1000;
const budgets = { first: 120, embed: 60 } as const;

const size = (path: string): number => gzipSync(readFileSync(join(builtApp, path)), { level: 9 }).length;

/** Scripts that a script needs before it can run. */
function needs(path: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(path)) return known;
  known.add(path);
  const text = readFileSync(join(builtApp, path), "utf8");
  for (const [, name] of text.matchAll(/(?:^|[;}])(?:import|export)[^"'()]*from\s*["']\.\/([^"']+)["']/g)) {
    needs(`assets/${name}`, known);
  }
  for (const [, name] of text.matchAll(/(?:^|[;}])import\s*["']\.\/([^"']+)["']/g))
    needs(`assets/${name}`, known);
  return known;
}

it("keeps the first load of the app within its budget: page, scripts, styles and worker, without data", async () => {
  const template = readFileSync(join(builtApp, "index.html"), "utf8");
  const named = [...template.matchAll(/(?:src|href)="\/app\/([^"]+)"/g)].map(([, path]) => path);
  const scripts = new Set(named.filter((path) => path.endsWith(".js")).flatMap((path) => [...needs(path)]));
  const worker = readdirSync(join(builtApp, "assets")).filter((name) => name.startsWith("worker-"));
  expect(worker).toHaveLength(1);
  const styles = named.filter((path) => path.endsWith(".css"));
  const files = [...scripts, ...styles, `assets/${worker[0]}`];
  expect(scripts.size).toBeGreaterThan(0);
  expect(styles.length).toBeGreaterThan(0);
  const total = files.reduce((sum, path) => sum + size(path), 0) / kilobyte;
  expect(total).toBeLessThanOrEqual(budgets.first);
});

it("keeps an embedded picture within its budget, styles included", async () => {
  const { body } = await server.inject("/embed/de/circuit");
  const styles = [...body.matchAll(/href="\/app\/([^"]+\.css)"/g)].map(([, path]) => path);
  const total = gzipSync(body).length + styles.reduce((sum, path) => sum + size(path), 0);
  expect(body).not.toContain("<script");
  expect(total / kilobyte).toBeLessThanOrEqual(budgets.embed);
});

it("sends files that change their name with their content once, packed; all others are asked for again", async () => {
  const page = await server.inject("/de/");
  expect(page.headers["cache-control"]).toBe("no-cache");
  const script = /src="(\/app\/assets\/[^"]+)"/.exec(page.body)![1];
  for (const encoding of ["br", "gzip"]) {
    const { headers } = await server.inject({ url: script, headers: { "accept-encoding": encoding } });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers["cache-control"]).toContain("immutable");
    expect(Number(headers["content-length"])).toBeLessThan(
      readFileSync(join(builtApp, script.slice(5))).length / 2,
    );
  }
  const plain = await server.inject(script);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  const again = await server.inject({
    url: script,
    headers: { "if-none-match": String(plain.headers.etag) },
  });
  expect(again.statusCode).toBe(304);
});

it("answers pictures, frames and oEmbed for other pages; its own pages are in no frame", async () => {
  const page = await server.inject("/en/circuit");
  expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(page.body).not.toMatch(/<style| style=|<script>/);
  const embed = await server.inject("/embed/en/circuit?status=paid&v=1");
  expect(embed.headers["content-security-policy"]).toContain("frame-ancestors *");
  expect(embed.headers["set-cookie"]).toBeUndefined();
  const picture = await server.inject("/picture/en/circuit");
  expect(picture.headers["content-type"]).toBe("image/svg+xml");
  expect(picture.body).toContain("as known on 31 August 2026");
  const url = "http://localhost:80/en/circuit?status=paid&v=1";
  const oembed = await server.inject(`/oembed?url=${encodeURIComponent(url)}`);
  expect(oembed.json()).toMatchObject({ version: "1.0", type: "rich" });
  expect(oembed.json().html).toContain("/embed/en/circuit?status=paid&amp;v=1");
  const shared = await server.inject("/en/circuit?status=paid&v=1");
  const told = /^<([^>]+)>; rel="alternate"; type="application\/json\+oembed"/.exec(
    String(shared.headers.link),
  );
  expect((await server.inject(told?.[1] ?? "")).json()).toEqual(oembed.json());
  for (const other of ["https://example.org/en/circuit", "javascript:alert(1)", "", `${url.slice(0, 20)}x`]) {
    expect((await server.inject(`/oembed?url=${encodeURIComponent(other)}`)).statusCode).toBe(404);
  }
});
