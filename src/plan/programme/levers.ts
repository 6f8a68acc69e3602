import type { Bilingual } from "../../text/language.ts";
import { valueLabour } from "../accounts/index.ts";
import type { Coefficients, Economy } from "../economy/economy.ts";
import type { GoalsRecord } from "./goals-schema.ts";
import { emissionsAccount } from "./plan.ts";
import type { PlanDocument } from "./plan-document.ts";
import type { Planning } from "./planning.ts";

export type LeverKind =
  | "week"
  | "account"
  | "hazard"
  | "imports"
  | "target"
  | "assisted"
  | "greener"
  | "parameter";

/**
 * Something of a plan that one slider moves: a limit, a goal, a switch (0 or 1) or an assumption. Levels are against
 * the base year (1 is as much as then), those of the week are hours, those of assumptions in their own unit.
 */
export interface Lever {
  /** `week`, `account.<id>`, `hazard`, `imports`, `target.<id>`, `assisted`, `greener`, `set.<parameter>`. */
  readonly id: string;
  readonly kind: LeverKind;
  /** Name of what is moved, where the kind does not say it. */
  readonly name: Bilingual | undefined;
  readonly unit: Bilingual | undefined;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** Where the goals that come with the economy put it. */
  readonly start: number;
  /** Level of the base year. */
  readonly today: number;
  /** A limit that stands at `high` is none. */
  readonly limits: boolean;
  /** For an assumption: where its value comes from. */
  readonly basis: string | undefined;
  readonly note: Bilingual | undefined;
  /** For a goal: million hours that the base year's consumption takes in all sectors, by labour values. */
  readonly hours: number | undefined;
  /** What most people ask for first. */
  readonly main: boolean;
}

/** Levers moved away from their start, by id; `give.<id>` is the share by which a rule gives way in every year. */
export type LeverSettings = Readonly<Record<string, number>>;

/** How far sliders reach: from half of today to half as much again, limits down to a fifth and a little beyond today. */
const reach = {
  target: { low: 0.5, high: 1.5, step: 0.05 },
  account: { low: 0.2, high: 1.25, step: 0.05 },
  hazard: { low: 0.4, high: 1.25, step: 0.05 },
  imports: { low: 0.5, high: 2, step: 0.05 },
  week: { low: 0.5, high: 1.15, step: 0.5 },
} as const;

/** Everything that can be moved in a plan of an economy, with ranges and where each stands at the start. */
export function planLevers(
  economy: Economy,
  coefficients: Coefficients,
  planning: Planning,
  record: GoalsRecord,
  baseWeek: number,
): readonly Lever[] {
  const { limits, techniques } = record;
  const lever = (
    given: Pick<Lever, "id" | "kind" | "low" | "high" | "step" | "start"> & Partial<Lever>,
  ): Lever => ({
    name: undefined,
    unit: undefined,
    today: 1,
    limits: false,
    basis: undefined,
    note: undefined,
    hours: undefined,
    main: true,
    ...given,
  });
  const limit = (kind: "account" | "hazard" | "imports", level: number | undefined): Partial<Lever> => ({
    limits: true,
    start: level ?? reach[kind].high,
  });
  const emissions = emissionsAccount(economy);
  const { total } = valueLabour(coefficients);
  return [
    lever({
      id: "week",
      kind: "week",
      low: Math.round(baseWeek * reach.week.low),
      high: Math.round(baseWeek * reach.week.high),
      step: reach.week.step,
      start: hoursOf(limits.week) ?? Math.round(baseWeek * reach.week.high),
      today: baseWeek,
      limits: true,
    }),
    ...economy.accounts.flatMap(({ id, name, total }, account): readonly Lever[] => {
      if (!total.some((amount) => amount > 0)) return [];
      const start = limit("account", levelOf(limits.accounts?.[id])).start as number;
      const main = account === emissions;
      return [
        lever({ id: `account.${id}`, kind: "account", name, limits: true, main, ...reach.account, start }),
      ];
    }),
    lever({
      id: "hazard",
      kind: "hazard",
      ...reach.hazard,
      start: 1,
      ...limit("hazard", levelOf(limits.hazard)),
    }),
    lever({
      id: "imports",
      kind: "imports",
      ...reach.imports,
      start: levelOf(limits.imports) ?? 1,
      main: false,
    }),
    ...planning.needs.map(({ id, name, base, basket }) =>
      lever({
        id: `target.${id}`,
        kind: "target",
        name,
        hours: basket.reduce((sum, { product, amount }) => sum + total[product] * amount * base, 0),
        ...reach.target,
        start: levelOf(record.targets[id]) ?? 1,
      }),
    ),
    ...(["assisted", "greener"] as const)
      .filter((kind) => planning.techniques.some((technique) => technique.kind === kind))
      .map((kind) =>
        lever({
          id: kind,
          kind,
          low: 0,
          high: 1,
          step: 1,
          start: techniques[kind] === false ? 0 : 1,
          today: 0,
        }),
      ),
    ...[...planning.parameters.values()].map(({ name, value, low, high, unit, basis, note }) =>
      lever({
        id: `set.${name}`,
        kind: "parameter",
        name: note,
        unit,
        low,
        high,
        step: (high - low) / parameterSteps,
        start: record.parameters[name] ?? value,
        today: value,
        basis,
        note: { en: name, de: name },
        main: false,
      }),
    ),
  ];
}

