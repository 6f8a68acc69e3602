import { describe, expect, it } from "vitest";
import * as german from "./de/measures.ts";
import * as english from "./en/measures.ts";
import { citePaper, describeMethod, describeObjection } from "./measures.ts";

describe("words about measures", () => {
  it("exist in both languages under the same keys, and are translated", () => {
    const keys = (texts: Readonly<Record<string, unknown>>): readonly string[] => Object.keys(texts).sort();
    expect(keys(german.methods)).toEqual(keys(english.methods));
    expect(keys(german.papers)).toEqual(keys(english.papers));
    expect(keys(german.objections)).toEqual(keys(english.objections));
    for (const key of Object.keys(english.objections)) {
      expect(describeObjection(key, "de"), key).not.toBe(describeObjection(key, "en"));
    }
    for (const key of Object.keys(english.methods)) {
      expect(describeMethod(key, "de").how, key).not.toBe(describeMethod(key, "en").how);
    }
  });

  it("fall back to the key, names of the language's own machinery included", () => {
    expect(describeMethod("constructor", "en")).toEqual({ name: "constructor", how: "" });
    expect(citePaper("toString", "de")).toBe("toString");
    expect(describeObjection("unheard-of", "de")).toBe("unheard-of");
  });
});
