import { formatNumber, formatReading, type Language } from "../../../text/index.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { type Column, movedNames } from "./columns.ts";
import { say } from "./words.ts";

/** The scenarios of a column; the screen of who pays begins with the first policy. */
export function scenariosOf({ state }: Column, card: ModelCard): readonly string[] {
  const isPolicy = state.screen === "who-pays" && state.scenarios.length === 0;
  return isPolicy ? (card.guide.policies[0]?.scenarios ?? []) : state.scenarios;
}

/** A column by its scenarios. */
export function simulatedTitle(column: Column, card: ModelCard, language: Language): string {
  const labelOf = (name: string): string =>
    card.scenarios.find((one) => one.name === name)?.label[language] ?? name;
  const names = scenariosOf(column, card);
  if (names.length > 0) return names.map(labelOf).join(" + ");
  const still = card.guide.incidence?.against[0];
  return still === undefined ? say(language, "asItStands") : labelOf(still);
}

/** What a column has that not all columns of its model have: moved assumptions, seed, number of runs. */
export function simulatedDifferences(
  column: Column,
  columns: readonly Column[],
  card: ModelCard,
  language: Language,
): readonly string[] {
  const { state } = column;
  const differs = (of: (one: Column) => string | number): boolean => new Set(columns.map(of)).size > 1;
  const moved = movedNames(columns.map((one) => one.state.set));
  const along = new Set(
    card.guide.sliders.flatMap(({ name, also = {} }) => (moved.includes(name) ? Object.keys(also) : [])),
  );
  const own = moved.filter((name) => name in state.set && !along.has(name));
  return [
    ...own.map((name) => assumptionWords(name, state.set[name], card, language)),
    ...(moved.length > 0 && own.length === 0 ? [say(language, "ownValues")] : []),
    ...(differs((one) => one.state.seed) ? [say(language, "seedIs", { seed: state.seed })] : []),
    ...(differs((one) => one.state.runs)
      ? [say(language, "runsAre", { runs: formatNumber(state.runs, language) })]
      : []),
  ];
}

/** An assumption with its value, in the words of its slider. */
function assumptionWords(name: string, value: number, card: ModelCard, language: Language): string {
  const { sliders, money } = card.guide;
  const slider = sliders.find((one) => one.name === name);
  const parameter = card.parameters.find((one) => one.name === name);
  const as = slider?.as ?? "number";
  const unit = as === "number" && parameter && parameter.unit !== "1" ? ` ${parameter.unit}` : "";
  const what = slider?.words[language] ?? parameter?.label[language] ?? name;
  return `${what}: ${formatReading(value, as, language, money)}${unit}`.trim();
}
