import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readYaml, yamlLimits } from "./yaml-document.ts";

const schema = z.strictObject({
  name: z.string(),
  size: z.number().optional(),
  kind: z.enum(["small", "large"]).optional(),
  list: z
    .array(z.strictObject({ id: z.string() }))
    .max(2)
    .optional(),
  share: z.number().min(0).max(1).optional(),
  week: z
    .union([z.int().positive().meta({ "x-unit": "week-hours" }), z.strictObject({ hours: z.number() })])
    .optional(),
  by: z.record(z.string().regex(/^[a-z]+$/, "column"), z.string().min(1)).optional(),
  test: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("near"), of: z.string() }),
      z.strictObject({ kind: z.literal("span"), from: z.number().max(9) }),
    ])
    .optional(),
});
const read = (text: string) => readYaml("a.yaml", text, schema);
const first = (text: string) => {
  const [{ code, where, values, hint }] = read(text).problems;
  return { code, line: where.line, column: where.column, values, hint };
};

describe("a YAML text", () => {
  it("gives its value and the place of a path", () => {
    const { value, problems, where } = read("name: x\nlist:\n  - id: a\n");
    expect(problems).toEqual([]);
    expect(value).toEqual({ name: "x", list: [{ id: "a" }] });
    expect(where(["list", 0, "id"])).toEqual({ file: "a.yaml", line: 3, column: 9 });
    expect(where(["list", 7])).toEqual({ file: "a.yaml", line: 3, column: 3 });
  });

  it("may begin with a byte-order mark and have CRLF", () => {
    expect(read("\ufeffname: x\r\nsize: 2\r\n").value).toEqual({ name: "x", size: 2 });
    const list = readYaml("a.yaml", "\ufeff- a\n- b\n", z.array(z.string()));
    expect(list.value).toEqual(["a", "b"]);
  });

  it("may use a few aliases", () => {
    expect(read("name: &n x\nlist:\n  - id: *n\n").value?.list).toEqual([{ id: "x" }]);
  });
});

