import { describe, expect, it } from "vitest";
import { readAddress } from "./address.ts";
import { isKept, keepBeside, kindOf, mostKept } from "./kept-states.ts";
import { type AppState, defaults } from "./state.ts";

const stop: AppState = {
  ...defaults,
  screen: "simulate",
  scenarios: ["stop"],
  evidence: "A001",
  theme: "dark",
};

describe("states kept for comparison", () => {
  it("are kept once, in whatever language, without what belongs to the visit", () => {
    const compare = keepBeside(stop);
    expect(compare).toEqual(["/en/simulate?scenario=stop&v=1"]);
    expect(isKept(stop)).toBe(false);
    const german: AppState = { ...stop, language: "de", compare };
    expect(isKept(german)).toBe(true);
    expect(keepBeside(german)).toEqual(compare);
  });

  it("are as many as fit side by side; the oldest makes room", () => {
    const kept = [1, 2, 3, 4, 5, 6].reduce<readonly string[]>(
      (compare, seed) => keepBeside({ ...stop, seed, compare }),
      [],
    );
    expect(kept).toHaveLength(mostKept);
    expect(kept.map((address) => readAddress(address).state.seed)).toEqual([3, 4, 5, 6]);
  });

  it("are of a kind, or cannot be compared", () => {
    expect(["circuit", "who-pays", "plan", "docs"].map((screen) => kindOf(screen as "plan"))).toEqual([
      "measured",
      "simulated",
      "planned",
      undefined,
    ]);
  });
});
