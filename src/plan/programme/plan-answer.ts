import { plan as german } from "../../text/de/plan.ts";
import { plan as english } from "../../text/en/plan.ts";
import type { Language } from "../../text/language.ts";
import { fittingDecimals, formatNumber, formatShare } from "../../text/number.ts";
import { fill } from "../../text/sentence.ts";
import type { RowKind } from "./label.ts";
import type { PlanDocument, Stated } from "./plan-document.ts";
import { describeSideBySide } from "./side-by-side-words.ts";

type Key = keyof typeof english;

/** A block of an answer: a heading, if there is one, and its lines. */
export interface AnswerBlock {
  readonly heading?: string;
  readonly lines: readonly string[];
}

const shownLimits = 6;
const mostGoals = 6;

/** A plan in words: what it comes to, what binds, what a unit more would bring, or why there is none and ways out. */
export function describePlan(document: PlanDocument, language: Language): readonly AnswerBlock[] {
  const words = new PlanWords(document, language);
  return [
    { lines: [words.title(), words.headline()] },
    ...(document.yearly ? words.possible() : []),
    ...(document.status === "infeasible" ? words.impossible() : []),
    ...(document.boom ? [describeSideBySide(document.boom, language)] : []),
    ...words.doubts(),
  ].filter(({ lines }) => lines.length > 0);
}

/** A limit that binds, in words, with its weight (see `Binding`). */
export interface LimitInWords {
  readonly text: string;
  readonly years: string;
  readonly weight: number;
}

/** The sentences of one plan, by what they are about. */
export class PlanWords {
  private readonly document: PlanDocument;
  private readonly language: Language;

  constructor(document: PlanDocument, language: Language) {
    this.document = document;
    this.language = language;
  }

  title(): string {
    const { economy, years, objective } = this.document;
    const key = `objective${objective[0].toUpperCase()}${objective.slice(1)}` as Key;
    const title = economy.title[this.language].replace(` ${economy.year}`, "");
    return this.say("title", { title, year: economy.year, years, objective: this.say(key) });
  }

  headline(): string {
    const { status, binding } = this.document;
    if (status === "infeasible") return this.say("impossible");
    if (status !== "optimal") return this.say(status);
    // Goals themselves always bind; what people ask is which limit does.
    const first = binding.find(({ kind }) => kind !== "target" && kind !== "floor");
    return first ? this.say("possible", { binding: this.limit(first) }) : this.say("possibleFree");
  }

  possible(): readonly AnswerBlock[] {
    const limits = this.limits().slice(0, shownLimits);
    return [
      { lines: this.facts() },
      { heading: this.say("bindingTitle"), lines: limits.map(({ text, years }) => `${text} (${years})`) },
      { heading: this.say("priceTitle"), lines: this.prices().slice(0, shownLimits) },
    ];
  }

  /** Limits that bind, the heaviest first. */
  limits(): readonly LimitInWords[] {
    return this.document.binding.map((limit) => ({
      text: this.limit(limit),
      years: this.years(limit.years),
      weight: limit.weight,
    }));
  }

  /** What one more unit of each limit and wish would bring, limits first. */
  prices(): readonly string[] {
    return [...this.document.shadowPrices]
      .sort((a, b) => Number(a.kind === "target") - Number(b.kind === "target"))
      .map((price) => this.price(price));
  }

  /** What a possible plan comes to. */
  facts(): readonly string[] {
    const { document } = this;
    const { years, workingWeek, emissions, hazardousHours, yearly } = document;
    const year = years;
    const lines = [
      this.say("week", {
        before: this.number(document.baseWeek, 1),
        first: this.number(workingWeek[0], 1),
        last: this.number(workingWeek[years - 1], 1),
        year,
      }),
    ];
    const { baseEmissions: before, emissionsAccount: account } = document;
    if (before !== undefined && account) {
      const last = emissions[years - 1];
      lines.push(
        this.say("emissions", {
          name: account.name[this.language],
          before: `${this.number(before, 0)} ${account.unit}`,
          last: this.number(last, 0),
          change: this.change(last / before - 1),
          year,
        }),
      );
    }
    if (document.baseHazardousHours > 0) {
      const last = hazardousHours[years - 1];
      lines.push(
        this.say("hazard", {
          before: this.number(document.baseHazardousHours, 0),
          last: this.number(last, 0),
          change: this.change(last / document.baseHazardousHours - 1),
          year,
        }),
      );
    }
    lines.push(this.fulfilment());
    const saved = yearly?.hoursSaved[years - 1] ?? 0;
    if (saved > 0.5) lines.push(this.say("saved", { hours: this.number(saved, 0), year }));
    return lines;
  }

