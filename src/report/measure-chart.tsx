import type { JSX } from "preact";
import { chartText, DotPlot, LineChart, StackedBars } from "../chart/index.ts";
import type { Result } from "../measure/index.ts";
import { describeMethod, formatQuantity } from "../text/index.ts";
import { nameSubject } from "./finding.tsx";
import { type Page, periodInWords } from "./subject.ts";

/** Rows of the dot plot; the dossier names its chief subjects first. */
const mostRows = 8;

interface Props {
  readonly page: Page;
  readonly results: readonly Result[];
}

/** The picture of a measure that has one, with a word on how to read it. */
export function MeasureChart(props: Props): JSX.Element | undefined {
  const chart = chartOfMeasure(props);
  return (
    chart && (
      <figure>
        {chart}
        <figcaption>{props.page.say("chartNote")}</figcaption>
      </figure>
    )
  );
}

/** The chart of a measure that has one: weights over time, what became of announcements, ratios side by side. */
export function chartOfMeasure(props: Props): JSX.Element | undefined {
  if (props.results.length < 2) return undefined;
  const charts: Readonly<Record<string, (props: Props) => JSX.Element>> = {
    indexWeight: Weights,
    realisationSum: Realisation,
    priceEarnings: Ratios,
  };
  const { measure } = props.results[0];
  const Chart = Object.hasOwn(charts, measure) ? charts[measure] : undefined;
  return Chart && <Chart {...props} />;
}

function Weights({ page, results }: Props): JSX.Element {
  const nameOf = (result: Result): string => nameSubject(page, result.subject);
  return (
    <LineChart
      title={titleOf({ page, results })}
      lines={groupBy(results, nameOf).map(([name, group]) => ({
        name,
        points: group.map(({ period, value, unit }) => ({
          period,
          value: value.value,
          words: formatQuantity(value.value, unit, page.language),
        })),
      }))}
    />
  );
}

function Realisation({ page, results }: Props): JSX.Element {
  const kinds = ["paid", "contracted", "announced"] as const;
  const legend = Object.fromEntries(kinds.map((kind) => [kind, chartText(page.language, kind)]));
  return (
    <StackedBars
      title={titleOf({ page, results })}
      legend={legend as Record<(typeof kinds)[number], string>}
      bars={groupBy(results, ({ period }) => period).map(([period, group]) => ({
        name: periodInWords(page, period),
        parts: kinds.flatMap((kind) =>
          group
            .filter(({ of }) => of === kind)
            .map(({ value, unit }) => ({
              kind,
              value: value.value,
              words: formatQuantity(value.value, unit, page.language),
            })),
        ),
      }))}
    />
  );
}

function Ratios({ page, results }: Props): JSX.Element {
  const nameOf = ({ subject, of }: Result): string =>
    [subject, of].flatMap((id) => (id === undefined ? [] : [nameSubject(page, id)])).join(", ");
  return (
    <DotPlot
      title={titleOf({ page, results })}
      rows={groupBy(results, nameOf)
        .slice(0, mostRows)
        .map(([name, group]) => ({
          name,
          dots: group.map(({ value, unit, origin }) => ({
            range: value,
            words: formatQuantity(value.high, unit, page.language),
            hollow: origin === "article",
          })),
        }))}
    />
  );
}

function titleOf({ page, results }: Props): string {
  return describeMethod(results[0].measure, page.language).name;
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
