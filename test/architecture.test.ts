import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import layers from "./layers.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms: Record<string, readonly string[]> = layers.rooms;

interface Source {
  readonly path: string;
  readonly room: string;
  readonly text: string;
}

const sources: readonly Source[] = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({
    path: path.split(sep).join("/"),
    room: path.split(sep)[0],
    text: readFileSync(join(root, "src", path), "utf8"),
  }));
const product = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path));

describe("the layers of docs/en/architecture.md", () => {
  it("holds every source file in a known room", () => {
    expect(product.length).toBeGreaterThan(5);
    expect(product.filter(({ room }) => !(room in rooms)).map(({ path }) => path)).toEqual([]);
  });

  it("lets no import run against an arrow", () => {
    const wrong = product.flatMap(({ path, room, text }) =>
      importsOf(text)
        .filter((target) => target.startsWith("."))
        .map((target) => relative(join(root, "src"), join(root, "src", path, "..", target)).split(sep)[0])
        .filter((target) => target !== room && !rooms[room].includes(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps Node, the clock and inexact functions out of the pure zone", () => {
    const forbidden =
      /from "node:|\bMath\.(random|exp|log|log2|log10|log1p|expm1|pow|sin|cos|tan|tanh|sinh|cosh|asin|acos|atan|atan2|cbrt|hypot)\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/;
    const wrong = product
      .filter(({ room }) => layers.pure.includes(room))
      .flatMap(({ path, text }) => (forbidden.test(withoutComments(text)) ? [path] : []));
    expect(wrong).toEqual([]);
  });

  it("keeps what people read in src/text: no German word and no text in two languages elsewhere", () => {
    // Letters in a pattern and a quotation mark that people type are no words; the names of the pages are addresses.
    const allowed = ["chart/words.ts", "model/foreign-habits.ts", "app/docs/contents.ts"];
    const wrong = product
      .filter(({ room, path }) => room !== "text" && !allowed.includes(path))
      .flatMap(({ path, text }) =>
        /[äöüÄÖÜß„]|\bde: ?["'`][A-Za-z]/.test(withoutComments(text)) ? [path] : [],
      );
    expect(wrong).toEqual([]);
  });

  it("names files after things of the trade and keeps them short", () => {
    const vague = /(^|\/)(utils?|helpers?|common|manager|misc)\b/;
    expect(product.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
    expect(product.filter(({ text }) => text.split("\n").length > 500).map(({ path }) => path)).toEqual([]);
    expect(product.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("sees an arrow that runs backwards", () => {
    expect(importsOf('import { a } from "../measure/x.ts";\nexport * from "./y.ts";')).toEqual([
      "../measure/x.ts",
      "./y.ts",
    ]);
  });
});

function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
}
