import { dayNumber } from "../src/core/period.ts";
import type { Dossier, Tie } from "../src/dossier/dossier.ts";
import type { Instrument } from "../src/ledger/ledger.ts";

const kinds: readonly Instrument[] = ["purchase", "lease", "equity", "loan", "prepayment"];

/** A dossier without figures: `actors` actors, `ties` ties between random pairs, amounts over two orders of magnitude. */
export function inventDossier(actors: number, ties: number, seed = 1): Dossier {
  let state = seed;
  const draw = (): number => {
    // Park & Miller 1988; good enough to scatter ties, and the same everywhere.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const where = { file: "ties.csv", line: 0, column: 0 };
  const window = { start: dayNumber(2025, 1, 1), end: dayNumber(2030, 12, 31) };
  const day = { start: window.start, end: window.start };
  const customers = { id: "customers", name: { de: "K", en: "C" }, roles: ["user"], boundary: true } as const;
  const list = Array.from({ length: actors }, (_, index) => ({
    id: `a${index}`,
    name: { de: `A${index}`, en: `A${index}` },
    roles: ["other"] as const,
    boundary: false,
  }));
  const tie = (id: string, from: string, to: string, kind: Instrument, amount: number): Tie => ({
    id,
    from,
    to,
    kind,
    amount: { value: amount, low: amount, high: amount },
    unit: "bn",
    currency: "USD",
    date: day,
    term: window,
    schedule: [],
    datesBasis: "stated",
    condition: "",
    rank: undefined,
    status: "contracted",
    replaces: [],
    earmark: "",
    total: undefined,
    share: undefined,
    figures: [],
    sources: [],
    note: "",
    where,
  });
  const pick = (): number => Math.floor(draw() * actors);
  const between = Array.from({ length: ties }, (_, index) => {
    const from = pick();
    const to = (from + 1 + Math.floor(draw() * (actors - 1))) % actors;
    const amount = 0.1 / (0.01 + draw());
    return tie(`t${index}`, `a${from}`, `a${to}`, kinds[Math.floor(draw() * kinds.length)], amount);
  });
  const fromOutside = list.map(({ id }) => tie(`c-${id}`, "customers", id, "purchase", 5 * draw()));
  return {
    id: "synthetic",
    title: { de: "Synthetisch", en: "Synthetic" },
    summary: { de: "Zufällig", en: "Random" },
    currency: "USD",
    asOf: day.end,
    vintages: [day.end],
    window,
    focus: "a0",
    actors: [...list, customers],
    sources: [],
    figures: [],
    ties: [...between, ...fromOutside],
    claims: [],
    series: [],
    rates: [],
    names: [],
  };
}
