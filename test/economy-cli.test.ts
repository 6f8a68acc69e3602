import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { call } from "./call.ts";
import { planFiveYears } from "../src/cli/five-year.ts";
import { valuesReportSchema } from "../src/plan/accounts/values-schema.ts";
import { economyFiles } from "./economies/files.ts";

const folder = mkdtempSync(join(tmpdir(), "kreislauf-economy-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("kreislauf values", () => {
  it("prints an aligned table in both languages with units and reservations", async () => {
    const english = await call(["values", "lehrbeispiel"]);
    expect(english).toMatchObject({ code: 0, err: "" });
    expect(english.out).toContain("Teaching economy — labour values of 6 products, hours per 1,000 XTS");
    expect(english.out).toMatch(/^care +Care, health and schools +18\.67 +5\.19 /m);
    expect(english.out).toContain("Every number is invented for teaching.");
    const german = await call(["values", "us-2023", "--top", "3", "--imports", "exchange"], "de");
    expect(german.out).toMatch(/^624 +Sozialdienste +26,32 /m);
    expect(german.out).toContain("die 3 höchsten Arbeitswerte von 70 Produkten");
    expect(german.out).toContain("Die Unfallzahlen sind vorläufig");
    const lines = german.out.split("\n").slice(2, 6);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect((await call(["values", "de-2014"])).out).toContain("Fixed capital used up is not counted");
  });

  it("prints one document that fits its schema", async () => {
    const { out, code } = await call(["values", "us-2023", "--json", "--top", "4"]);
    const report = valuesReportSchema.parse(JSON.parse(out));
    expect([code, report.products.length]).toEqual([0, 4]);
    expect(report.products[0].value).toBeCloseTo(31.95, 2);
  });

  it("refuses wrong calls and unknown economies", async () => {
    expect((await call(["values", "us-20233"])).err).toContain("Did you mean “us-2023”?");
    expect((await call(["values", "us-20233"])).code).toBe(1);
    expect((await call(["values", "us-2023", "--imports", "exchang"])).err).toContain(
      "Did you mean “exchange”?",
    );
    expect((await call(["values", "us-2023", "--top", "0"])).code).toBe(2);
    expect((await call(["values"])).code).toBe(2);
  });
});

describe("kreislauf check", () => {
  it("shows the identities of an economy", async () => {
    const { code, out } = await call(["check", "economies/us-2023"]);
    expect(code).toBe(0);
    expect(out).toContain("economies/us-2023: no problems (68 sectors, 70 products, 2023).");
    expect(out).toContain("27,720,704.00 − 27,720,706.00 = −2.00");
    expect((await call(["check", "lehrbeispiel"], "de")).out).toContain("Spektralradius");
  });

  it("checks goals against the economy they name", async () => {
    const fine = await call(["check", "economies/us-2023/goals.yaml"]);
    expect(fine).toMatchObject({ code: 0, err: "" });
    expect(fine.out).toContain("no problems (goals for us-2023)");
    const path = join(folder, "wishes.yaml");
    writeFileSync(path, "format: 1\neconomy: lehrbeispiel\ntargets: { hommes: 1.1 }\n");
    const wrong = await call(["check", path]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("wishes.yaml:3:20: error[no-such-need]");
    expect(wrong.err).toContain("“homes”");
    writeFileSync(path, "format: 1\neconomy: lehrbeispeil\n");
    expect((await call(["check", path], "de")).err).toContain("„lehrbeispiel“");
    expect((await call(["check", join(folder, "none.yaml")])).err).toContain("goals-unreadable");
  });

  it("lists every problem and ends with 1", async () => {
    for (const [name, text] of economyFiles("lehrbeispiel")) {
      writeFileSync(join(folder, name), text.replace("food,care,1200", "food,care,1300"));
    }
    const { code, err, out } = await call(["check", folder]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("products.csv:2:1: error[product-disagrees] food:");
    expect(err).toContain("2 errors, 0 warnings.");
    expect((await call(["values", folder])).code).toBe(1);
  });
});

describe("the tables of 5yearplan", () => {
  const names = ["flows.csv", "cap.csv", "dep.csv", "labtarg.csv"];
  const files = new Map(
    names.map((name) => [
      name,
      readFileSync(new URL(`reference/five-year-plan/${name}`, import.meta.url), "utf8"),
    ]),
  );

  it("are planned two ways, and the difference is said", async () => {
    let out = "";
    const terminal = {
      language: "en",
      out: (text: string) => void (out += text),
      err: () => undefined,
    } as const;
    await planFiveYears(files, {}, terminal);
    expect(out).toMatch(/^linear programme +0\.5000 +2\.0619 +2\.0393 +1\.9868 +2\.2093 +8\.7973 /m);
    expect(out).toMatch(/The heuristic leaves 6\.7\d+ of 8\.7973 on the table\./);
    out = "";
    await planFiveYears(files, { json: true }, terminal);
    expect(JSON.parse(out)).toMatchObject({ goods: ["iron", "coal", "corn", "bread"] });
  });
});
