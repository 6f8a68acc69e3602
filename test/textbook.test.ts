import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../src/model/compile.ts";
import { describeProblem } from "../src/text/problem.ts";
import type { Change, System } from "../src/model/system.ts";
import { simulate } from "../src/simulate/index.ts";
import { createSystem, readRuns, type ReferenceRun, toleranceOf } from "./reference/sfc/runs.ts";

/**
 * The textbook models, as written in `models/textbook`, against the paths of other programs: same parameters,
 * same start, same shocks. Names differ (the programs split demand and supply); `names` maps ours to theirs,
 * `minus` lists parameters with the opposite sign there.
 */
interface Comparison {
  readonly model: string;
  readonly runs: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  readonly minus?: readonly string[];
  /** Where a program departs from the model: what it says instead. */
  readonly instead?: readonly [ours: string, theirs: string];
  /** Values at the start that a program holds in another form. */
  readonly start?: (at: (name: string) => number) => Readonly<Record<string, number>>;
  /**
   * For a start whose balance sheets are off by rounding, which our accounting cannot carry along: the same start
   * with closed balance sheets. The path to meet is then that of the program's equations from there, to 1e-12.
   */
  readonly closed?: (at: (name: string) => number) => Readonly<Record<string, number>>;
}

const sim = { C: "Cd", G: "Gd", H: "Hh" };
const portfolio = { H: "Hh", B_h: "Bh", B_cb: "Bcb", B: "Bs", T: "TX", YDe: "YDE", Ve: "VE", B_d: "Bd" };
const portfolioOfPysolve = { H: "Hh", B_h: "Bh", B_cb: "Bcb", r: "Rbar", YDe: "YDe", B_d: "Bd" };
const bonds = { H: "Hh", B_h: "Bh", B_cb: "Bcb", BL: "BLh", T: "TX", YDre: "YDEr", Ve: "VE" };
const bondsOfPysolve = {
  H: "Hh",
  B_h: "Bh",
  B_cb: "Bcb",
  BL: "BLh",
  rb: "Rbar",
  rbl: "Rbl",
  pebl: "Pble",
};
const bank = { M: "Mh", L: "Ld", C: "Cd", I: "Id", WB: "WBd", N: "Nd" };
const bankOfPysolve = { ...bank, rl: "Rlbar", rm: "Rm", KT: "Kt", pr: "PR" };
const region = (name: string): readonly (readonly [string, string])[] => [
  [`${name}_N`, `${name}N`],
  [`${name}_S`, `${name}S`],
];
const withoutBar = Object.fromEntries(
  [
    "Y",
    "C",
    "G",
    "IM",
    "YD",
    "T",
    "V",
    "Bh",
    "mu",
    "alpha1",
    "alpha2",
    "lambda0",
    "lambda1",
    "lambda2",
    "theta",
  ].flatMap(region),
);
const twoCountries = { T_N: "TX_N", T_S: "TX_S", H_N: "Hh_N", H_S: "Hh_S", OR_N: "or_N", OR_S: "or_S" };
const twoCountriesOfPysolve = {
  ...withoutBar,
  ...Object.fromEntries(["r", "phi", "iota", "alpha10"].flatMap((name) => region(name))),
  r_N: "RN",
  r_S: "RS",
  H_N: "HhN",
  H_S: "HhS",
  Bcb_N: "BcbN",
  Bcb_S: "BcbS",
  OR_N: "ORN",
  OR_S: "ORS",
  pg_S: "PgS",
  xr: "XRbar",
  pg_N: "Pgbar",
};
/** Bills sold are those held. */
const closedCountries: Comparison["closed"] = (at) => ({
  BsN: at("BhN") + at("BcbN"),
  BsS: at("BhS") + at("BcbS"),
  HhN: at("VN") - at("BhN"),
  HhS: at("VS") - at("BhS"),
  HsN: at("VN") - at("BhN"),
  HsS: at("VS") - at("BhS"),
});
const inventories = {
  M: "Mh",
  L: "Ld",
  EF: "F",
  EFb: "Fb",
  rm: "Rm",
  p: "P",
  c: "Ck",
  s: "Sk",
  s_E: "Ske",
  y: "Yk",
  inv: "INk",
  inv_T: "INkt",
  inv_E: "INke",
  m: "Mhk",
  ydhs: "YDkhs",
  ydhs_E: "YDkhse",
  pr: "PR",
  sigma_T: "sigmat",
  epsilon: "eps",
  add: "ADD",
};
const growth = {
  Hh: "Hhd",
  Hb: "Hbd",
  Bh: "Bhd",
  Bcb: "Bcbs",
  Bb: "Bbs",
  BL: "BLd",
  M: "Mh",
  Lf: "Lfd",
  Lh: "Lhd",
  E: "Ekd",
  OF: "OFb",
  B: "Bs",
  H: "Hs",
};
const moneyOf =
  (bonds: string, price: string) =>
  (at: (name: string) => number): Readonly<Record<string, number>> => ({
    H: at("V") - at("Bh") - at(price) * at(bonds),
  });

