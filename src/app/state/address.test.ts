import {
  array,
  assert,
  constantFrom,
  dictionary,
  double,
  integer,
  property,
  record,
  stringMatching,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { migrateAddress, renameParameters } from "./address-migrations.ts";
import { readAddress, writeAddress } from "./address.ts";
import { type AppState, defaults, screens } from "./state.ts";

const values = dictionary(
  stringMatching(/^[A-Za-z]\w{0,8}$/).filter((key) => key !== "__proto__"),
  double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => Number(value.toPrecision(6)) + 0),
  { maxKeys: 4 },
);
const states = record({
  language: constantFrom("de", "en"),
  screen: constantFrom(...screens),
  reading: constantFrom("announced", "contracted", "paid"),
  asOf: constantFrom("", "2025-11-17", "2026-07-31"),
  doubts: values,
  paidShare: integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  scenarios: array(stringMatching(/^[a-z]{1,8}$/), { maxLength: 3 }),
  set: values,
  mapYear: integer({ min: 0, max: 9999 }),
  seed: integer({ min: 0, max: 2 ** 32 - 1 }),
  runs: integer({ min: 1, max: 100_000 }),
}).map((part): AppState => ({ ...defaults, ...part }));

describe("the address", () => {
  it("holds the whole state and gives it back", () => {
    assert(
      property(states, (state) => {
        const { state: read, problems } = readAddress(writeAddress(state));
        expect(problems).toEqual([]);
        expect(read).toEqual(state);
      }),
    );
  });

  it("is short and readable", () => {
    expect(writeAddress(defaults)).toBe("/en/");
    expect(
      writeAddress({
        ...defaults,
        language: "de",
        screen: "simulate",
        scenarios: ["stop"],
        set: { M0: 600 },
      }),
    ).toBe("/de/simulate?scenario=stop&set=M0:600&v=1");
  });

  it("names what is wrong, keeps what is right", () => {
    const { state, problems } = readAddress("/de/simulat?scenario=stop&runs=0&sceanrio=x&set=M0:600");
    expect(state).toMatchObject({
      language: "de",
      screen: "start",
      scenarios: ["stop"],
      runs: 1000,
      set: { M0: 600 },
    });
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual([
      ["address-screen", "simulate"],
      ["address-value", undefined],
      ["address-parameter", "scenario"],
    ]);
  });

  it("reads links of older versions and refuses later ones", () => {
    const old = new URLSearchParams("basis=paid&asof=2025");
    const steps = [renameParameters({ basis: "reading" }), renameParameters({ reading: "status" })];
    expect(String(migrateAddress(old, 1, steps))).toBe("status=paid&asof=2025");
    expect(String(migrateAddress(new URLSearchParams("reading=paid"), 2, steps))).toBe("status=paid");
    expect(migrateAddress(old, 4, steps)).toBeUndefined();
    expect(migrateAddress(old, 0, steps)).toBeUndefined();
    expect(readAddress("/en/circuit?status=paid&v=99").problems[0]?.code).toBe("address-version");
  });

  it("survives any text", () => {
    assert(
      property(stringMatching(/^\/[\s\S]{0,60}$/), (text) => {
        expect(readAddress(text).state.screen).toBeDefined();
      }),
      { numRuns: 5000 },
    );
  });
});
