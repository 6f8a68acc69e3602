import { type Model, nameOfPeriod } from "../model/index.ts";
import type { EnsembleSummary, Frequency, RankCorrelation, ScenarioSummary } from "../simulate/index.ts";
import { ensembles as german } from "../text/de/ensembles.ts";
import { ensembles as english } from "../text/en/ensembles.ts";
import { fill, formatNumber } from "../text/index.ts";
import { formatSignificant } from "./significant.ts";
import { alignColumns, type Terminal } from "./terminal.ts";

const correlationsShown = 5;

type Say = (key: keyof typeof english, values?: Readonly<Record<string, string | number>>) => string;

/** An ensemble's summary as text: how often, when first, how much, what it goes with, and what that does not mean. */
export function writeEnsembleFindings(
  summary: EnsembleSummary,
  model: Pick<Model, "calendar" | "title" | "name">,
  { language }: Pick<Terminal, "language">,
): string {
  const say: Say = (key, values = {}) => fill((language === "de" ? german : english)[key], values);
  const number = (value: number): string => formatSignificant(value, language);
  const percent = ({ share, error }: Frequency): Readonly<Record<string, string>> => ({
    share: formatNumber(share * 100, language),
    error: formatNumber(Math.max(1, Math.round(error * 100)), language),
  });
  const { plan } = summary;
  const periods = `difference-${model.calendar.length}` as const;
  const blocks = [
    say("title", {
      model: model.title[language] || model.name,
      runs: formatNumber(plan.runs, language),
      seed: plan.seed,
      design: say(plan.design.kind === "plain" ? "design-plain" : "design-latin-hypercube"),
    }),
  ];
  for (const scenario of summary.scenarios) {
    blocks.push(...describeScenario(scenario));
  }
  for (const { scenario, against, amounts, conditions, paths } of summary.differences) {
    const last = plan.periods;
    const rows = [
      ...conditions.map(({ name, here, there }) => [
        name,
        say("conditionDifference", { here: percent(here)["share"], there: percent(there)["share"] }),
      ]),
      ...[...amounts, ...paths.map(({ name, periods }) => ({ name, ...periods[last] }))].map(
        ({ name, quantiles }) => [name, spread(quantiles, isDate(name) ? periods : "difference")],
      ),
    ];
    if (rows.length > 0) blocks.push(section(say("differences", { scenario, against }), rows));
  }
  blocks.push(say("meaning"));
  return `${blocks.join("\n\n")}\n`;

  function isDate(name: string): boolean {
    return plan.outcomes.some((outcome) => outcome.name === name && outcome.reading === "date");
  }

  function spread(quantiles: readonly number[], as: number | keyof typeof english): string {
    const [, low, , middle, , high] = quantiles.map(number);
    if (typeof as === "string") return say(as, { low, middle, high });
    return say("amount", { low, middle, high, central: number(as) });
  }

  function describeScenario(scenario: ScenarioSummary): readonly string[] {
    const { conditions, firstPassages, amounts, paths } = scenario;
    const parts = [say("scenario", { name: scenario.name })];
    if (scenario.failed > 0) {
      parts.push(say("failed", { failed: scenario.failed, runs: formatNumber(plan.runs, language) }));
    }
    if (conditions.length > 0) {
      const rows = conditions.flatMap(({ name, frequency, bands }) => [
        [name, say("frequency", percent(frequency))],
        ...bands.flatMap(({ parameter, bands: list }) =>
          list.map(({ low, high, frequency: inside }) => [
            `  ${say("within", { parameter, low: number(low), high: number(high) })}`,
            say("frequency", percent(inside)),
          ]),
        ),
      ]);
      parts.push(section(say("conditions"), rows));
    }
    if (firstPassages.length > 0) {
      const rows = firstPassages.map(({ name, frequency, dates }) => {
        const [, early, , middle, , late] = dates;
        const when = dates.length === 0 ? say("never") : say("passage", { early, middle, late });
        return [name, say("frequency", percent(frequency)), when];
      });
      parts.push(section(say("passages"), rows));
    }
    if (amounts.length > 0) {
      const rows = amounts.map(({ name, quantiles, central }) => [name, spread(quantiles, central)]);
      parts.push(section(say("amounts"), rows));
    }
    if (paths.length > 0) {
      const rows = paths.map(({ name, periods, central }) => [
        name,
        spread(periods[plan.periods].quantiles, central[plan.periods]),
      ]);
      parts.push(section(say("paths", { date: nameOfPeriod(model.calendar, plan.periods) }), rows));
    }
    const related = [...conditions, ...firstPassages, ...amounts].filter(
      ({ correlations }) => correlations.length > 0,
    );
    if (related.length > 0) {
      const rows = related.map(({ name, correlations }) => [name, describeCorrelations(correlations)]);
      parts.push(section(say("correlations"), rows));
    }
    return parts;
  }

  function describeCorrelations(correlations: readonly RankCorrelation[]): string {
    return correlations
      .slice(0, correlationsShown)
      .map(({ parameter, correlation }) => `${parameter} ${formatNumber(correlation, language, 2)}`)
      .join(", ");
  }
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  return `${title}\n${alignColumns(rows).replace(/^(?=.)/gm, "  ")}`;
}
