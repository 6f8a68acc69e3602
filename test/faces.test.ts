import { connect, createServer as createSocketServer } from "node:net";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { call } from "./call.ts";

const folder = mkdtempSync(join(tmpdir(), "kreislauf-faces-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("kreislauf check and schema", () => {
  it("finds nothing wrong with the built-in dossier", async () => {
    expect(await call(["check", "ki-2025"])).toMatchObject({ code: 0 });
  });

  it("prints JSON Schemas", async () => {
    for (const name of ["dossier", "measurement"]) {
      const said = await call(["schema", name]);
      expect(said.code).toBe(0);
      expect(JSON.parse(said.out)).toHaveProperty("$schema");
    }
  });
});

describe("kreislauf measure", () => {
  it("prints a document that the published schema accepts, at every status", async () => {
    const schema = z.fromJSONSchema(JSON.parse((await call(["schema", "measurement"])).out));
    for (const status of ["paid", "contracted", "announced"]) {
      const said = await call(["measure", "ki-2025", "--as-of", "2025-11-17", "--status", status, "--json"]);
      expect(said.code).toBe(0);
      const document: unknown = JSON.parse(said.out);
      const checked = schema.safeParse(document);
      expect(checked.error?.issues.slice(0, 3) ?? []).toEqual([]);
      expect(document).toMatchObject({ asOf: "2025-11-17", circuit: { status } });
    }
    expect(schema.safeParse({ format: 1 }).success).toBe(false);
  });

  it("prints findings as text, with the numbers of the language", async () => {
    const english = await call(["measure", "ki-2025"]);
    expect(english.code).toBe(0);
    expect(english.out).toMatch(/→ .* \$\d/);
    expect(english.out).toContain("Self-financed revenue");
    expect(english.out).not.toMatch(/\{\w+\}|undefined|NaN/);
    const german = await call(["measure", "ki-2025"], "de");
    expect(german.out).toMatch(/ Mrd\. \$/);
    expect(german.out).toContain("Aussagen des Artikels");
    const columns = english.out.split("\n").filter((line) => line.includes(" → ") && line.includes("$"));
    expect(new Set(columns.map((line) => line.length)).size).toBe(1);
  });

  it("says at a status without loops that there is none", async () => {
    const said = await call(["measure", "ki-2025", "--as-of", "2025-11-17", "--status", "paid"]);
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/No loop of payments|→/);
  });

  it("ends with 1 and all problems on a dossier with errors, and prints no result", async () => {
    const said = await call(["measure", join(folder, "nowhere")]);
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toContain("neither a folder nor a built-in dossier");
  });
});

describe("kreislauf report", () => {
  it("writes the page whole, in either language, and tells how far it is", async () => {
    for (const language of ["de", "en"] as const) {
      const file = join(folder, `${language}.html`);
      const said = await call(["report", "ki-2025", "--out", file, "--as-of", "2025-11-17"], language);
      expect(said).toMatchObject({ code: 0, out: "" });
      expect(said.err).toContain(file);
      expect(said.err.split("\n").length).toBeGreaterThan(6);
      const html = readFileSync(file, "utf8");
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toMatch(/id="k2025-11-17"[^>]*checked/);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("ends with 74 if it cannot write, and leaves what was there", async () => {
    const file = join(folder, "missing", "report.html");
    const said = await call(["report", "ki-2025", "--out", file], "de");
    expect(said.code).toBe(74);
    expect(said.err).toContain(`In ${file} wurde nichts geschrieben`);
    writeFileSync(join(folder, "taken"), "kept");
    const taken = await call(["report", "ki-2025", "--out", join(folder, "taken", "x.html")]);
    expect(taken.code).toBe(74);
    expect(readFileSync(join(folder, "taken"), "utf8")).toBe("kept");
    expect(said.err).not.toMatch(/ {4}at /);
  });
});

describe("kreislauf serve", () => {
  it("serves until it is told to stop, and finishes what is open", async () => {
    let address = "";
    let listening: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (listening = resolve));
    const running = call(["serve", "ki-2025", "--port", "0"], "en", (text) => {
      address = /http:\S+/.exec(text)?.[0] ?? "";
      listening();
    });
    await started;
    const page = await fetch(`${address}de/`);
    expect(page.status).toBe(200);
    const begun = connect({ host: "127.0.0.1", port: Number(new URL(address).port) });
    begun.write("GET /en/ HTTP/1.1\r\nHost: localhost\r\n");
    // The server has taken the connection and half a request when it is told to stop.
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    process.emit("SIGTERM");
    let answer = "";
    begun.on("data", (part) => (answer += part.toString()));
    begun.write("Connection: close\r\n\r\n");
    await new Promise((resolve) => begun.on("close", resolve));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    const said = await running;
    expect(said.code).toBe(0);
    expect(said.err).toContain("Stopping");
    await expect(fetch(address)).rejects.toThrow();
  });

  it("names a port that is taken, and a port that is none", async () => {
    const holder = createSocketServer();
    await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
    const { port } = holder.address() as AddressInfo;
    const said = await call(["serve", "ki-2025", "--port", String(port)]);
    holder.close();
    expect(said.code).toBe(1);
    expect(said.err).toContain(`Port ${port} of 127.0.0.1 is taken`);
    expect(said.err).not.toMatch(/ {4}at /);
    for (const wrong of ["http", "70000", "-1", "4e3"]) {
      expect((await call(["serve", "ki-2025", "--port", wrong])).code).toBe(2);
    }
  });
});
