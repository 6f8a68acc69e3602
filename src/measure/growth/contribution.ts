import type { Dossier, Figure } from "../../dossier/index.ts";
import type { Range } from "../../ledger/ledger.ts";
import { divideRanges, exactly, independentFigures, readKnown, scaleRange } from "../known-figure.ts";
import type { About, Result } from "../measurement.ts";
import { createResult } from "../method.ts";

export interface ContributionOptions {
  /** Imported part of AI investment, 0 to 1. Default: the stated share, or that of computing equipment in the cost. */
  readonly importShare?: number;
}

const contribution = /^contribution/;
const growthOf = /^(real_growth|gdp_real_growth)/;
const shareOf = /^share_of_growth/;

/** Contributions of AI investment to growth, in points and as a share, gross and net of imports, article included. */
export function measureGrowth(view: Dossier, options: ContributionOptions = {}): readonly Result[] {
  const named = (pattern: RegExp): readonly Figure[] =>
    view.figures.filter((figure) => pattern.test(figure.measure) && figure.amount && figure.period);
  const imports = importShare(view, options);
  return [
    ...named(contribution).flatMap((figure) => fromContribution(view, figure, named(growthOf), imports)),
    ...named(shareOf).flatMap((figure) => fromShare(view, figure, imports)),
  ];
}

interface ImportShare {
  readonly range: Range;
  readonly evidence: readonly string[];
  readonly basis: string;
}

/** As an option or figure says; else anything from nothing up to all computing equipment, and that as the value. */
function importShare(view: Dossier, { importShare: given }: ContributionOptions): ImportShare | undefined {
  if (given !== undefined) return { range: exactly(given), evidence: [], basis: "option" };
  const first = (measures: readonly string[]): Figure | undefined =>
    independentFigures(view, measures).at(-1);
  const stated = first(["import_share", "imported_share"]);
  const known = stated && readKnown(view, stated);
  if (known) return { range: known.range, evidence: known.evidence, basis: "stated" };
  const equipment = first(["compute_and_network_share"]);
  const all = equipment && readKnown(view, equipment);
  return all && { range: { ...all.range, low: 0 }, evidence: all.evidence, basis: "all-computing-imported" };
}

function fromContribution(
  view: Dossier,
  figure: Figure,
  growths: readonly Figure[],
  imports: ImportShare | undefined,
): readonly Result[] {
  const points = readKnown(view, figure);
  if (!points) return [];
  const gross = scaleRange(points.range, 100);
  const common = {
    subject: figure.subject,
    of: figure.counterparty,
    period: figure.periodLabel,
    tag: figure.id,
  };
  const same = growths.filter(
    (candidate) =>
      candidate.period?.start === figure.period?.start && candidate.period?.end === figure.period?.end,
  );
  // The article's own growth rate is the denominator of its claim, if nobody else states one for these months.
  const growth = same.find((candidate) => candidate.origin !== "article") ?? same.at(0);
  const whole = growth && readKnown(view, growth);
  const share =
    whole && whole.range.low > 0 ? scaleRange(divideRanges(points.range, whole.range), 100) : undefined;
  const evidence = [figure.id, ...(whole?.evidence ?? [])];
  return [
    createResult("growthContribution", { ...common, value: gross, unit: "pp" }, { imports: "gross" }, [
      figure.id,
    ]),
    ...(share
      ? [
          createResult(
            "growthShare",
            { ...common, value: share, unit: "percent" },
            { imports: "gross" },
            evidence,
          ),
        ]
      : []),
    ...netOf("growthNet", { ...common, unit: "pp" }, gross, [figure.id], imports),
    ...(share ? netOf("growthShareNet", { ...common, unit: "percent" }, share, evidence, imports) : []),
  ];
}

function fromShare(view: Dossier, figure: Figure, imports: ImportShare | undefined): readonly Result[] {
  const known = readKnown(view, figure);
  if (!known) return [];
  const share = scaleRange(known.range, 100);
  const common = {
    subject: figure.subject,
    of: figure.counterparty,
    unit: "percent",
    period: figure.periodLabel,
    tag: figure.id,
  };
  const inputs: About["inputs"] = { imports: "gross", origin: figure.origin };
  return [
    createResult("growthShare", { ...common, value: share }, inputs, [figure.id]),
    ...netOf("growthShareNet", common, share, [figure.id], imports),
  ];
}

function netOf(
  method: "growthNet" | "growthShareNet",
  common: Pick<Result, "subject" | "unit" | "period"> & { readonly of: string; readonly tag: string },
  gross: Range,
  evidence: readonly string[],
  imports: ImportShare | undefined,
): readonly Result[] {
  if (!imports) return [];
  const { range, basis } = imports;
  const value = {
    value: gross.value * (1 - range.value),
    low: gross.low * (1 - range.high),
    high: gross.high * (1 - range.low),
  };
  const inputs = { importShare: range.value, basis };
  return [createResult(method, { ...common, value }, inputs, [...evidence, ...imports.evidence])];
}
