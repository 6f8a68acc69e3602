import { PlanWords } from "../../../plan/programme/plan-answer.ts";
import type { PlanDocument } from "../../../plan/programme/plan-document.ts";
import { averageWeek, needLevels } from "../../../plan/programme/plan-series.ts";
import { formatNumber, formatShare, type Language } from "../../../text/index.ts";
import { say as planSay } from "../plan/say.ts";
import { type Cell, type Row, withSign } from "./comparison-table.tsx";
import { say } from "./words.ts";

type Documents = readonly PlanDocument[];

const shownLimits = 4;

/** What the plans come to, as numbers. */
export function numberRows(documents: Documents, language: Language): readonly Row[] {
  const row = (name: string, of: (document: PlanDocument) => Cell | string): Row => ({
    name,
    cells: documents.map((document) => (document.yearly ? of(document) : "–")),
  });
  const hours = (value: number): string =>
    planSay(language, "hours", { hours: formatNumber(value, language, 1) });
  const against = (value: number, base: number | undefined, decimals = 0): Cell => ({
    text: formatNumber(value, language, decimals),
    note: base === undefined || base === 0 ? undefined : withSign(formatShare(value / base - 1, language)),
  });
  const { emissionsAccount: account, baseHazardousHours } = documents[0];
  return [
    row(say(language, "planWeekLast"), ({ workingWeek, years, baseWeek }) => ({
      text: hours(workingWeek[years - 1]),
      note: planSay(language, "todayIs", { level: hours(baseWeek) }),
    })),
    row(say(language, "planWeekMean"), (document) => hours(averageWeek(document))),
    ...(account
      ? [
          row(
            say(language, "planEmissions", { name: `${account.name[language]} (${account.unit})` }),
            ({ emissions, years, baseEmissions }) => against(emissions[years - 1], baseEmissions),
          ),
        ]
      : []),
    ...(baseHazardousHours > 0
      ? [
          row(say(language, "planHazard"), ({ hazardousHours, years, baseHazardousHours: base }) =>
            against(hazardousHours[years - 1], base),
          ),
        ]
      : []),
  ];
}

/** What everybody gets of each need at the end. */
export function needRows(documents: Documents, language: Language): readonly Row[] {
  const levels = documents.map(needLevels);
  return documents[0].needs.map(({ id, name }) => ({
    name: name[language],
    cells: levels.map((needs) => {
      const level = needs.find((need) => need.id === id);
      return level ? formatShare(level.reached, language) : "–";
    }),
  }));
}

/** What binds in a possible plan and what clashes in an impossible one, in words. */
export function reasonRows(documents: Documents, language: Language): readonly Row[] {
  const words = documents.map((document) => new PlanWords(document, language));
  const binding = words.map((one, place) =>
    one
      .limits()
      .filter((_, index) => !["target", "floor"].includes(documents[place].binding[index].kind))
      .slice(0, shownLimits)
      .map(({ text, years }) => `${text} (${years})`)
      .join("; "),
  );
  const conflict = words.map((one, place) => (documents[place].yearly ? "" : one.conflict().join("; ")));
  const rows = [
    { name: say(language, "planVerdict"), cells: words.map((one) => one.headline()) },
    { name: say(language, "planBinds"), cells: binding.map((text) => text || "–") },
    { name: say(language, "planConflict"), cells: conflict.map((text) => text || "–") },
  ];
  return rows.filter(({ cells }) => cells.some((cell) => cell !== "–"));
}

/** How far each plan is from breaking a rule or missing the best, by our own arithmetic. */
export function proofRows(documents: Documents, language: Language): readonly Row[] {
  const relative = (value: number | undefined): string =>
    value === undefined ? "–" : value.toExponential(0);
  return [
    {
      name: say(language, "planViolation"),
      cells: documents.map(({ certificate }) => relative(certificate?.primalViolation)),
    },
    { name: say(language, "planGap"), cells: documents.map(({ certificate }) => relative(certificate?.gap)) },
  ];
}
