import { formatDay } from "../../core/period.ts";
import type { Dossier } from "../../dossier/index.ts";
import type { Range } from "../../ledger/ledger.ts";
import { type KnownFigure, latestFigures } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

const runRates = ["ai_run_rate", "revenue_run_rate", "run_rate_revenue"] as const;

/** Yearly AI revenue that is known, and what it is made of. */
export interface ReportedRevenue {
  readonly range: Range;
  readonly evidence: readonly string[];
  readonly parts: string;
}

/**
 * Yearly revenue of the labs (actors whose first role it is; their last year, or their run rate if none is known) and AI run rates of others. `value` and
 * `high` add both and count twice what labs pay clouds; `low` holds the labs alone. `undefined` if nothing is known.
 */
export function findReportedRevenue(view: Dossier): ReportedRevenue | undefined {
  const labs = new Set(view.actors.filter((actor) => actor.roles[0] === "lab").map((actor) => actor.id));
  const inCurrency = ([, known]: readonly [string, KnownFigure]): boolean =>
    known.figure.currency === view.currency;
  const yearly = [...latestFigures(view, ["revenue"], { yearly: true, reported: true })].filter(
    (entry) => labs.has(entry[0]) && inCurrency(entry),
  );
  const known = new Set(yearly.map(([subject]) => subject));
  const rates = [...latestFigures(view, runRates, { reported: true })].filter(
    (entry) => !known.has(entry[0]) && inCurrency(entry),
  );
  const ofLabs = [...yearly, ...rates.filter(([subject]) => labs.has(subject))];
  const ofOthers = rates.filter(([subject]) => !labs.has(subject));
  const all = [...ofLabs, ...ofOthers];
  if (all.length === 0) return undefined;
  const sum = (parts: typeof all, end: "value" | "low" | "high"): number =>
    parts.reduce((total, [, { range }]) => total + range[end], 0);
  return {
    range: {
      value: sum(all, "value"),
      low: sum(ofLabs.length > 0 ? ofLabs : all, "low"),
      high: sum(all, "high"),
    },
    evidence: all.flatMap(([, { evidence }]) => evidence),
    parts: all.map(([subject, { figure }]) => `${subject} ${figure.periodLabel}`).join(", "),
  };
}

/** The AI revenue that labs and clouds report together, as a result; the sum counts twice what labs pay clouds. */
export function measureReportedRevenue(view: Dossier, reported: ReportedRevenue): Result {
  const common = { subject: "reported", unit: `${view.currency}/yr`, period: formatDay(view.asOf) };
  return createResult(
    "reportedRevenue",
    { ...common, value: reported.range },
    { parts: reported.parts },
    reported.evidence,
  );
}