const parameterSteps = 50;

/** A level that a lever holds: the setting, or where it starts. */
export function leverLevel({ id, start }: Lever, settings: LeverSettings): number {
  return settings[id] ?? start;
}

/** Goals with levers moved: what no lever names stays as it was, and paths keep their years. */
export function moveLevers(
  record: GoalsRecord,
  levers: readonly Lever[],
  settings: LeverSettings,
): GoalsRecord {
  let { targets, parameters, techniques } = record;
  let limits = record.limits;
  for (const lever of levers) {
    const { id, kind, high } = lever;
    const set = settings[id];
    const give = settings[`give.${id}`];
    if (set === undefined && give === undefined) continue;
    const level = leverLevel(lever, settings);
    const moved = <Written extends object>(before: number | Written | undefined): Written & Given => ({
      ...(typeof before === "object" ? before : ({} as Written)),
      ...(give !== undefined && { give }),
    });
    const free = lever.limits && level >= high;
    const subject = id.slice(id.indexOf(".") + 1);
    switch (kind) {
      case "week":
        limits = { ...limits, week: free ? undefined : { ...moved(limits.week), hours: level } };
        break;
      case "account": {
        const { [subject]: before, ...others } = limits.accounts ?? {};
        limits = {
          ...limits,
          accounts: free ? others : { ...others, [subject]: { ...moved(before), level } },
        };
        break;
      }
      case "hazard":
        limits = { ...limits, hazard: free ? undefined : { ...moved(limits.hazard), level } };
        break;
      case "imports":
        limits = { ...limits, imports: { ...moved(limits.imports), level } };
        break;
      case "target":
        targets = { ...targets, [subject]: { ...moved(targets[subject]), level } };
        break;
      case "assisted":
      case "greener":
        techniques = { ...techniques, [kind]: level > 0 };
        break;
      case "parameter":
        parameters = { ...parameters, [subject]: level };
    }
  }
  return { ...record, targets, limits, techniques, parameters };
}

interface Given {
  readonly give?: number;
}

/** Rounding of what gives way: outwards, so that the plan surely exists. */
const fine = 10_000;

/**
 * Settings after a way out of a conflict: each rule gives way by its share in every year, on top of what it has given
 * before.
 *
 * @example
 * import { relaxLevers } from "kreislauf/plan";
 * relaxLevers({ week: 30 }, { changes: [{ kind: "week", share: 0.03123 }] }); // → { week: 30, "give.week": 0.0313 }
 */
export function relaxLevers(
  settings: LeverSettings,
  { changes }: { readonly changes: readonly Pick<Change, "kind" | "subject" | "share">[] },
): LeverSettings {
  const given = changes.map(({ kind, subject, share }): readonly [string, number] => {
    const id = `give.${kind === "trade" ? "imports" : subject ? `${kind}.${subject.id}` : kind}`;
    const before = settings[id] ?? 0;
    const whole = kind === "target" ? 1 - (1 - before) * (1 - share) : (1 + before) * (1 + share) - 1;
    return [id, Math.ceil(whole * fine + 0.01) / fine];
  });
  return { ...settings, ...Object.fromEntries(given) };
}

type Change = PlanDocument["relaxations"][number]["changes"][number];

function levelOf(written: number | { readonly level: number } | undefined): number | undefined {
  return typeof written === "object" ? written.level : written;
}

function hoursOf(written: number | { readonly hours: number } | undefined): number | undefined {
  return typeof written === "object" ? written.hours : written;
}
