import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WriteFailure, writeWhole } from "./whole-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kreislauf-whole-"));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

describe("writing a file whole", () => {
  it("writes text and bytes, over what was there, and leaves nothing beside it", async () => {
    const path = join(folder, "a.txt");
    await writeFile(path, "a much longer old text");
    await writeWhole(path, "neu");
    expect(await readFile(path, "utf8")).toBe("neu");
    await writeWhole(path, new Uint8Array([1, 2, 255]));
    expect([...(await readFile(path))]).toEqual([1, 2, 255]);
    expect(await readdir(folder)).toEqual(["a.txt"]);
  });

  it("writers at the same time never mix", async () => {
    const path = join(folder, "a.txt");
    const texts = Array.from({ length: 20 }, (_, at) => String(at).repeat(50_000));
    await Promise.all(texts.map((text) => writeWhole(path, text)));
    expect(texts).toContain(await readFile(path, "utf8"));
    expect(await readdir(folder)).toEqual(["a.txt"]);
  });

  it("fails with the path where there is no folder", async () => {
    const path = join(folder, "nowhere", "a.txt");
    const failure = await writeWhole(path, "x").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WriteFailure);
    expect((failure as WriteFailure).path).toBe(path);
    expect((failure as WriteFailure).reason).toMatch(/ENOENT/);
  });

  it("leaves the old and no half file behind if it cannot finish", async () => {
    const path = join(folder, "taken");
    await mkdir(join(path, "inside"), { recursive: true });
    await expect(writeWhole(path, "x")).rejects.toBeInstanceOf(WriteFailure);
    expect(await readdir(folder)).toEqual(["taken"]);
    expect(await readdir(path)).toEqual(["inside"]);
  });
});
