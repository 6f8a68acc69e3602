import { overlapShare } from "../../core/period.ts";
import type { Dossier } from "../../dossier/index.ts";
import {
  divideRanges,
  type FigureChoice,
  type KnownFigure,
  latestFigures,
  scaleRange,
} from "../known-figure.ts";
import type { MethodKey } from "../../text/measures.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

const yearly: FigureChoice = { yearly: true, reported: true };
const debts = ["total_debt", "debt_outstanding"] as const;
const spendings = ["capex", "capex_cash", "capex_net"] as const;

interface Ratio {
  readonly method: MethodKey;
  readonly above: ReadonlyMap<string, KnownFigure>;
  readonly below: ReadonlyMap<string, KnownFigure>;
  readonly unit: "x" | "percent";
  /** Both must cover mostly the same days. */
  readonly samePeriod: boolean;
}

/** Debt over revenue and cash flow, interest of revenue, spending over cash flow, for every subject with both figures. */
export function measureLeverage(view: Dossier): readonly Result[] {
  const debt = latestFigures(view, debts, { reported: true });
  const revenue = latestFigures(view, ["revenue"], yearly);
  const cashFlow = latestFigures(view, ["operating_cash_flow"], yearly);
  const ratios: readonly Ratio[] = [
    { method: "debtToRevenue", above: debt, below: revenue, unit: "x", samePeriod: false },
    { method: "debtToCashFlow", above: debt, below: cashFlow, unit: "x", samePeriod: false },
    {
      method: "interestShare",
      above: latestFigures(view, ["interest_expense"], { reported: true }),
      below: latestFigures(view, ["revenue"], { reported: true }),
      unit: "percent",
      samePeriod: true,
    },
    {
      method: "capexToCashFlow",
      above: latestFigures(view, spendings, { yearly: true }),
      below: cashFlow,
      unit: "percent",
      samePeriod: true,
    },
  ];
  return ratios.flatMap((ratio) =>
    [...ratio.above].flatMap(([subject, above]) => take(ratio, subject, above)),
  );
}

function take(ratio: Ratio, subject: string, above: KnownFigure): readonly Result[] {
  const below = ratio.below.get(subject);
  if (!below || below.range.low <= 0 || below.figure.currency !== above.figure.currency) return [];
  const [a, b] = [above.figure.period, below.figure.period];
  if (ratio.samePeriod && !(a && b && overlapShare(a, b) > 0.9 && overlapShare(b, a) > 0.9)) return [];
  const quotient = divideRanges(above.range, below.range);
  const value = ratio.unit === "percent" ? scaleRange(quotient, 100) : quotient;
  const found = { subject, value, unit: ratio.unit, period: above.figure.periodLabel };
  return [
    createResult(ratio.method, found, { below: below.figure.periodLabel }, [
      ...above.evidence,
      ...below.evidence,
    ]),
  ];
}
