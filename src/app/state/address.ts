import { nearestName } from "../../core/nearest-name.ts";
import type { Problem } from "../../core/problem.ts";
import { languages } from "../../text/language.ts";
import { createProblem } from "../../text/problem.ts";
import { migrateAddress } from "./address-migrations.ts";
import { type AppState, defaults, type Reading, type Screen, screens, type Theme } from "./state.ts";

/** Version of the parameters below; a rename raises it and adds a migration. */
export const addressVersion = 1;

/**
 * The address is an API: parameters are readable and never change their meaning. Path: `/<language>/<screen>/<part>`;
 * what stands at its default is left out.
 */
interface ParameterOf<Value> {
  readonly read: (text: string) => Value | undefined;
  readonly write: (value: Value) => string;
  /** What would be right, for a message. */
  readonly wanted: string;
}

const numberText = (value: number): string =>
  String(Math.fround(value) === value ? value : Number(value.toPrecision(12)));

const text = (pattern: RegExp, wanted: string): ParameterOf<string> => ({
  read: (word) => (pattern.test(word) ? word : undefined),
  write: (word) => word,
  wanted,
});
const choice = <Choice extends string>(known: readonly Choice[]): ParameterOf<Choice> => ({
  read: (word) => known.find((one) => one === word),
  write: (word) => word,
  wanted: known.join(", "),
});
const number = (low: number, high: number, whole: boolean): ParameterOf<number> => ({
  read: (word) => {
    const value = /^-?\d+(\.\d+)?(e-?\d+)?$/.test(word) ? Number(word) : NaN;
    return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : undefined;
  },
  write: numberText,
  wanted: `${low} … ${high}`,
});
const words: ParameterOf<readonly string[]> = {
  read: (word) => {
    const list = word.split(",").filter(Boolean);
    return list.length <= 20 && list.every((one) => /^[\w.-]{1,64}$/.test(one)) ? list : undefined;
  },
  write: (list) => list.join(","),
  wanted: "a,b",
};
/** `name:value,name:value`; names of parameters with dimensions keep their brackets. */
const numbers: ParameterOf<Readonly<Record<string, number>>> = {
  read: (word) => {
    const pairs = word.split(";").filter(Boolean);
    const entries = pairs.map((pair) =>
      /^([A-Za-z][\w.[\],-]{0,80}):(-?\d+(?:\.\d+)?(?:e-?\d+)?)$/.exec(pair),
    );
    if (pairs.length > 200 || entries.some((entry) => entry === null)) return undefined;
    return Object.fromEntries(entries.map((entry) => [entry![1], Number(entry![2])]));
  },
  write: (record) =>
    Object.entries(record)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}:${numberText(value)}`)
      .join(";"),
  wanted: "name:1.5;other:2",
};
const addresses: ParameterOf<readonly string[]> = {
  read: (word) => {
    const list = word.split("|").filter(Boolean);
    return list.length <= 4 && list.every((one) => /^\/(de|en)\//.test(one)) ? list : undefined;
  },
  write: (list) => list.join("|"),
  wanted: "/en/simulate?…|/en/simulate?…",
};

const day = text(/^\d{4}-\d{2}-\d{2}$/, "2025-11-17");
const name = text(/^[\w.-]{1,64}$/, "ki-2025");

const parameters = {
  dossier: { key: "dossier", of: name },
  asOf: { key: "as-of", of: day },
  reading: { key: "status", of: choice<Reading>(["announced", "contracted", "paid"]) },
  doubts: { key: "doubt", of: numbers },
  evidence: { key: "evidence", of: text(/^[\w.:,-]{1,6000}$/, "A001") },
  paidShare: { key: "paid-share", of: number(0, 1, false) },
  model: { key: "model", of: name },
  text: { key: "text", of: text(/^[^]{0,4000}$/, "model …") },
  scenarios: { key: "scenario", of: words },
  set: { key: "set", of: numbers },
  runs: { key: "runs", of: number(1, 100_000, true) },
  seed: { key: "seed", of: number(0, 2 ** 32 - 1, true) },
  mapYear: { key: "map-year", of: number(0, 9999, true) },
  economy: { key: "economy", of: name },
  objective: { key: "objective", of: name },
  years: { key: "years", of: number(1, 20, true) },
  goals: { key: "goal", of: numbers },
  compare: { key: "compare", of: addresses },
  fixed: { key: "fixed", of: text(/^[0-9a-f]{16}$/, "0123456789abcdef") },
  theme: { key: "theme", of: choice<Theme>(["auto", "light", "dark"]) },
} as const;

type Name = keyof typeof parameters;

/** Reads an address; what is wrong is named and stands at its default, the rest is kept. */
export function readAddress(address: string): {
  readonly state: AppState;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const cut = address.indexOf("?");
  const path = (cut < 0 ? address : address.slice(0, cut)).split("/").filter(Boolean);
  const query = new URLSearchParams(cut < 0 ? "" : address.slice(cut + 1));
  const where = (part: string): Problem["where"] => ({ file: part, line: 0, column: 0 });
  const version = Number(query.get("v") ?? addressVersion);
  query.delete("v");
  const current = migrateAddress(query, version);
  if (!current) problems.push(createProblem("address-version", where("v"), { value: String(version) }));

  const language = languages.find((one) => one === path[0]) ?? defaults.language;
  if (path[0] !== undefined && path[0] !== language) {
    problems.push(
      createProblem("address-screen", where("/"), { value: path[0], wanted: languages.join(", ") }),
    );
  }
  const screen = screens.find((one) => one === (path[1] ?? "start"));
  if (!screen) {
    const values = { value: path[1], wanted: screens.join(", ") };
    problems.push(
      createProblem("address-screen", where("/"), values, { hint: nearestName(path[1], screens) }),
    );
  }
  const found: Partial<Record<Name, unknown>> = {};
  const keys = new Map(Object.entries(parameters).map(([field, { key }]) => [key as string, field as Name]));
  for (const [key, value] of current ?? []) {
    const field = keys.get(key);
    if (!field) {
      const hint = nearestName(key, [...keys.keys()]);
      problems.push(createProblem("address-parameter", where(key), { key }, { hint }));
      continue;
    }
    const { of } = parameters[field];
    const read = of.read(value);
    if (read === undefined) {
      problems.push(createProblem("address-value", where(key), { key, value, wanted: of.wanted }));
    } else found[field] = read;
  }
  const part = (path[2] ?? "").replace(/[^\w-]/g, "");
  return {
    state: { ...defaults, ...found, language, screen: screen ?? "start", part } as AppState,
    problems,
  };
}

/** The shortest address of a state. */
export function writeAddress(state: AppState): string {
  const query = new URLSearchParams();
  for (const [field, { key, of }] of Object.entries(parameters)) {
    const write = of.write as (value: unknown) => string;
    const value = write(state[field as Name]);
    if (value !== write(defaults[field as Name])) query.set(key, value);
  }
  const path = [
    state.language,
    ...(state.screen === "start" ? [] : [state.screen as Screen]),
    state.part,
  ].filter(Boolean);
  if (query.size > 0) query.set("v", String(addressVersion));
  // Readable where the standard allows it: commas, colons and brackets need no escape in a query.
  const readable = query
    .toString()
    .replace(/%3A/g, ":")
    .replace(/%2C/g, ",")
    .replace(/%3B/g, ";")
    .replace(/%5B/g, "[")
    .replace(/%5D/g, "]");
  const tail = path.length === 1 ? "/" : "";
  return `/${path.join("/")}${tail}${query.size > 0 ? `?${readable}` : ""}`;
}

/** Whether an address leads to a screen of the app, and not to another page of the server. */
export function isAppAddress(address: string): boolean {
  const [language, screen] = address.split(/[?#]/)[0].split("/").filter(Boolean);
  return (
    /^\/[^/]/.test(address) &&
    languages.some((one) => one === language) &&
    (screen === undefined || screens.some((one) => one === screen))
  );
}
