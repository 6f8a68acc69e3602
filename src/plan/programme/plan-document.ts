import { engineVersion } from "../../core/version.ts";
import type { Bilingual } from "../../text/language.ts";
import type { Economy, Reservation } from "../economy/economy.ts";
import type { Certificate } from "../solve/certificate.ts";
import type { Calibration } from "./calibration.ts";
import type { Goals, Path } from "./goals.ts";
import type { ObjectiveName } from "./goals-schema.ts";
import type { Label, RowKind, Rule } from "./label.ts";
import { emissionsAccount, type Plan } from "./plan.ts";
import type { Parameter } from "./parameter.ts";
import type { Planning } from "./planning.ts";
import type { SideBySide } from "./side-by-side.ts";
import type { ShadowPrice } from "./prices.ts";
import type { Yearly } from "./yearly.ts";

/** What a limit or a wish is about, by id and in words. */
export interface Subject {
  readonly id: string;
  readonly name: Bilingual;
}

/** A limit, a wish or a fact of the program. */
export interface Stated<Kind extends string = RowKind> {
  readonly kind: Kind;
  readonly subject?: Subject;
}

/** A plan as a published document: everything named, nothing to be looked up. */
export interface PlanDocument {
  readonly engine: string;
  readonly solver: string;
  readonly economy: {
    readonly id: string;
    readonly title: Bilingual;
    readonly year: number;
    readonly currency: string;
  };
  readonly status: Plan["status"];
  readonly objective: ObjectiveName;
  readonly years: number;
  readonly needs: readonly (Subject & { readonly target: number; readonly base: number })[];
  readonly fulfilment: Plan["fulfilment"];
  readonly baseWeek: number;
  readonly workingWeek: readonly number[];
  /** The account that `emissions` shows. */
  readonly emissionsAccount: (Subject & { readonly unit: string }) | undefined;
  readonly baseEmissions: number | undefined;
  readonly emissions: readonly number[];
  /** What `yearly.stocks` holds: computers of AI and the like. */
  readonly stocks: readonly (Subject & { readonly unit: string })[];
  readonly baseHazardousHours: number;
  readonly hazardousHours: readonly number[];
  readonly yearly: Yearly | undefined;
  readonly binding: readonly (Stated & { readonly years: readonly number[]; readonly weight: number })[];
  readonly shadowPrices: readonly (Stated<Rule["kind"]> & Pick<ShadowPrice, "unit" | "brings" | "measure">)[];
  readonly prices: readonly (Subject & {
    readonly directHours: number;
    readonly labourValue: number;
    readonly planPrice: number;
  })[];
  readonly conflict: readonly (Stated<Rule["kind"]> & { readonly years: readonly number[] })[];
  /** Whether leaving out any one rule of the conflict lets the others hold. */
  readonly irreducible: boolean;
  readonly obstacles: readonly (Stated & { readonly year: number })[];
  readonly relaxations: readonly {
    readonly kind: Plan["relaxations"][number]["kind"];
    readonly changes: readonly (Stated<Rule["kind"]> & {
      readonly share: number;
      /** What the rule says without and with the relaxation, in the last year, in its own unit. */
      readonly from: number;
      readonly to: number;
    })[];
    readonly workingWeek: readonly number[];
    readonly certificate: Certificate | undefined;
  }[];
  readonly certificate: Certificate | undefined;
  readonly calibration: Calibration | undefined;
  readonly parameters: readonly Parameter[];
  readonly reservations: readonly Reservation[];
  /** The same resources in a boom, if one was given. */
  readonly boom?: SideBySide;
}

export interface DocumentContext {
  readonly economy: Economy;
  readonly planning: Planning;
  readonly goals: Goals;
  readonly baseWeek: number;
  readonly baseHazardousHours: number;
  readonly calibration?: Calibration;
}

