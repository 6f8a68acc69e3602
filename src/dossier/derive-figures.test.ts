import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveFigures } from "./derive-figures.ts";

const head =
  "id,subject,measure,value,low,high,unit,currency,period,status,confidence,origin,sources,derivation,note\n";
const given = (id: string, value: string, low = "", high = "", unit = "bn,USD"): string =>
  `${id},x,m,${value},${low},${high},${unit},2025,reported,high,independent,s1,,\n`;
const derived = (id: string, value: string, formula: string, low = "", high = "", unit = "bn,USD"): string =>
  `${id},x,m,${value},${low},${high},${unit},2025,estimated,high,derived,,"${formula}","a, ""b"""\n`;
const valuesOf = (text: string): readonly string[] =>
  text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(3, 6).join(","));

describe("deriving figures", () => {
  it("writes value and bounds with the decimals of the value, and touches nothing else", () => {
    const text =
      head + given("a", "10", "8", "12") + given("b", "3", "", "", "x,") + derived("c", "9.99", "a / 3 * b");
    const { text: after, changes, problems } = deriveFigures(text);
    expect(problems).toEqual([]);
    expect(valuesOf(after)).toEqual(["10,8,12", "3,,", "10.00,8,12"]);
    expect(changes.map(({ id, column, before, after: now }) => [id, column, before, now])).toEqual([
      ["c", "value", "9.99", "10.00"],
      ["c", "low", "", "8"],
      ["c", "high", "", "12"],
    ]);
    expect(after.replace("10.00,8,12", "9.99,,")).toBe(text);
  });

  it("fills an empty value with four digits", () => {
    const text = head + given("a", "2") + derived("c", "", "a / 3") + derived("d", "", "1234567 * a");
    expect(valuesOf(deriveFigures(text).text).slice(1)).toEqual(["0.6667,,", "2469134,,"]);
  });

  it("takes away bounds that the formula does not have", () => {
    const text = head + given("a", "2") + derived("c", "4", "2 * a", "1", "9");
    expect(valuesOf(deriveFigures(text).text)[1]).toBe("4,,");
  });

  it("computes inputs first, in whatever order they stand", () => {
    const text =
      head +
      derived("d", "0", "2 * c") +
      derived("c", "0", "2 * b") +
      derived("b", "0", "2 * a") +
      given("a", "1");
    expect(valuesOf(deriveFigures(text).text)).toEqual(["8,,", "4,,", "2,,", "1,,"]);
  });

  it("leaves rows alone that rest on themselves or do not work, and says so", () => {
    const circle = head + derived("a", "1", "b") + derived("b", "2", "a");
    expect(deriveFigures(circle).text).toBe(circle);
    expect(deriveFigures(circle).problems[0]).toMatchObject({
      code: "link-cycle",
      values: { cycle: "a → b → a" },
    });
    const unknown = head + derived("a", "1", "2 * zz");
    expect(deriveFigures(unknown).text).toBe(unknown);
    expect(deriveFigures(unknown).problems[0].code).toBe("formula-unknown");
    const other = head + given("a", "1", "", "", "GW,") + derived("b", "2", "a");
    expect(deriveFigures(other).text).toBe(other);
    expect(deriveFigures(other).problems.map(({ code }) => code)).toEqual(["derivation-unit"]);
  });

  it("reads a byte-order mark, CRLF and quoted numbers", () => {
    const text = `\ufeff${head}${given("a", '"2"')}${derived("c", '"1"', "2 * a")}`.replaceAll("\n", "\r\n");
    const { text: after, changes } = deriveFigures(text);
    expect(changes).toHaveLength(1);
    expect(after).toBe(text.replace('"1"', "4"));
  });

  it("follows a chain of 5,000 figures", () => {
    const links = Array.from({ length: 5_000 }, (_, at) =>
      derived(`f${at + 1}`, "0", `f${at} + 1`, "", "", "x,"),
    );
    const { changes, problems } = deriveFigures(
      head + links.toReversed().join("") + given("f0", "0", "", "", "x,"),
    );
    expect(problems).toEqual([]);
    expect(changes.at(-1)).toMatchObject({ id: "f5000", after: "5000" });
  });

  it("changes nothing the second time", () => {
    const number = fc.integer({ min: 1, max: 9999 }).map((value) => String(value / 10));
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.constantFrom("a + b", "a / b * a", "mean(a, b)", "a - b"),
        (a, b, c, formula) => {
          const once = deriveFigures(head + given("a", a) + given("b", b) + derived("c", c, formula));
          const twice = deriveFigures(once.text);
          expect(once.problems).toEqual([]);
          expect(twice.changes).toEqual([]);
          expect(twice.text).toBe(once.text);
        },
      ),
    );
  });
});
