import { readPeriod } from "../../../core/period.ts";
import { numberColumn, type Table, type TableColumn, textColumn } from "../../../core/table.ts";
import { PlanWords } from "../../../plan/programme/plan-answer.ts";
import type { PlanDocument, Stated } from "../../../plan/programme/plan-document.ts";
import type { Yearly } from "../../../plan/programme/yearly.ts";
import type { Language } from "../../../text/index.ts";
import type { ScreenResults } from "../../results.ts";
import { planCommand } from "../command.ts";
import type { Leave, Leaving, LeavingDocument, LeavingTable } from "../leaving.ts";
import { drawSheet } from "../picture-frame.tsx";
import { hashOfPlan, planPicture } from "../plan-picture.tsx";
import { jsonText } from "../save.ts";
import { say } from "../say.ts";

/** What leaves a plan: its years, needs, limits, prices, or why there is none; its goals, and the call that plans them. */
export function plannedLeaving(
  { view, address, today }: Leave,
  { planned }: Extract<ScreenResults, { readonly kind: "planned" }>,
): Leaving | undefined {
  const { document, goals } = planned;
  if (!document) return undefined;
  const { language, economy, theme } = view.state;
  const stem = `kreislauf-plan-${economy}-${document.objective}-${document.years}`;
  const hash = hashOfPlan(document);
  const content = planPicture(document, view.state, { day: readPeriod(today)?.end });
  const files: readonly LeavingDocument[] = [
    {
      file: "goals.yaml",
      label: say(language, "goalsDocument"),
      type: "application/yaml",
      text: () => jsonText(goals),
    },
    {
      file: `${stem}.json`,
      label: say(language, "planDocument"),
      type: "application/json",
      text: () => jsonText(document),
    },
  ];
  return {
    title: new PlanWords(document, language).title(),
    stem,
    source: [...content.source, address].join(" "),
    hash,
    date: today,
    pictures: [
      {
        name: "sheet",
        label: say(language, "answerPicture"),
        draw: () => drawSheet(content, { address, theme }),
      },
    ],
    tables: plannedTables(document, language),
    documents: files,
    command: planCommand(economy),
    commandNotes: [
      say(language, "saveFirst", { files: "goals.yaml" }),
      say(language, "commandSum", { hash: hash.slice(0, 12) }),
    ],
    canEmbed: true,
    linkNotes: [],
    method: say(language, "methodPlanned", {
      version: document.engine,
      economy: document.economy.id,
      year: document.economy.year,
      objective: document.objective,
      years: document.years,
      solver: document.solver,
    }),
  };
}

/** The tables of a plan; of one that is impossible, why. */
export function plannedTables(document: PlanDocument, language: Language): readonly LeavingTable[] {
  const { yearly } = document;
  const table = (name: string, label: Parameters<typeof say>[1], make: () => Table): LeavingTable => ({
    name,
    label: say(language, label),
    table: make,
  });
  if (!yearly) {
    return [
      table("conflict", "conflictTable", () => conflictTable(document, language)),
      table("ways-out", "relaxationsTable", () => relaxationsTable(document, language)),
    ];
  }
  return [
    table("years", "yearsTable", () => yearsTable(document, yearly)),
    table("needs", "needsTable", () => needsTable(document, yearly, language)),
    table("limits", "bindingTable", () => bindingTable(document, language)),
    table("shadow-prices", "pricesTable", () => shadowPriceTable(document, language)),
    table("products", "productsTable", () => productTable(document, language)),
  ];
}

