import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

/**
 * Runs every `@example` of a doc comment: a line `expression; // → value` asserts its value. Numbers agree
 * to 12 digits, `…` after a number means "to the digits shown".
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "test", ".examples");

interface Example {
  readonly path: string;
  readonly code: string;
}

const examples: readonly Example[] = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .flatMap((path) => {
    const text = readFileSync(join(root, "src", path), "utf8");
    return [...text.matchAll(/@example\n((?:\s*\*(?!\/).*\n)+)/g)].map((match) => ({
      path,
      code: match[1].replace(/^\s*\* ?/gm, "").split(/^@\w+/m)[0],
    }));
  });

describe("examples in doc comments", () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("exist", () => expect(examples.length).toBeGreaterThan(2));

  it.each(examples.map((example, index) => [`${example.path} #${index}`, example, index] as const))(
    "%s",
    async (_, example, index) => {
      const { code, claims } = withAssertions(example.code);
      expect(claims, "an example states at least one value").toBeGreaterThan(0);
      const file = join(folder, `example-${index}.ts`);
      writeFileSync(file, code);
      const { results } = (await import(/* @vite-ignore */ file)) as { results: [unknown, unknown][] };
      expect(results.length).toBe(claims);
      for (const [got, wanted] of results) expectSame(got, wanted);
    },
  );
});

function withAssertions(code: string): { code: string; claims: number } {
  let claims = 0;
  const lines = code.split("\n").map((line) => {
    const match = /^(.*?);?\s*\/\/ → (.*)$/.exec(line);
    if (!match) return line;
    claims++;
    const declared = /^(?:const|let) (\w+) =/.exec(match[1]);
    const wanted = /^-?\d[\d.]*…$/.test(match[2]) ? JSON.stringify(match[2]) : match[2];
    return declared
      ? `${match[1]};\nresults.push([${declared[1]}, (${wanted})]);`
      : `results.push([(${match[1]}), (${wanted})]);`;
  });
  return { code: `export const results: [unknown, unknown][] = [];\n${lines.join("\n")}`, claims };
}

function expectSame(got: unknown, wanted: unknown): void {
  if (typeof wanted === "string" && wanted.endsWith("…") && typeof got === "number") {
    const shown = wanted.slice(0, -1);
    const digits = shown.split(".")[1]?.length ?? 0;
    expect(Math.abs(got - Number(shown))).toBeLessThanOrEqual(10 ** -digits);
  } else if (typeof wanted === "number" && typeof got === "number" && Number.isFinite(wanted)) {
    expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
  } else if (ArrayBuffer.isView(got) && Array.isArray(wanted)) {
    expect(Array.from(got as Float64Array)).toEqual(wanted);
  } else {
    expect(got).toEqual(wanted);
  }
}
