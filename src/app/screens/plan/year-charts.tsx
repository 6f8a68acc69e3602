import type { JSX } from "preact";
import { YearChart } from "../../../chart/index.ts";
import type { PlanDocument } from "../../../plan/programme/plan-document.ts";
import { planSeries, type YearSeries } from "../../../plan/programme/plan-series.ts";
import { fittingDecimals, formatNumber, type Language } from "../../../text/index.ts";
import { NumberTable } from "../../parts/number-table.tsx";
import { appText } from "../../words.ts";
import { say } from "./say.ts";

/**
 * Emissions, dangerous work and AI computers of a plan, each over the years; the working week, which stands beside the
 * answer, is in the table.
 */
export function YearCharts(props: {
  readonly document: PlanDocument;
  readonly language: Language;
}): JSX.Element {
  const { document, language } = props;
  const series = planSeries(document);
  return (
    <section aria-labelledby="plan-years">
      <h2 id="plan-years">{say(language, "yearsHeading")}</h2>
      <div class="year-charts">
        {series.slice(1).map((line) => (
          <YearFigure key={line.id} {...{ line, language }} years={document.years} />
        ))}
      </div>
      <details>
        <summary>{appText(language, "table")}</summary>
        <NumberTable
          label={say(language, "yearsHeading")}
          heads={[say(language, "year"), ...series.map((line) => titleOf(line, language))]}
          rows={[
            [
              say(language, "today"),
              ...series.map((line) => (line.base === undefined ? "" : wordsOf(line, language)(line.base))),
            ],
            ...document.workingWeek.map((_, index) => [
              index + 1,
              ...series.map((line) => wordsOf(line, language)(line.values[index])),
            ]),
          ]}
        />
      </details>
    </section>
  );
}

/** One line of a plan, with the level of today. */
export function YearFigure(props: {
  readonly line: YearSeries;
  readonly language: Language;
  readonly years: number;
}): JSX.Element {
  const { line, language, years } = props;
  return (
    <figure class="year-figure">
      <h3>{lineInWords(line, years, language)}</h3>
      <LineOverYears {...{ line, language, years }} id={`plan-${line.id}`} width={340} height={190} />
    </figure>
  );
}

export interface LineOverYearsProps {
  readonly line: YearSeries;
  readonly language: Language;
  readonly years: number;
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** One line of a plan as a chart. */
export function LineOverYears(props: LineOverYearsProps): JSX.Element {
  const { line, language, years, id, width, height } = props;
  return (
    <YearChart
      base={line.base}
      values={line.values}
      title={titleOf(line, language)}
      description={lineInWords(line, years, language)}
      words={wordsOf(line, language)}
      today={say(language, "today")}
      {...{ id, width, height }}
    />
  );
}

/** From where to where a line goes, in words. */
export function lineInWords(line: YearSeries, years: number, language: Language): string {
  const words = wordsOf(line, language);
  return say(language, line.base === undefined ? "chartFindingNew" : "chartFinding", {
    title: titleOf(line, language),
    from: words(line.values[0]),
    to: words(line.values[years - 1]),
    year: years,
    base: words(line.base ?? NaN),
  });
}

/** What a line shows, with its unit. */
export function titleOf({ id, subject, unit }: YearSeries, language: Language): string {
  const name = subject?.name[language] ?? "";
  switch (id) {
    case "week":
      return say(language, "chartWeek");
    case "hazard":
      return say(language, "chartHazard");
    case "emissions":
      return say(language, "chartEmissions", { name, unit: unitWords(unit) });
    case "compute":
      return say(language, "chartCompute", { name, unit });
  }
}

/** How a value of a line is written, at the line and in the table. */
export function wordsOf({ id, values }: YearSeries, language: Language): (value: number) => string {
  const largest = Math.max(...values);
  return (value) => {
    if (id === "week") {
      const decimals = Number.isInteger(value) ? 0 : 1;
      return say(language, "hours", { hours: formatNumber(value, language, decimals) });
    }
    return formatNumber(value, language, largest >= 100 ? 0 : Math.max(0, fittingDecimals(value)));
  };
}

function unitWords(unit: string): string {
  return unit.replace("CO2", "CO₂");
}
