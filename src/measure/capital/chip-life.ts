import type { Dossier, Figure } from "../../dossier/index.ts";
import type { Range } from "../../ledger/ledger.ts";
import {
  divideRanges,
  independentFigures,
  isYear,
  type KnownFigure,
  latestFigures,
  multiplyRanges,
  readKnown,
  scaleRange,
} from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/**
 * Economic against accounting life of chips: life in the books of each firm, life in the market from the resale value after
 * a year, fall of rental prices, write-offs that the difference postpones, spending over write-offs.
 */
export function measureChipLife(view: Dossier): readonly Result[] {
  const books = [...latestFigures(view, ["server_useful_life"], { reported: true })];
  const market = [...latestFigures(view, ["residual_value_1y"])];
  const spending = latestFigures(view, ["capex", "capex_cash", "capex_net"], { yearly: true });
  return [
    ...books.map(([subject, { figure, range: value, evidence }]) =>
      createResult(
        "accountingLife",
        { subject, value, unit: "years", period: figure.periodLabel },
        { status: figure.status, origin: figure.origin },
        evidence,
      ),
    ),
    ...market.flatMap(([subject, known]) => lifeInMarket(subject, known)),
    ...declines(view),
    ...books.flatMap(([subject, life]) => {
      const capital = spending.get(subject);
      return capital ? market.flatMap(([, resale]) => postponed(subject, capital, life, resale)) : [];
    }),
    ...spendingOverWriteOffs(view),
  ];
}

/** Yearly loss of value `1 − residual`. */
function lossOf({ range }: KnownFigure): Range | undefined {
  const loss = { value: 1 - range.value, low: 1 - range.high, high: 1 - range.low };
  return loss.low > 0 ? loss : undefined;
}

function lifeInMarket(subject: string, known: KnownFigure): readonly Result[] {
  const loss = lossOf(known);
  if (!loss) return [];
  const value = { value: 1 / loss.value, low: 1 / loss.high, high: 1 / loss.low };
  const common = { subject, value, unit: "years", period: known.figure.periodLabel };
  return [createResult("economicLife", common, { residualAfterOneYear: known.range.value }, known.evidence)];
}

function postponed(
  subject: string,
  capital: KnownFigure,
  life: KnownFigure,
  resale: KnownFigure,
): readonly Result[] {
  const loss = lossOf(resale);
  if (!loss || life.range.low <= 0) return [];
  const rate = {
    value: loss.value - 1 / life.range.value,
    low: loss.low - 1 / life.range.low,
    high: loss.high - 1 / life.range.high,
  };
  const { currency, periodLabel: period } = capital.figure;
  const value = rate.low > 0 ? multiplyRanges(capital.range, rate) : scaleRange(rate, capital.range.value);
  return [
    createResult(
      "depreciationGap",
      { subject, value, unit: currency, period },
      { capital: capital.range.value, booksLife: life.range.value, marketLoss: loss.value },
      [...capital.evidence, ...life.evidence, ...resale.evidence],
    ),
  ];
}

function declines(view: Dossier): readonly Result[] {
  const prices = independentFigures(view, ["rental_price"]);
  return [...new Set(prices.map((figure) => figure.subject))].flatMap((subject) => {
    const own = prices.filter((figure) => figure.subject === subject);
    const [first] = own;
    return own.slice(1).flatMap((last) => declineBetween(view, first, last));
  });
}

function declineBetween(view: Dossier, first: Figure, last: Figure): readonly Result[] {
  const [before, after] = [readKnown(view, first), readKnown(view, last)];
  if (!before || !after || before.range.low <= 0) return [];
  const ratio = divideRanges(after.range, before.range);
  const value = { value: 100 * (ratio.value - 1), low: 100 * (ratio.low - 1), high: 100 * (ratio.high - 1) };
  const period = `${first.periodLabel}/${last.periodLabel}`;
  const found = { subject: last.subject, value, unit: "percent", period, tag: last.id };
  const inputs = { first: first.periodLabel, last: last.periodLabel };
  return [createResult("rentalDecline", found, inputs, [first.id, last.id])];
}

/** Spending and write-offs of the same subject over about the same year. */
function spendingOverWriteOffs(view: Dossier): readonly Result[] {
  const writeOffs = latestFigures(view, ["ppe_depreciation_ttm", "depreciation"]);
  const spending = latestFigures(view, ["capex", "capex_ttm", "capex_net"]);
  return [...writeOffs].flatMap(([subject, below]) => {
    const above = spending.get(subject);
    if (!above || below.range.low <= 0 || above.figure.currency !== below.figure.currency) return [];
    const [a, b] = [above.figure, below.figure];
    if (isYear(a) !== isYear(b) || a.period?.end !== b.period?.end) return [];
    const value = divideRanges(above.range, below.range);
    const found = { subject, value, unit: "x", period: a.periodLabel };
    const inputs = { capital: above.range.value, writeOffs: below.range.value };
    return [createResult("capexToDepreciation", found, inputs, [...above.evidence, ...below.evidence])];
  });
}