/** A row a year, the base year as year 0: hours, dangerous hours, every account, investment, imports, stocks. */
function yearsTable(document: PlanDocument, yearly: Yearly): Table {
  const { economy, emissionsAccount, stocks } = document;
  const money = `million ${economy.currency}`;
  const lines: readonly {
    readonly column: TableColumn;
    readonly base?: number;
    readonly values: readonly number[];
  }[] = [
    { column: numberColumn("working_week", "h"), base: document.baseWeek, values: document.workingWeek },
    { column: numberColumn("hours", "million h"), values: yearly.hours },
    {
      column: numberColumn("dangerous_hours", "million h"),
      base: document.baseHazardousHours,
      values: document.hazardousHours,
    },
    { column: numberColumn("injuries"), values: yearly.injuries },
    ...Object.entries(yearly.accounts).map(([id, values]) => {
      const isEmissions = id === emissionsAccount?.id;
      return {
        column: numberColumn(id, isEmissions ? emissionsAccount.unit : ""),
        ...(isEmissions && document.baseEmissions !== undefined && { base: document.baseEmissions }),
        values,
      };
    }),
    { column: numberColumn("investment", money), values: yearly.investment },
    { column: numberColumn("imports", money), values: yearly.imports },
    ...stocks.map(({ id, unit }) => ({ column: numberColumn(id, unit), values: yearly.stocks[id] })),
    { column: numberColumn("hours_saved_by_ai", "million h"), values: yearly.hoursSaved },
  ];
  const years = Array.from({ length: document.years + 1 }, (_, year) => year);
  return {
    columns: [numberColumn("year"), ...lines.map(({ column }) => column)],
    rows: years.map((year) => [
      year,
      ...lines.map(({ base, values }) => (year === 0 ? (base ?? NaN) : values[year - 1])),
    ]),
  };
}

function needsTable({ needs, years, economy }: PlanDocument, yearly: Yearly, language: Language): Table {
  return {
    columns: [
      numberColumn("year"),
      textColumn("need"),
      textColumn("name"),
      numberColumn("fulfilment", "share of the goal"),
      numberColumn("consumption", `million ${economy.currency}`),
    ],
    rows: needs.flatMap(({ id, name }) =>
      Array.from({ length: years }, (_, year) => [
        year + 1,
        id,
        name[language],
        yearly.fulfilment[id][year],
        yearly.consumption[id][year],
      ]),
    ),
  };
}

function bindingTable(document: PlanDocument, language: Language): Table {
  const limits = new PlanWords(document, language).limits();
  return {
    columns: [
      ...["kind", "subject", "limit", "years"].map(textColumn),
      numberColumn("weight", "% of the objective for 1 % more"),
    ],
    rows: document.binding.map(({ kind, subject, years, weight }, index) => [
      kind,
      subject?.id ?? "",
      limits[index].text,
      years.join(" "),
      weight,
    ]),
  };
}

function shadowPriceTable({ shadowPrices }: PlanDocument, language: Language): Table {
  return {
    columns: [
      ...["kind", "subject", "name", "one_more", "in_measure"].map(textColumn),
      numberColumn("brings"),
    ],
    rows: shadowPrices.map(({ unit, measure, brings, ...of }) => [
      ...stated(of, language),
      unit,
      measure,
      brings,
    ]),
  };
}

function productTable({ prices, economy }: PlanDocument, language: Language): Table {
  const unit = `h per 1,000 ${economy.currency}`;
  return {
    columns: [
      textColumn("product"),
      textColumn("name"),
      ...["direct_hours", "labour_value", "plan_price"].map((name) => numberColumn(name, unit)),
    ],
    rows: prices.map(({ id, name, directHours, labourValue, planPrice }) => [
      id,
      name[language],
      directHours,
      labourValue,
      planPrice,
    ]),
  };
}

function conflictTable({ conflict }: PlanDocument, language: Language): Table {
  return {
    columns: ["kind", "subject", "name", "years"].map(textColumn),
    rows: conflict.map((rule) => [...stated(rule, language), rule.years.join(" ")]),
  };
}

function relaxationsTable({ relaxations }: PlanDocument, language: Language): Table {
  return {
    columns: [
      numberColumn("way"),
      ...["kind", "subject", "name"].map(textColumn),
      ...["share", "from", "to"].map((name) => numberColumn(name)),
    ],
    rows: relaxations.flatMap(({ changes }, way) =>
      changes.map(({ share, from, to, ...rule }) => [way + 1, ...stated(rule, language), share, from, to]),
    ),
  };
}

function stated({ kind, subject }: Stated, language: Language): readonly string[] {
  return [kind, subject?.id ?? "", subject?.name[language] ?? ""];
}
