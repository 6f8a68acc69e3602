import { describe, expect, it } from "vitest";
import { simulate } from "../../src/simulate/simulate.ts";
import { run } from "../reference/ki-boom/run.mjs";
import { compileBoom } from "./boom.ts";

/** What the scenarios of the model file say, in the words of the specification. */
const scenarios = {
  muddle: {},
  stop: { stopT: 6, stopX: 5 },
  deflation: { deflT: 4, deflS: 0.22, M0: 600 },
  leap: { leapT: 8, leapM: 3, psiL: 0.25 },
  bailaus: { stopT: 6, stopX: 5, bail: 1, aus: 0.3 },
  wealth: { stopT: 6, stopX: 5, tauw: 0.015 },
  takeover: { stopT: 6, stopX: 5, pubT: 10, pub: 0.6, comp: 0.4, pubI: 1, hrs: 0.5, tauw: 0.01 },
  trade: { tarT: 3, tar: 0.12, xdr: 0.08, xc: 0.4 },
  rates: { drT: 4, dr: 0.015, enT: 4, en: 0.5 },
};

const elements: Readonly<Record<string, string>> = {
  nv: "nvidia",
  amd: "amd",
  ms: "microsoft",
  goog: "alphabet",
  meta: "meta",
  amzn: "amazon",
  orcl: "oracle",
  crwv: "coreweave",
  oai: "openai",
  anth: "anthropic",
  W: "workers",
  P: "pensioners",
  T: "top",
};
/** Names that the language needs for something else, and names of flows. */
const names: Readonly<Record<string, string>> = {
  C: "Cons",
  E: "emp",
  lf: "lfc",
  gq: "growth_required",
  nwH: "NW",
  PCt: "PC",
  nd: "need",
  lv_: "ltvF",
  IR: "means",
  debt0: "debt",
  KO: "K.others",
  TP: "transfersP",
  TW: "transfersW",
  tw: "wealth_tax",
  divB: "bank_dividends",
  gop: "public_costs",
};
/** Steps of the other program that ours does not name. */
const unnamed = new Set("N0 XB0 p dfl base idxH aipL kr0 fimp tarR dT mcO Ms ciT co2q KC Ct".split(" "));
/** Clouds without stakes in labs. */
const without = new Set(["sv[meta]", "sv[oracle]", "sv[coreweave]"]);

function* scalars(name: string, value: unknown): Generator<readonly [string, number]> {
  if (typeof value === "number") yield [name, value];
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const element = elements[key] ?? key;
      yield* scalars(name.endsWith("]") ? `${name.slice(0, -1)},${element}]` : `${name}[${element}]`, inner);
    }
  }
}

const tolerance = 1e-9;

describe("the boom model against an independent program", () => {
  const { system } = compileBoom();

  it.each(Object.entries(scenarios))("agrees in every variable and quarter of %s", (scenario, changes) => {
    const { value } = simulate(system, { scenario, set: { sw: 0 } });
    const { out, residual } = run(changes);
    expect(residual).toBeLessThan(1e-9);
    const apart: string[] = [];
    let compared = 0;
    for (const [index, quarter] of out.entries()) {
      for (const [key, values] of Object.entries(quarter)) {
        if (unnamed.has(key)) continue;
        for (const [name, theirs] of scalars(names[key] ?? key, values)) {
          if (without.has(name)) continue;
          const ours = value?.series[name]?.[index + 1] ?? NaN;
          compared++;
          if (!(Math.abs(ours - theirs) <= tolerance * Math.max(1e-3, Math.abs(theirs)))) {
            apart.push(`${name} in ${index + 1}: ${ours}, not ${theirs}`);
          }
        }
      }
    }
    expect(apart.slice(0, 10)).toEqual([]);
    expect(compared).toBeGreaterThan(41 * 350);
  });
});
