import { formatDay } from "../../core/period.ts";
import { findUnit } from "../../core/unit.ts";
import { type Dossier, findConversion, type Tie, viewDossier } from "../../dossier/index.ts";
import type { Range } from "../../ledger/ledger.ts";
import { cashKinds } from "../circuit/compile-network.ts";
import { exactly } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

const statuses = ["announced", "contracted", "paid"] as const;

/**
 * How much of what was known at each vintage up to `asOf` was announced, contracted and paid: sums over whole terms of
 * all ties that move cash, in the currency of the dossier, and the shares contracted or paid.
 */
export function measureVintages(dossier: Dossier, asOf: number): readonly Result[] {
  const days = [...new Set([...dossier.vintages.filter((day) => day < asOf), asOf])].sort((a, b) => a - b);
  return days.flatMap((day) => sumVintage(dossier, day));
}

function sumVintage(dossier: Dossier, day: number): readonly Result[] {
  const amounts = viewDossier(dossier, { asOf: day }).ties.flatMap((tie) => {
    const amount = inCurrency(tie, dossier);
    return amount && !tie.total && cashKinds.some((kind) => kind === tie.kind) ? [{ tie, amount }] : [];
  });
  const period = formatDay(day);
  const sums = statuses.map((status) => {
    const own = amounts.filter(({ tie }) => tie.status === status);
    const sum = (end: keyof Range): number => own.reduce((total, { amount }) => total + amount[end], 0);
    return {
      status,
      value: { value: sum("value"), low: sum("low"), high: sum("high") },
      evidence: own.map(({ tie }) => tie.id),
    };
  });
  const total = sums.reduce((all, { value }) => all + value.value, 0);
  if (!(total > 0)) return [];
  const everything = sums.flatMap(({ evidence }) => evidence);
  return [
    ...sums.map(({ status, value, evidence }) =>
      createResult(
        "realisationSum",
        { subject: "ties", of: status, value, unit: dossier.currency, period, tag: `${status}:${period}` },
        { ties: evidence.length },
        evidence,
      ),
    ),
    ...sums.slice(1).map(({ status, value }) =>
      createResult(
        "realisationShare",
        {
          subject: "ties",
          of: status,
          value: exactly((100 * value.value) / total),
          unit: "percent",
          period,
          tag: `${status}:${period}`,
        },
        { total },
        everything,
      ),
    ),
  ];
}

function inCurrency(tie: Tie, { currency, rates }: Dossier): Range | undefined {
  const unit = findUnit(tie.unit, tie.currency);
  if (!tie.amount || !unit || tie.currency === "") return undefined;
  const conversion = findConversion(tie.currency, currency, tie.date.end, rates);
  if (!conversion) return undefined;
  const factor = unit.factor * conversion.factor;
  return { value: tie.amount.value * factor, low: tie.amount.low * factor, high: tie.amount.high * factor };
}
