import type { Lever } from "../../../plan/programme/levers.ts";
import { formatNumber, type Language } from "../../../text/index.ts";
import { leverName, leverWords } from "../plan/lever-words.ts";
import { seekWords } from "../plan/plan-levers.tsx";
import { objectives } from "../plan/plan-order-of.ts";
import { say as planSay } from "../plan/say.ts";
import { type Column, movedNames } from "./columns.ts";
import { say } from "./words.ts";

/** A column by what its plan seeks. */
export function plannedTitle({ state }: Column, language: Language): string {
  const objective = objectives.find((one) => one === state.objective) ?? objectives[0];
  return `${planSay(language, "seek")}: ${planSay(language, seekWords[objective])}`;
}

/** What a column has that not all plans of its economy have: goals, limits, assumptions, years. */
export function plannedDifferences(
  column: Column,
  columns: readonly Column[],
  levers: readonly Lever[],
  language: Language,
): readonly string[] {
  const { goals, years } = column.state;
  const moved = new Set(
    movedNames(columns.map(({ state }) => state.goals)).map((name) => name.replace(/^give\./, "")),
  );
  const own = levers.filter(({ id }) => moved.has(id) && (id in goals || `give.${id}` in goals));
  const isYears = new Set(columns.map(({ state }) => state.years)).size > 1;
  return [
    ...own.map((lever) => `${leverName(lever, language)}: ${leverWords(lever, goals, language)}`),
    ...(moved.size > 0 && own.length === 0 ? [say(language, "ownGoals")] : []),
    ...(isYears ? [say(language, "yearsAre", { years: formatNumber(years, language) })] : []),
  ];
}
