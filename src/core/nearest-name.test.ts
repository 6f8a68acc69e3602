import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestName } from "./nearest-name.ts";

const known = ["nvidia", "openai", "oracle", "coreweave", "microsoft", "meta"];

describe("nearestName", () => {
  it.each([
    ["nvidai", "nvidia"],
    ["meat", "meta"],
    ["Nvidia", "nvidia"],
    ["nvida", "nvidia"],
    ["openaii", "openai"],
    ["coreweve", "coreweave"],
    ["micro soft", "microsoft"],
  ])("finds for %s %s", (written, wanted) => expect(nearestName(written, known)).toBe(wanted));

  it.each(["zzz", "amazon", "", "o"])("finds nothing for %j", (written) =>
    expect(nearestName(written, known)).toBeUndefined(),
  );

  it("prefers the first of two that are as near", () => {
    expect(nearestName("cat", ["car", "cap"])).toBe("car");
    expect(nearestName("cat", ["cap", "car"])).toBe("cap");
  });

  it("finds a name again after any one slip of the finger", () => {
    const letters = "abcdefghij".split("");
    const slip = fc.record({ at: fc.nat(7), letter: fc.constantFrom(...letters), kind: fc.nat(3) });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters), { minLength: 8, maxLength: 12 }),
        slip,
        (name, { at, letter, kind }) => {
          const wrong = [...name];
          if (kind === 0) wrong.splice(at, 1);
          else if (kind === 1) wrong.splice(at, 0, letter);
          else if (kind === 2) wrong[at] = letter;
          else [wrong[at], wrong[at - 1 < 0 ? 1 : at - 1]] = [wrong[at - 1 < 0 ? 1 : at - 1], wrong[at]];
          const right = name.join("");
          expect(nearestName(wrong.join(""), ["0000000000", right, "1111111111"])).toBe(right);
        },
      ),
    );
  });

  it("answers at once to a text of a million letters", () => {
    expect(nearestName("x".repeat(1_000_000), known)).toBeUndefined();
  });
});
