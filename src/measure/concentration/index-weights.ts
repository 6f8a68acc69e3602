import type { Dossier, Figure } from "../../dossier/index.ts";
import { divideRanges, independentFigures, readKnown } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/** Weights of groups in an index over time, their change, and the latest weight against the share of earnings. */
export function measureIndexWeights(view: Dossier): readonly Result[] {
  const weights = independentFigures(view, ["index_weight_share"]);
  const groups = new Map<string, Figure[]>();
  for (const figure of weights) {
    const key = `${figure.subject}\n${figure.counterparty}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].flatMap((group) => [
    ...group.flatMap((figure) => statedWeight(figure)),
    ...changeOf(view, group),
    ...againstEarnings(view, group),
  ]);
}

function statedWeight(figure: Figure): readonly Result[] {
  if (!figure.amount) return [];
  const { subject, counterparty: of, periodLabel: period, unit, amount: value, id, status, origin } = figure;
  return [
    createResult("indexWeight", { subject, of, value, unit, period, tag: id }, { status, origin }, [id]),
  ];
}

function changeOf(view: Dossier, group: readonly Figure[]): readonly Result[] {
  const [first, last] = [group.at(0), group.at(-1)];
  if (!first || !last || first.period?.end === last.period?.end) return [];
  const [before, after] = [readKnown(view, first), readKnown(view, last)];
  if (!before || !after || before.range.low <= 0) return [];
  const common = { subject: last.subject, of: last.counterparty, unit: "x" };
  const period = `${first.periodLabel}/${last.periodLabel}`;
  return [
    createResult(
      "indexWeightChange",
      { ...common, value: divideRanges(after.range, before.range), period },
      { first: first.periodLabel, last: last.periodLabel },
      [...after.evidence, ...before.evidence],
    ),
  ];
}

/** Nearest weight in time to the stated share of earnings. */
function againstEarnings(view: Dossier, group: readonly Figure[]): readonly Result[] {
  const [{ subject, counterparty: of }] = group;
  return independentFigures(view, ["share_of_index_earnings"], { subject }).flatMap((earnings) => {
    const day = earnings.period?.end ?? 0;
    const distance = (figure: Figure): number => Math.abs((figure.period?.end ?? 0) - day);
    const nearest = group.reduce((best, figure) => (distance(figure) < distance(best) ? figure : best));
    const [weight, share] = [readKnown(view, nearest), readKnown(view, earnings)];
    if (!weight || !share || share.range.low <= 0) return [];
    const value = divideRanges(weight.range, share.range);
    const found = { subject, of, value, unit: "x", period: earnings.periodLabel };
    const inputs = { weight: weight.range.value, earningsShare: share.range.value };
    return [createResult("weightToEarnings", found, inputs, [...weight.evidence, ...share.evidence])];
  });
}