const closedGrowth: Comparison["closed"] = (at) => {
  // The banks' balance sheet, then the wealth of households, of which the banks' own funds are part.
  const own = at("Bbs") - at("Ms") + at("Lfs") + at("Lhs") + at("Hbd");
  const wealth =
    at("Ms") + at("Bhd") + at("Pe") * at("Ekd") + at("Pbl") * at("BLd") - at("Lhd") + at("Hhd") + own;
  return {
    OFb: own,
    Bbd: at("Bbs"),
    V: wealth,
    IN: at("INk") * at("UC"),
    Mh: at("Ms"),
    Md: at("Ms"),
    Bs: at("Bhs") + at("Bcbs") + at("Bbs"),
  };
};

const comparisons: readonly Comparison[] = [
  {
    model: "pcex",
    runs: ["PCEX1-sfcr-pc3", "PCEX1-sfcr-pcex2"],
    names: portfolio,
    instead: ["YD * (1 + Ra + luck * surprise)", "YD[-1]"],
  },
  {
    model: "pcex",
    runs: ["PC-pysolve-pcex1"],
    names: portfolioOfPysolve,
    closed: (at) => ({
      R: at("Rbar"),
      Hh: at("V") - at("Bh"),
      Bcb: at("Bs") - at("Bh"),
      Hs: at("V") - at("Bh"),
    }),
    instead: ["YD * (1 + Ra + luck * surprise)", "YD[-1]"],
  },
  {
    model: "bmwk",
    runs: ["BMWK-sfcr-bmwk1", "BMWK-sfcr-bmwk", "BMWK-sfcr-bmwk1_explode"],
    names: bank,
    instead: ["alpha2 * M[-1]", "alpha2 * M"],
  },
  {
    model: "growth",
    runs: ["baseline", "alpha1", "eta0", "grg", "grg_one"].map((run) => `GROWTH-pysolve-${run}`),
    names: { ...growth, M: "Md", TX: "T" },
    instead: ["Rm[-1] * (M[-1] - (1 - NPLke)", "Rm * (M[-1] - (1 - NPLke)"],
    closed: closedGrowth,
  },
  { model: "sim", runs: ["SIM-sfcr-sim", "SIM-sfcr-sim2"], names: { ...sim, T: "TXs" } },
  {
    model: "sim",
    runs: [
      "SIM-pysolve-step_model",
      "SIM-pysolve-steady_state",
      "SIM-pysolve-model",
      "SIM-pysolve-alpha_model",
    ],
    names: { ...sim, T: "Ts" },
  },
  {
    model: "simex",
    runs: ["SIMEX-sfcr-simex", "SIMEX-sfcr-simex2"],
    names: { ...sim, T: "TXs", YDe: "YDE", Hd: "" },
  },
  {
    model: "simex",
    runs: ["SIMEX-pysolve-steady_state"],
    names: { ...sim, T: "Ts", Hd: "" },
  },
  { model: "simexf", runs: ["SIMEX-pysolve-step_model"], names: { ...sim, T: "Ts", YDe: "YDstar" } },
  { model: "pc", runs: ["PC-sfcr-pc", "PC-sfcr-pc2"], names: portfolio },
  { model: "pc", runs: ["PC-pysolve-steady"], names: portfolioOfPysolve },
  {
    model: "pc",
    runs: ["PC-pysolve-rate_shock"],
    names: portfolioOfPysolve,
    closed: (at) => ({
      R: at("Rbar"),
      Hh: at("V") - at("Bh"),
      Bcb: at("Bs") - at("Bh"),
      Hs: at("V") - at("Bh"),
    }),
  },
  { model: "pcex", runs: ["PCEX-sfcr-pcex"], names: portfolio },
  { model: "pcex", runs: ["PC-pysolve-pcex_steady", "PC-pysolve-shocks"], names: portfolioOfPysolve },
  { model: "pcex2", runs: ["PCEX2-sfcr-pcex3", "PCEX2-sfcr-pcex3_1"], names: portfolio },
  { model: "pcex2", runs: ["PC-pysolve-pcex2"], names: portfolioOfPysolve },
  {
    model: "lp",
    runs: ["LP-sfcr-lp", "LP-sfcr-lp1_s2", "LP-sfcr-lp2"],
    names: bonds,
    minus: ["lambda23", "lambda24", "lambda32", "lambda34"],
  },
  {
    model: "lp",
    runs: ["LP-pysolve-lp1", "LP-pysolve-lp1_alpha"],
    names: { ...bondsOfPysolve, pbl: "Pblbar" },
    start: moneyOf("BLh", "Pbl"),
  },
  {
    model: "lp2",
    runs: ["LP2-sfcr-lp2-b"],
    names: bonds,
    minus: ["lambda23", "lambda24", "lambda32", "lambda34"],
    closed: (at) => ({ BLs: at("BLh"), Hh: at("V") - at("Bh") - at("pbl") * at("BLh") }),
  },
  {
    model: "lp2",
    runs: ["LP2-sfcr-lp2_s1", "LP2-sfcr-lp2_s2"],
    names: bonds,
    minus: ["lambda23", "lambda24", "lambda32", "lambda34"],
  },
  {
    model: "lp2",
    runs: ["LP-pysolve-lp2_bill", "LP-pysolve-lp2_bond"],
    names: { ...bondsOfPysolve, pbl: "Pbl" },
    start: moneyOf("BLh", "Pbl"),
  },
  {
    model: "lp3",
    runs: ["LP-pysolve-lp3_alpha"],
    names: { ...bondsOfPysolve, pbl: "Pbl" },
    start: moneyOf("BLh", "Pbl"),
  },
  {
    model: "reg",
    runs: ["REG-sfcr-reg", "REG-sfcr-reg_1", "REG-sfcr-reg_2"],
    names: { T_N: "TX_N", T_S: "TX_S", B_cb: "Bcb", B: "Bs" },
  },
  {
    model: "reg",
    runs: ["REG-pysolve-muS", "REG-pysolve-GS", "REG-pysolve-alpha1S", "REG-pysolve-lambda0S"],
    names: { ...withoutBar, B_cb: "Bcb", B: "Bs", Hh_N: "HhN", Hh_S: "HhS", r: "Rbar" },
  },
  {
    model: "open",
    runs: ["OPEN-sfcr-open", "OPEN-sfcr-open_1"],
    names: twoCountries,
  },
  {
    model: "open",
    runs: ["OPEN-pysolve-muS", "OPEN-pysolve-alpha1S"],
    names: { ...twoCountriesOfPysolve, r_N: "RbarN", r_S: "RbarS" },
  },
  ...(["open2", "open3", "open4"] as const).map((model) => ({
    model,
    runs: {
      open2: ["OPEN2-sfcr-open2", "OPEN2-sfcr-open2_1"],
      open3: ["OPEN3-sfcr-open3"],
      open4: ["OPEN4-sfcr-open4", "OPEN4-sfcr-open4_1"],
    }[model],
    names: twoCountries,
  })),
  ...(["openg", "openm", "openm3"] as const).map((model) => ({
    model,
    runs: [`${model.toUpperCase()}-pysolve-muS`],
    names: {
      ...twoCountriesOfPysolve,
      ...(model === "openg" ? { r_N: "RbarN", r_S: "RbarS" } : {}),
    },
    closed: closedCountries,
  })),
  { model: "bmw", runs: ["BMW-sfcr-bmw1", "BMW-sfcr-bmw", "BMW-sfcr-bmw-b"], names: bank },
  { model: "bmw", runs: ["BMW-pysolve-alpha0", "BMW-pysolve-alpha1"], names: bankOfPysolve },
  { model: "bmwk", runs: ["BMWK-pysolve-interest"], names: bankOfPysolve },
  {
    model: "dis",
    runs: ["DIS-sfcr-dis", "DIS-sfcr-dis1", "DIS-sfcr-dis2"],
    names: { M: "Mh", L: "Ld", m: "mh" },
  },
  { model: "dis", runs: ["DIS-pysolve-phi", "DIS-pysolve-sigmat"], names: { ...inventories, rl: "Rlbar" } },
  {
    model: "disinf",
    runs: ["DISINF1-pysolve-omega0"],
    names: {
      ...inventories,
      rl: "Rl",
      rrc: "RRcbar",
      pic: "PIC",
      omega_T: "omegat",
      Omega0: "omega0",
      Omega1: "omega1",
      Omega2: "omega2",
      Omega3: "omega3",
    },
  },
  {
    model: "growth",
    runs: ["growth", "growtha", "growthab", "growthb", "growthbb", "growthbl", "growthc", "growthd"].map(
      (run) => `GROWTH-sfcr-${run}`,
    ),
    names: growth,
    closed: closedGrowth,
  },
];

