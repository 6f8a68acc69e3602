import type { Dossier } from "../../dossier/index.ts";
import { exactly, latestFigures } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";
import { herfindahl, topShare } from "./herfindahl.ts";

/** How many firms count as the largest. */
export const marketValueDefaults = { top: 3 } as const;

/** How concentrated market value is among the firms of the dossier: share of the largest, HHI, effective number. */
export function measureMarketValue(
  view: Dossier,
  options: { readonly top?: number } = {},
): readonly Result[] {
  const { top } = { ...marketValueDefaults, ...options };
  const actors = new Set(view.actors.map((actor) => actor.id));
  const values = [...latestFigures(view, ["market_cap"], { reported: true })].filter(
    ([subject, known]) => actors.has(subject) && known.figure.currency === view.currency,
  );
  if (values.length < 2) return [];
  const amounts = values.map(([, known]) => known.range.value);
  const evidence = values.flatMap(([, known]) => known.evidence);
  const inputs = { firms: values.map(([subject]) => subject).join(", ") };
  const days = values.map(([, known]) => known.figure.periodLabel).sort();
  const common = { subject: "firms", of: "market_cap", period: `${days.at(0)}/${days.at(-1)}` };
  const index = herfindahl(amounts);
  return [
    createResult(
      "topShare",
      { ...common, value: exactly(100 * topShare(amounts, top)), unit: "percent" },
      { ...inputs, top },
      evidence,
    ),
    createResult("herfindahl", { ...common, value: exactly(index), unit: "1" }, inputs, evidence),
    createResult(
      "effectiveNumber",
      { ...common, value: exactly(1 / index), unit: "firms" },
      inputs,
      evidence,
    ),
  ];
}
