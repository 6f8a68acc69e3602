import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call } from "./call.ts";
import { sampleFiles } from "./sample-dossier.ts";

describe("a wrong call", () => {
  it("ends with 2 and names what would be right", async () => {
    const unknown = await call(["mesure", "ki-2025"]);
    expect(unknown).toMatchObject({ code: 2, out: "" });
    expect(unknown.err).toContain("no command “mesure”. Did you mean “measure”?");
    const option = await call(["measure", "ki-2025", "--jsn"], "de");
    expect(option.code).toBe(2);
    expect(option.err).toContain("Eine Option „--jsn“ gibt es nicht. Gemeint: „--json“?");
    expect((await call(["measure"])).err).toContain("The argument <dossier> is missing.");
    expect((await call(["measure", "ki-2025", "--status", "payd"])).err).toContain("Did you mean “paid”?");
    expect((await call(["measure", "ki-2025", "--as-of", "17.11.2025"])).code).toBe(2);
    expect((await call(["check", "ki-2025", "--lang", "fr"])).err).toContain("--lang cannot be “fr”");
    expect((await call(["check", "a", "b"])).err).toContain("“b” is one argument too many");
    expect((await call(["report", "ki-2025"])).code).toBe(2);
    expect((await call(["schema", "dosier"])).err).toContain("Did you mean “dossier”?");
  });

  it("shows help in both languages", async () => {
    expect((await call(["--help"], "de")).out).toContain("Befehle:");
    expect(await call(["help", "measure"])).toMatchObject({ code: 0, err: "" });
    expect((await call(["measure", "--help", "--lang", "de"])).out).toContain("Aufruf:");
    expect((await call([])).code).toBe(2);
  });
});

describe("a dossier with a file that cannot be read", () => {
  it("has that problem, and not a missing file as well", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kreislauf-unread-"));
    try {
      for (const [name, text] of Object.entries(sampleFiles)) await writeFile(join(folder, name), text);
      await writeFile(join(folder, "ties.csv"), Uint8Array.of(0x69, 0xff));
      const { code, err } = await call(["check", folder]);
      expect(code).toBe(1);
      expect(err.match(/error\[[\w-]+\]/g)).toEqual(["error[not-utf8]"]);
      expect(err).toContain("1 error, 0 warnings.");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
