import { formatDay } from "../core/period.ts";
import type { Outcome, Problem } from "../core/problem.ts";
import { findUnit } from "../core/unit.ts";
import type { Flow, Holding, Ledger, Range } from "../ledger/ledger.ts";
import { createProblem } from "../text/problem.ts";
import { findConversion } from "./currency.ts";
import type { Dossier, Tie } from "./dossier.ts";
import { viewDossier } from "./vintage.ts";

/**
 * The ledger of what was known at a date: every tie with an amount of money as a flow in whole units of one
 * currency, every stake with a share as a holding. A tie without dates, or in a currency without a rate near its
 * date, is left out with a warning; ties without a money amount are listed by `unpricedTies`.
 */
export function ledgerOf(
  dossier: Dossier,
  options: { readonly asOf?: number; readonly currency?: string } = {},
): Outcome<Ledger> {
  const asOf = options.asOf ?? dossier.asOf;
  const currency = options.currency ?? dossier.currency;
  const view = viewDossier(dossier, { asOf });
  const problems: Problem[] = [];
  const flows = view.ties.flatMap((tie) => flowOf(tie, dossier, currency, problems));
  const present = new Set(flows.map((flow) => flow.id));
  return {
    value: {
      id: dossier.id,
      actors: view.actors,
      // An earmark whose fund is not known (yet), or has no amount, ties nothing.
      flows: flows.map((flow) => (flow.earmark && !present.has(flow.earmark) ? withoutEarmark(flow) : flow)),
      holdings: view.ties.flatMap((tie) => holdingOf(tie, dossier, currency)),
      asOf,
    },
    problems,
  };
}

function flowOf(tie: Tie, dossier: Dossier, currency: string, problems: Problem[]): readonly Flow[] {
  if (!tie.amount || tie.currency === "") return [];
  const leave = (code: "tie-without-dates" | "no-rate", values: Record<string, string>): readonly Flow[] => {
    problems.push(createProblem(code, tie.where, { id: tie.id, ...values }, { severity: "warning" }));
    return [];
  };
  if (!tie.term) return leave("tie-without-dates", {});
  const amount = inCurrency(tie.amount, tie, dossier, currency);
  if (!amount) return leave("no-rate", { from: tie.currency, to: currency, day: formatDay(tie.date.end) });
  const total = tie.schedule.reduce((sum, part) => sum + part.amount, 0);
  return [
    {
      id: tie.id,
      from: tie.from,
      to: tie.to,
      instrument: tie.kind,
      amount,
      unit: currency,
      period: tie.term,
      status: tie.status,
      evidence: [...tie.figures, ...tie.sources],
      ...(total > 0 && {
        schedule: tie.schedule.map((part) => ({ period: part.period, share: part.amount / total })),
      }),
      ...(tie.earmark && { earmark: tie.earmark }),
      ...(tie.total && { total: tie.total }),
      ...(tie.datesBasis === "assumed" && { assumedDates: true }),
    },
  ];
}

function holdingOf(tie: Tie, dossier: Dossier, currency: string): readonly Holding[] {
  if (tie.share === undefined) return [];
  const issued = tie.kind === "warrant";
  const amount = tie.amount && tie.currency ? inCurrency(tie.amount, tie, dossier, currency) : undefined;
  return [
    {
      id: tie.id,
      holder: issued ? tie.to : tie.from,
      issuer: issued ? tie.from : tie.to,
      instrument: tie.kind,
      share: tie.share,
      unit: currency,
      day: tie.date.end,
      status: tie.status,
      evidence: [...tie.figures, ...tie.sources],
      ...(amount && { amount }),
      ...(tie.rank !== undefined && { rank: tie.rank }),
    },
  ];
}

function inCurrency(amount: Range, tie: Tie, dossier: Dossier, currency: string): Range | undefined {
  const unit = findUnit(tie.unit, tie.currency);
  const conversion = findConversion(tie.currency, currency, tie.date.end, dossier.rates);
  if (!unit || !conversion) return undefined;
  const factor = unit.factor * conversion.factor;
  return { value: amount.value * factor, low: amount.low * factor, high: amount.high * factor };
}

function withoutEarmark(flow: Flow): Flow {
  const { earmark: _, ...rest } = flow;
  return rest;
}