/** Puts names to a plan's numbers. */
export function documentPlan(plan: Plan, context: DocumentContext): PlanDocument {
  const { economy, planning, goals } = context;
  const state = <Kind extends string>(
    label: Omit<Label, "year" | "kind"> & { readonly kind: Kind },
  ): Stated<Kind> => {
    const subject = subjectOf(label, context);
    return { kind: label.kind, ...(subject && { subject }) };
  };
  const emissions = emissionsAccount(economy);
  const account = emissions < 0 ? undefined : economy.accounts[emissions];
  return {
    engine: engineVersion,
    solver: plan.solver,
    economy: { id: economy.id, title: economy.title, year: economy.year, currency: economy.currency },
    status: plan.status,
    objective: plan.objective,
    years: plan.years,
    needs: planning.needs.map(({ id, name, base }, need) => ({
      id,
      name,
      base,
      target: lastLevel(goals.targets[need]),
    })),
    fulfilment: plan.fulfilment,
    baseWeek: context.baseWeek,
    workingWeek: plan.workingWeek,
    emissionsAccount: account && { id: account.id, name: account.name, unit: account.unit },
    baseEmissions: account && account.total.reduce((sum, value) => sum + value, account.households),
    emissions: plan.emissions,
    stocks: planning.stocks.map(({ id, name, unit }) => ({ id, name, unit })),
    baseHazardousHours: context.baseHazardousHours,
    hazardousHours: plan.hazardousHours,
    yearly: plan.yearly,
    binding: plan.binding.map(({ years, weight, ...label }) => ({ ...state(label), years, weight })),
    shadowPrices: plan.shadowPrices.map(({ unit, brings, measure, ...label }) => ({
      ...state(label),
      unit,
      brings,
      measure,
    })),
    prices: plan.prices.map(({ product, ...rest }) => ({ ...economy.products[product], ...rest })),
    conflict: plan.conflict?.rules.map(({ rule, years }) => ({ ...state(rule), years })) ?? [],
    irreducible: plan.conflict?.irreducible ?? false,
    obstacles: plan.conflict?.obstacles.map(({ label }) => ({ ...state(label), year: label.year })) ?? [],
    relaxations: plan.relaxations.map(({ kind, changes, workingWeek, certificate }) => ({
      kind,
      changes: changes.map(({ share, ...rule }) => {
        const from = levelOf(rule, context);
        const falls = rule.kind === "target" || rule.kind === "floor";
        return { ...state(rule), share, from, to: from * (falls ? 1 - share : 1 + share) };
      }),
      workingWeek,
      certificate,
    })),
    certificate: plan.certificate,
    calibration: context.calibration,
    parameters: plan.parameters,
    reservations: plan.reservations,
  };
}

/** What a rule asks for at the end: hours a week, or a level against the base year. */
function levelOf(
  rule: Pick<Rule, "kind" | "need" | "account">,
  { goals, baseWeek }: DocumentContext,
): number {
  switch (rule.kind) {
    case "week":
      return lastLevel(goals.week) * baseWeek;
    case "hazard":
      return lastLevel(goals.hazard);
    case "trade":
      return lastLevel(goals.imports);
    case "account":
      return lastLevel(goals.accounts.get(rule.account ?? -1));
    case "target":
      return lastLevel(goals.targets[rule.need ?? 0]);
    case "floor":
      return goals.targets[rule.need ?? 0].floor;
  }
}

function lastLevel(path: Path | undefined): number {
  return path ? path.level * (path.scale ?? 1) : 1;
}

function subjectOf(
  label: Pick<Label, "product" | "need" | "account" | "technique" | "stock">,
  { economy, planning }: DocumentContext,
): Subject | undefined {
  const { product, need, account, technique, stock } = label;
  const found =
    technique !== undefined
      ? planning.techniques[technique]
      : stock !== undefined
        ? planning.stocks[stock]
        : need !== undefined
          ? planning.needs[need]
          : account !== undefined
            ? economy.accounts[account]
            : product !== undefined
              ? economy.products[product]
              : undefined;
  return found && { id: found.id, name: found.name };
}