const textbook = new URL("../models/textbook/", import.meta.url);
const readModel = (name: string): string => readFileSync(new URL(`${name}.kl`, textbook), "utf8");

/** Our model with the parameters, start and shocks of a run. */
function equip(
  system: System,
  run: ReferenceRun,
  { names = {}, minus = [], start }: Comparison,
): { readonly system: System; readonly compared: ReadonlyMap<string, string> } {
  const theirs = (name: string): string => names[name] ?? name;
  const changes: Change[] = [];
  const parameters = system.parameters.map((parameter, index) => {
    const values = run.exogenous[theirs(parameter.name)];
    if (!values) return parameter;
    const sign = minus.includes(parameter.name) ? -1 : 1;
    const { where } = parameter;
    for (const [row, value] of values.slice(1)) {
      changes.push({
        target: { kind: "parameter", index },
        operator: "=",
        value: { kind: "number", value: sign * value },
        from: row,
        to: Infinity,
        where,
      });
    }
    return { ...parameter, value: sign * values[0][1] };
  });
  const own = start?.(startOf(run)) ?? {};
  const compared = new Map<string, string>();
  const variables = system.variables.map((variable) => {
    const series = run.series[theirs(variable.name)];
    if (series) compared.set(variable.name, theirs(variable.name));
    const value = own[variable.name] ?? series?.[0];
    return value === undefined || variable.origin === "interest"
      ? variable
      : { ...variable, initial: { kind: "number", value } as const, earlier: [] };
  });
  const scenarios = [{ name: "reference", label: "", changes }];
  // A path of another program may start where our checks do not hold.
  const periods = run.rows - 1;
  return { system: { ...system, variables, parameters, scenarios, checks: [], periods }, compared };
}

