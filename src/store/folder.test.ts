import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFolder } from "./folder.ts";
import { textFileLimit } from "./text-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kreislauf-folder-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (name: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(join(folder, name, ".."), { recursive: true });
  await writeFile(join(folder, name), content);
};

describe("reading a folder", () => {
  it("gives YAML, CSV and models by relative path, and nothing else", async () => {
    await put("dossier.yaml", "a");
    await put("b.csv", "b");
    await put("series/c.CSV", "c");
    await put("m.kl", "m");
    await put("README.md", "no");
    await put(".hidden/d.csv", "no");
    const { files, problems } = await readFolder(folder);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(files!)).toEqual({
      "dossier.yaml": "a",
      "b.csv": "b",
      "series/c.CSV": "c",
      "m.kl": "m",
    });
  });

  it("is undefined for what is no folder", async () => {
    await put("a.csv", "a");
    expect((await readFolder(join(folder, "nowhere"))).files).toBeUndefined();
    expect((await readFolder(join(folder, "a.csv"))).files).toBeUndefined();
  });

  it("keeps a byte-order mark, so that places stay right", async () => {
    await put("a.csv", "\ufeffid\n");
    expect((await readFolder(folder)).files!.get("a.csv")).toBe("\ufeffid\n");
  });

  it("follows no links", async () => {
    await put("a.csv", "a");
    await symlink(join(folder, "a.csv"), join(folder, "link.csv"));
    await symlink("/", join(folder, "root"));
    expect([...(await readFolder(folder)).files!.keys()]).toEqual(["a.csv"]);
  });

  it("goes four folders deep and no further", async () => {
    await put("1/2/3/4/in.csv", "in");
    await put("1/2/3/4/5/out.csv", "out");
    expect([...(await readFolder(folder)).files!.keys()]).toEqual(["1/2/3/4/in.csv"]);
  });

  it("names line, column and byte where a file is not UTF-8, and reads the others", async () => {
    await put("a.csv", Buffer.concat([Buffer.from("id\nä"), Buffer.from([0xff]), Buffer.from("x\n")]));
    await put("b.csv", "b");
    const { files, problems } = await readFolder(folder);
    expect([...files!.keys()]).toEqual(["b.csv"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: "not-utf8",
      where: { file: "a.csv", line: 2, column: 2 },
      values: { byte: 5 },
    });
  });

  it("refuses a file over the size limit without reading it", async () => {
    await put("a.csv", Buffer.alloc(textFileLimit + 1, 120));
    const { files, problems } = await readFolder(folder);
    expect(files!.size).toBe(0);
    expect(problems[0]).toMatchObject({ code: "file-too-large", values: { limit: textFileLimit } });
  });

  it("stops at two hundred files", async () => {
    for (let at = 0; at < 203; at++) await put(`${at}.csv`, "x");
    const { files, problems } = await readFolder(folder);
    expect(files!.size).toBe(200);
    expect(problems.map(({ code }) => code)).toEqual(["too-many-files"]);
  });
});
