import { overlapShare } from "../../core/period.ts";
import type { Dossier } from "../../dossier/index.ts";
import { independentFigures, type KnownFigure, latestFigures } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/** Kinds of revenue that firms of one market report alike. */
const comparedRevenue = ["data_centre_revenue"] as const;

/** Market shares as stated, and shares of comparable yearly revenue among the firms that report it. */
export function measureMarketShares(view: Dossier): readonly Result[] {
  const stated = independentFigures(view, ["market_share"]).flatMap((figure) => {
    if (!figure.amount) return [];
    const {
      subject,
      counterparty: of,
      unit,
      amount: value,
      periodLabel: period,
      id,
      status,
      origin,
    } = figure;
    return [
      createResult("marketShare", { subject, of, value, unit, period, tag: id }, { status, origin }, [id]),
    ];
  });
  return [...stated, ...comparedRevenue.flatMap((measure) => shareRevenue(view, measure))];
}

function shareRevenue(view: Dossier, measure: string): readonly Result[] {
  const all = [...latestFigures(view, [measure], { yearly: true, reported: true })];
  const newest = all.reduce<KnownFigure | undefined>(
    (best, [, known]) => (!best || known.range.value > best.range.value ? known : best),
    undefined,
  );
  const compared = all.filter(
    ([, { figure }]) =>
      newest?.figure.period &&
      figure.period &&
      figure.currency === newest.figure.currency &&
      overlapShare(figure.period, newest.figure.period) > 0.5,
  );
  if (compared.length < 2) return [];
  const sum = (end: "value" | "low" | "high"): number =>
    compared.reduce((total, [, known]) => total + known.range[end], 0);
  const total = { value: sum("value"), low: sum("low"), high: sum("high") };
  const evidence = compared.flatMap(([, known]) => known.evidence);
  const inputs = { firms: compared.map(([subject]) => subject).join(", ") };
  return compared.map(([subject, { range, figure }]) => {
    const value = {
      value: (100 * range.value) / total.value,
      low: (100 * range.low) / (total.high - range.high + range.low),
      high: (100 * range.high) / (total.low - range.low + range.high),
    };
    const common = { subject, of: measure, unit: "percent", period: figure.periodLabel };
    return createResult("revenueShare", { ...common, value }, inputs, evidence);
  });
}