  impossible(): readonly AnswerBlock[] {
    const rules = this.conflict();
    return [
      rules.length > 0 ? { heading: this.conflictTitle(), lines: rules } : { lines: [this.conflictTitle()] },
      { heading: this.say("obstaclesTitle"), lines: this.obstacles() },
      { heading: this.say("relaxationsTitle"), lines: this.relaxations() },
    ];
  }

  conflictTitle(): string {
    const { conflict, irreducible } = this.document;
    if (conflict.length === 0) return this.say("conflictFacts");
    if (conflict.length === 1) return this.say("conflictTitleAlone");
    return this.say(irreducible ? "conflictTitle" : "conflictTitleOpen");
  }

  /** Rules that clash; none if only facts stand in the way. */
  conflict(): readonly string[] {
    const { conflict } = this.document;
    const targets = conflict.filter(({ kind }) => kind === "target");
    // So many goals at once are one thing to a reader: together they are too much.
    const joined = targets.length > mostGoals;
    const rules = conflict
      .filter(({ kind }) => !(joined && kind === "target"))
      .map(({ years: list, ...rule }) =>
        this.say("conflictRule", { rule: this.limit(rule), years: this.years(list) }),
      );
    if (joined) {
      const names = targets.map(({ subject }) => subject?.name[this.language] ?? "").join(", ");
      rules.push(this.say("conflictGoals", { names }));
    }
    return rules;
  }

  /** Facts that make the rules clash. */
  obstacles(): readonly string[] {
    return this.document.obstacles.map((fact) => `${this.limit(fact)} (${this.years([fact.year])})`);
  }

  /** Ways out, in the order of the document. */
  relaxations(): readonly string[] {
    const { relaxations, years } = this.document;
    return relaxations.map(({ kind, changes, workingWeek }) => {
      const week = this.number(workingWeek[years - 1] ?? NaN, 1);
      return kind === "targets"
        ? this.say("relaxationTargets", { share: this.share(changes[0].share), week, year: years })
        : this.say("relaxationSingle", {
            changes: changes.map((change) => this.changed(change)).join(", "),
            week,
            year: years,
          });
    });
  }

  doubts(): readonly AnswerBlock[] {
    const { parameters } = this.document;
    return [
      { lines: this.checks() },
      {
        heading: this.say("assumptionsTitle"),
        lines: parameters.map(({ name, value, low, high, unit, basis }) => {
          const numbers = { value: this.plain(value), low: this.plain(low), high: this.plain(high) };
          return this.say("assumed", {
            name,
            ...numbers,
            unit: unit[this.language],
            basis: this.basis(basis),
          });
        }),
      },
      { heading: this.say("reservationsTitle"), lines: this.reservations() },
    ];
  }

  /** How far the plan was checked. */
  checks(): readonly string[] {
    const { certificate, calibration, solver } = this.document;
    const checks: string[] = [];
    if (certificate) {
      checks.push(
        this.say("certificate", {
          gap: certificate.gap.toExponential(1),
          violation: Math.max(certificate.primalViolation, certificate.dualViolation).toExponential(1),
          tolerance: certificate.tolerance.toExponential(0),
          solver,
        }),
      );
    }
    if (calibration)
      checks.push(this.say("calibration", { difference: this.change(calibration.difference) }));
    return checks;
  }

  /** What the plan cannot know. */
  reservations(): readonly string[] {
    const { reservations } = this.document;
    return [this.say("reservationFixed"), ...reservations.map(({ text }) => text[this.language])];
  }

  /** Where an assumption comes from. */
  basis(basis: string): string {
    return basis === "assumption" || basis === "invented" ? this.say(basis) : basis;
  }