describe("faults of content", () => {
  it("come in the order of the text", () => {
    const { problems } = read("share: 2\nwrong: 1\nname: 3\nsize: x");
    expect(problems.map(({ where }) => where.line)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    [
      "name: 3",
      { code: "wrong-type", line: 1, column: 7, values: { path: "name", value: "3", wanted: "string" } },
    ],
    ["size: 3", { code: "missing-key", line: 1, column: 1, values: { path: "name" } }],
    ["name: x\nkind: lrge", { code: "wrong-choice", line: 2, column: 7, hint: "large" }],
    [
      "name: x\ncolour: red",
      { code: "unknown-key", line: 2, column: 9, values: { key: "colour", path: "a.yaml" } },
    ],
    [
      "name: x\nlist:\n  - id: a\n    no: b",
      { code: "unknown-key", line: 4, column: 9, values: { key: "no" } },
    ],
    ["name: x\nname: y", { code: "yaml-syntax", line: 2, column: 1, values: { reason: "DUPLICATE_KEY" } }],
    ["name: [", { code: "yaml-syntax" }],
    ["name: x\n\tsize: 2", { code: "yaml-syntax" }],
    ["- a", { code: "wrong-type", line: 1, column: 1 }],
    ["", { code: "wrong-type", values: { path: "a.yaml" } }],
    [
      "name: x\nshare: 1.5",
      { code: "wrong-value", line: 2, column: 8, values: { value: "1.5", wanted: "0 … 1" } },
    ],
    ["name: x\nshare: -1", { code: "wrong-value", values: { path: "share", value: "-1", wanted: "0 … 1" } }],
    [
      "name: x\nlist: [{ id: a }, { id: b }, { id: c }]",
      { code: "wrong-length", values: { path: "list", found: 3, wanted: "≤ 2" } },
    ],
    ["name: x\nweek: 0", { code: "wrong-value", line: 2, values: { wanted: "> 0; week-hours" } }],
    [
      "name: x\nweek: 35 h",
      { code: "wrong-type", values: { wanted: "number | object; week-hours" }, hint: "35" },
    ],
    ["name: x\nweek: { hour: 1 }", { code: "unknown-key", values: { path: "week" }, hint: "hours" }],
    ["name: x\nby: { A B: x }", { code: "wrong-value", values: { value: "A B", wanted: "column" } }],
    ['name: x\nby: { a: "" }', { code: "empty-value", line: 2, column: 10, values: { path: "by.a" } }],
    [
      "name: x\ntest: { kind: nera }",
      { code: "wrong-choice", values: { value: "nera", wanted: "near, span" }, hint: "near" },
    ],
    ["name: x\ntest: { of: a }", { code: "missing-key", values: { path: "test.kind" } }],
    ["name: x\ntest: { kind: span, from: 10 }", { code: "wrong-value", values: { wanted: "≤ 9" } }],
    [
      "name: x\ntest: { kind: near, of: a, form: 1 }",
      { code: "unknown-key", values: { known: "kind, of, from" }, hint: "from" },
    ],
  ])("%j", (text, expected) => {
    expect(first(text)).toMatchObject(expected);
  });

  it("finds all at once", () => {
    expect(read("name: 3\nsize: x\nkind: y").problems.map(({ code }) => code)).toEqual([
      "wrong-type",
      "wrong-type",
      "wrong-choice",
    ]);
  });

  it("tells a misspelt key once, with the name that is meant", () => {
    const codes = (text: string) => read(text).problems.map(({ code, hint }) => [code, hint]);
    expect(codes("nmae: x")).toEqual([["unknown-key", "name"]]);
    expect(codes("colour: x")).toEqual([
      ["missing-key", undefined],
      ["unknown-key", undefined],
    ]);
    expect(codes("name: x\nlist: [{ di: a }, {}]")).toEqual([
      ["unknown-key", "id"],
      ["missing-key", undefined],
    ]);
  });

  it("tells one thing wrong with the syntax of a line", () => {
    expect(read("name: x\n\tsize: a: b\n").problems).toHaveLength(1);
  });

  it("treats __proto__ as an unknown key and changes nothing", () => {
    const { value, problems } = read("name: x\n__proto__: { polluted: true }\nconstructor: y\n");
    expect(value).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain("unknown-key");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("limits", () => {
  const filler = (size: number): string => `name: x\n# ${"x".repeat(size)}`;

  it("refuses more than 256 KiB", () => {
    expect(yamlLimits.bytes).toBe(262_144);
    expect(read(filler(yamlLimits.bytes)).problems[0]).toMatchObject({
      code: "yaml-too-large",
      where: { line: 0 },
      values: { limit: 262_144 },
    });
    expect(read(filler(1000)).problems).toEqual([]);
  });

  it.each([
    ["brackets", `name: ${"[".repeat(40)}${"]".repeat(40)}`],
    ["braces", `name: ${"{a: ".repeat(40)}${"}".repeat(40)}`],
    ["dashes", `list: \n  ${"- ".repeat(40)}x`],
    ["a flood of brackets", `name: ${"[".repeat(200_000)}`],
  ])("refuses %s nested deeper than 32", (_, text) => {
    expect(yamlLimits.depth).toBe(32);
    expect(first(text)).toMatchObject({ code: "yaml-too-deep", values: { limit: 32 } });
  });

  it("refuses deep nesting by indentation", () => {
    const text = Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
    expect(first(text)).toMatchObject({ code: "yaml-too-deep" });
  });

  it("refuses aliases of aliases that multiply", () => {
    const lines = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [before, name] of ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"].map((pair) => [
      pair[0],
      pair[1],
    ])) {
      lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`);
    }
    expect(first(lines.join("\n"))).toMatchObject({ code: "yaml-aliases", values: { limit: 50 } });
  });
});
