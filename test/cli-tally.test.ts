import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { call } from "./call.ts";

const file = fileURLToPath(new URL("reference/pb/poland_zabrze_2021_grzybowice.pb", import.meta.url));

describe("kreislauf tally", () => {
  it("explains each result in both languages", async () => {
    const english = await call(["tally", file, "--rule", "mes", "--completion", "none"]);
    expect(english).toMatchObject({ code: 0, err: "" });
    expect(english.out).toContain("not funded: it would fit, but its supporters have");
    const german = await call(["tally", file], "de");
    expect(german.out).toContain("P0068     145.426");
    expect(german.out).toContain("angenommen: aus den Anteilen derer bezahlt, die es wollen");
    expect(german.out).not.toMatch(/\{\w+\}/);
  });

  it("prints the same as one JSON document", async () => {
    const { out } = await call(["tally", file, "--rule", "phragmen", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ rule: "phragmen", voters: 456, selected: ["P0068"], left: 9574 });
  });

  it("refuses what it cannot count", async () => {
    expect((await call(["tally", "nowhere.pb"])).err).toContain("nowhere.pb is missing");
    expect((await call(["tally", "nowhere.pb"])).code).toBe(1);
    const wrong = await call(["tally", file, "--rule", "phragman"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("Did you mean “phragmen”?");
    expect((await call(["tally", file, "--utility", "cst"])).err).toContain("Did you mean “cost”?");
  });
});