  private fulfilment(): string {
    const { needs, fulfilment } = this.document;
    const order = needs
      .map((need) => ({ need, share: fulfilment[need.id] }))
      .sort((a, b) => a.share - b.share);
    const [{ need, share }] = order;
    if (share > 1 - 1e-4) return this.say("fulfilmentAll");
    const least = this.share(share, 1);
    if ((order.at(-1)?.share ?? 1) - share < 1e-3) return this.say("fulfilmentCommon", { least });
    return this.say("fulfilmentLeast", { least, need: need.name[this.language] });
  }

  private price(price: PlanDocument["shadowPrices"][number]): string {
    const { kind, subject, brings, measure } = price;
    const name = subject?.name[this.language] ?? "";
    const units: Record<typeof kind, Key> = {
      week: "unitWeek",
      account: "unitAccount",
      target: "unitTarget",
      floor: "unitFloor",
      trade: "unitTrade",
      hazard: "unitHazard",
    };
    const unit = this.document.emissionsAccount?.unit ?? "";
    const amount = kind === "account" ? brings * 1000 : brings;
    const what = this.say(units[kind], { name, unit });
    const key: Key =
      measure === "hours"
        ? brings >= 0
          ? "priceHours"
          : "priceHoursMore"
        : measure === "fulfilment"
          ? brings >= 0
            ? "pricePoints"
            : "pricePointsLess"
          : "priceOther";
    const size = measure === "hours" || measure === "fulfilment" ? Math.abs(amount) : amount;
    return this.say(key, { what, amount: this.number(size, Math.max(1, fittingDecimals(size))) });
  }

  private changed(change: PlanDocument["relaxations"][number]["changes"][number]): string {
    const { kind, subject, from, to } = change;
    const name = subject?.name[this.language] ?? "";
    if (kind === "week")
      return this.say("changeWeek", { from: this.number(from, 1), to: this.number(to, 1) });
    const keys: Record<Exclude<typeof kind, "week">, Key> = {
      target: "changeTarget",
      floor: "changeTarget",
      account: "changeAccount",
      hazard: "changeHazard",
      trade: "changeTrade",
    };
    return this.say(keys[kind], { name, from: this.share(from), to: this.share(to) });
  }

  private limit({ kind, subject }: Stated): string {
    const key = limitKeys[kind];
    return key ? this.say(key, { name: subject?.name[this.language] ?? "" }) : kind;
  }

  private years(list: readonly number[]): string {
    const shown = list.filter((year) => year <= this.document.years);
    if (shown.length === 0) return this.say("afterwards");
    const sorted = [...new Set(shown)].sort((a, b) => a - b);
    const spans: string[] = [];
    for (let i = 0; i < sorted.length;) {
      let end = i;
      while (sorted[end + 1] === sorted[end] + 1) end++;
      spans.push(end === i ? String(sorted[i]) : `${sorted[i]}–${sorted[end]}`);
      i = end + 1;
    }
    return this.say(sorted.length === 1 ? "year" : "years", { list: spans.join(", ") });
  }

  private say(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
    return fill((this.language === "de" ? german : english)[key], values);
  }

  private number(value: number, decimals: number): string {
    return formatNumber(value, this.language, decimals);
  }

  private plain(value: number): string {
    return this.language === "de" ? String(value).replace(".", ",") : String(value);
  }

  private share(share: number, decimals?: number): string {
    if (decimals === undefined) return formatShare(share, this.language);
    return formatNumber(share * 100, this.language, decimals) + (this.language === "de" ? " %" : "%");
  }

  private change(share: number): string {
    return (share > 0 ? "+" : "") + this.share(share, 1);
  }
}

const limitKeys: Partial<Record<RowKind, Key>> = {
  target: "ruleTarget",
  floor: "ruleFloor",
  week: "ruleWeek",
  account: "ruleAccount",
  hazard: "ruleHazard",
  trade: "ruleTrade",
  capacity: "factCapacity",
  "technique-spread": "factSpread",
  "technique-share": "factShare",
  shrinking: "factShrinking",
  "import-ceiling": "factImportCeiling",
  "import-floor": "factImportFloor",
  stock: "factStock",
  "terminal-capacity": "factTerminal",
  "terminal-total": "factTerminal",
};
