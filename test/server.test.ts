import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveApp } from "./fixture/serve-app.ts";

const server = await serveApp();
let port = 0;

beforeAll(async () => {
  await server.listen({ port: 0, host: "127.0.0.1" });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request as it is, without a client that tidies its path. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    call.on("error", reject);
    call.end(body);
  });
}

describe("the server", () => {
  it("sends the page in both languages and leads to the one that is wanted", async () => {
    for (const language of ["de", "en"]) {
      const page = await ask(`/${language}/report`);
      expect(page.status).toBe(200);
      expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(page.body).toContain(`<html lang="${language}">`);
      expect(page.body).toContain('<link rel="stylesheet" href="/style.css"');
      expect(page.body).not.toMatch(/<style|<script| style=/);
      const root = await ask("/", { "accept-language": `${language}-AT,${language};q=0.9` });
      expect([root.status, root.headers.location]).toEqual([302, `/${language}/`]);
    }
    expect((await ask("/")).headers.location).toBe("/en/");
    expect((await ask("/de")).headers.location).toBe("/de/");
    const style = await ask("/style.css");
    expect(style.headers["content-type"]).toBe("text/css; charset=utf-8");
    expect(style.body).toContain(".loop-map");
  });

  it("opens the page at the vintage and status of the address, and refuses others", async () => {
    const page = await ask("/en/report?as-of=2025-11-17&status=paid");
    expect(page.body).toMatch(/id="k2025-11-17"[^>]*checked/);
    expect(page.body).toMatch(/id="paid"[^>]*checked/);
    expect(page.body).toContain('href="/de/report?as-of=2025-11-17&amp;status=paid"');
    const wrong = await ask("/de/report?status=payd");
    expect(wrong.status).toBe(400);
    expect(wrong.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(wrong.headers["content-language"]).toBe("de");
    expect(JSON.parse(wrong.body).detail).toContain("Gemeint: „paid“?");
    for (const query of ["status=paid&status=paid", "as-of[]=1", "__proto__=1&status=%00", "status="]) {
      expect([200, 400]).toContain((await ask(`/en/report?${query}`)).status);
    }
  });

  it("sends the measurement behind the page", async () => {
    const answer = await ask("/api/measure?as-of=2025-11-17&status=contracted");
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(JSON.parse(answer.body)).toMatchObject({ asOf: "2025-11-17", circuit: { status: "contracted" } });
    expect((await ask("/api/measure?as-of=1999-01-01")).status).toBe(400);
  });

  it("knows no other path", async () => {
    const paths = [
      "/fr/",
      "/de/x",
      "/..",
      "/../etc/passwd",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/de/%2e%2e/en/",
      "//",
      "//de/",
      "/de//",
      "/%2fde/",
      "/style.css/",
      "/schemas/..%2f..%2fpackage.json",
      "/%00",
      "/%",
      "/schemas/none.schema.json",
      "/__proto__",
      "/constructor",
      "/de/index.html",
    ];
    for (const path of paths) {
      const answer = await ask(path, { "accept-language": "de" });
      expect([path, answer.status]).toEqual([path, path === "/%" ? 400 : 404]);
      expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
      expect(answer.body).not.toMatch(/node_modules|at \w+ \(/);
    }
  });

  it("takes no other method and no large body", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const answer = await ask("/de/", {}, method);
      expect([method, answer.status]).toEqual([method, 405]);
      expect(answer.headers.allow).toBe("GET, HEAD");
    }
    expect((await ask("/de/", {}, "HEAD")).body).toBe("");
    const large = await ask("/de/", { "content-type": "application/json" }, "POST", " ".repeat(1_100_000));
    expect(large.status).toBe(413);
  });

  it("sends pages packed to those who take it, under another tag", async () => {
    const plain = await ask("/de/report");
    const packed = await ask("/de/report", { "accept-encoding": "br, gzip" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.headers["vary"]).toBe("accept-encoding");
    expect(packed.headers["etag"]).not.toBe(plain.headers["etag"]);
    expect(Number(packed.headers["content-length"])).toBeLessThan(150_000);
    const refused = await ask("/de/report", { "accept-encoding": "gzip;q=0" });
    expect(refused.headers["content-encoding"]).toBeUndefined();
  });

  it("sends the loop map as a picture of its own", async () => {
    const map = await ask("/de/loop-map.svg?as-of=2025-11-17&status=announced");
    expect(map.headers["content-type"]).toBe("image/svg+xml; charset=utf-8");
    expect(map.body).toMatch(/^<svg xmlns=[\s\S]*<style>[\s\S]*<\/svg>\n$/);
    expect(map.body).toContain("/de/report#t-");
    expect(map.body).not.toBe((await ask("/de/loop-map.svg?status=paid")).body);
    expect((await ask("/en/loop-map.svg?status=payd")).status).toBe(400);
  });

  it("sends its headers with every answer", async () => {
    for (const path of ["/de/", "/style.css", "/nowhere", "/healthz", "/"]) {
      const { headers } = await ask(path);
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers["x-powered-by"]).toBeUndefined();
    }
  });

  it("answers 304 to who has the page, tells its health and publishes schemas", async () => {
    const { headers } = await ask("/de/");
    const again = await ask("/de/", { "if-none-match": String(headers.etag) });
    expect([again.status, again.body]).toEqual([304, ""]);
    expect(JSON.parse((await ask("/healthz")).body)).toEqual({ status: "ok" });
    const schema = await ask("/schemas/dossier.schema.json");
    expect(schema.headers["content-type"]).toBe("application/schema+json; charset=utf-8");
  });
});