/** What a run says of its row 0. */
function startOf(run: ReferenceRun): (name: string) => number {
  return (name) => run.series[name]?.[0] ?? run.exogenous[name]?.[0]?.[1] ?? 0;
}

/** The run from a start with closed balance sheets, by its own equations. */
function closeStart(run: ReferenceRun, closed: NonNullable<Comparison["closed"]>): ReferenceRun {
  const start = closed(startOf(run));
  const series = Object.fromEntries(
    Object.entries(run.series).map(([name, values]) => [
      name,
      [start[name] ?? values[0], ...values.slice(1)],
    ]),
  );
  const path = simulate(createSystem({ ...run, series }), { scenario: "reference" }).value?.series ?? {};
  const kept = Object.entries(series).map(([name, [first]]) => [
    name,
    run.keep.map((row) => (row === 0 ? first : (path[name]?.[row] ?? NaN))),
  ]);
  return { ...run, series: Object.fromEntries(kept) as ReferenceRun["series"], trust: 0 };
}

const runs = new Map(readRuns().map((run) => [run.name, run]));

describe("textbook models reproduce the paths of other programs", () => {
  for (const comparison of comparisons) {
    it.each(comparison.runs)(`${comparison.model}.kl: %s`, (name) => {
      const stored = runs.get(name);
      const run = stored && comparison.closed ? closeStart(stored, comparison.closed) : stored;
      const text = readModel(comparison.model);
      const [ours, theirs] = comparison.instead ?? ["", ""];
      expect(text).toContain(ours);
      const compiled = compile(text.replace(ours, theirs), { file: `${comparison.model}.kl` });
      if (!run || !compiled.value) throw new Error(`${name}: ${JSON.stringify(compiled.problems)}`);
      const { system, compared } = equip(compiled.value.system, run, comparison);
      expect(compared.size).toBeGreaterThan(run.equations.length / 4);
      const outcome = simulate(system, { scenario: "reference" });
      expect(outcome.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      const deviations = [...compared].flatMap(([own, other]) =>
        run.keep.flatMap((row, index) => {
          if (row === 0) return [];
          const deviation = Math.abs((outcome.value?.series[own]?.[row] ?? NaN) - run.series[other][index]);
          return deviation <= toleranceOf(run) * Math.max(run.scale[other], Number.MIN_VALUE)
            ? []
            : [`${own}/${other} row ${row}: ${deviation / run.scale[other]}`];
        }),
      );
      expect(deviations.slice(0, 3)).toEqual([]);
    });
  }
});

describe("textbook models as they stand", () => {
  const files = readdirSync(textbook).filter((file) => file.endsWith(".kl"));

  it.each(files)("%s compiles, balances and passes its checks in every scenario", (file) => {
    const compiled = compile(readModel(file.replace(".kl", "")), { file });
    expect(compiled.problems.map((problem) => describeProblem(problem, "en"))).toEqual([]);
    const system = compiled.value?.system;
    if (!system) return;
    expect(system.balances.length).toBe(1);
    expect(system.checks.length).toBeGreaterThan(0);
    for (const scenario of [[], ...system.scenarios.map(({ name }) => [name])]) {
      const { value, problems } = simulate(system, { scenario });
      expect(problems.map((problem) => describeProblem(problem, "en"))).toEqual([]);
      expect(value?.balance.maxResidual).toBeLessThan(1e-12);
    }
  });
});
