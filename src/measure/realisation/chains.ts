import { sameDimension } from "../../core/unit.ts";
import { formatDay } from "../../core/period.ts";
import { type Dossier, quantityOf, type Tie } from "../../dossier/index.ts";
import type { Range } from "../../ledger/ledger.ts";
import { divideRanges, scaleRange } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/**
 * What became of each agreement that was replaced: the sum of what stands at the end of its chain over the first amount.
 * A lapsed end counts as nothing. `dossier` holds all rows, replaced ones too; only what was known at `asOf` counts.
 */
export function measureChains(dossier: Dossier, asOf: number): readonly Result[] {
  const ties = dossier.ties.filter((tie) => tie.date.end <= asOf);
  return [...chainsOfTies(ties), ...chainsOfFigures(dossier, asOf)];
}

function chainsOfTies(ties: readonly Tie[]): readonly Result[] {
  const after = new Map<string, Tie[]>();
  for (const tie of ties) {
    for (const id of tie.replaces) after.set(id, [...(after.get(id) ?? []), tie]);
  }
  const roots = ties.filter((tie) => tie.replaces.length === 0 && after.has(tie.id));
  return roots.flatMap((root) => {
    const chain = [root];
    for (const tie of chain) chain.push(...(after.get(tie.id) ?? []).filter((next) => !chain.includes(next)));
    const ends = chain.filter((tie) => !after.has(tie.id));
    const amounts = ends.map((tie) => (tie.status === "lapsed" ? nothing(root) : comparable(tie, root)));
    const first = quantityOf(root);
    if (!first || first.low <= 0 || amounts.includes(undefined)) return [];
    const sum = amounts.reduce<Range>((total, amount) => (amount ? addRanges(total, amount) : total), zero);
    const value = scaleRange(divideRanges(sum, first), 100);
    const last = ends.reduce((latest, tie) => (tie.date.end > latest.date.end ? tie : latest));
    const inputs = {
      first: root.status,
      last: [...new Set(ends.map((tie) => tie.status))].join(", "),
      announced: first.value,
      remaining: sum.value,
    };
    const period = `${formatDay(root.date.end)}/${formatDay(last.date.end)}`;
    const found = { subject: root.from, of: root.to, value, unit: "percent", period, tag: root.id };
    return [
      createResult(
        "realisationChain",
        found,
        inputs,
        chain.flatMap((tie) => [tie.id, ...tie.figures]),
      ),
    ];
  });
}

const zero: Range = { value: 0, low: 0, high: 0 };

function addRanges(a: Range, b: Range): Range {
  return { value: a.value + b.value, low: a.low + b.low, high: a.high + b.high };
}

function nothing(root: Tie): Range | undefined {
  return quantityOf(root) && zero;
}

function comparable(tie: Tie, root: Tie): Range | undefined {
  const [own, first] = [quantityOf(tie), quantityOf(root)];
  return own && first && tie.currency === root.currency && sameDimension(own.dimension, first.dimension)
    ? own
    : undefined;
}

/** Figures that supersede each other and stand for no tie of their own: a total that was cut. */
function chainsOfFigures(dossier: Dossier, asOf: number): readonly Result[] {
  const byId = new Map(dossier.figures.map((figure) => [figure.id, figure]));
  const behindTies = new Set(dossier.ties.flatMap((tie) => tie.figures));
  return dossier.figures.flatMap((figure) => {
    const before = byId.get(figure.replaces);
    if (!before || figure.known > asOf || behindTies.has(figure.id) || before.status !== "announced")
      return [];
    const [now, first] = [quantityOf(figure), quantityOf(before)];
    if (!now || !first || first.low <= 0 || !sameDimension(now.dimension, first.dimension)) return [];
    if (figure.currency !== before.currency) return [];
    const value = scaleRange(divideRanges(now, first), 100);
    const inputs = {
      first: before.status,
      last: figure.status,
      announced: first.value,
      remaining: now.value,
    };
    const period = `${before.periodLabel}/${figure.periodLabel}`;
    const found = { subject: figure.subject, of: figure.counterparty, value, unit: "percent", period };
    return [createResult("realisationChain", { ...found, tag: before.id }, inputs, [before.id, figure.id])];
  });
}
