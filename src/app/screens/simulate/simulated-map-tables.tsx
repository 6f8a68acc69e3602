import type { JSX } from "preact";
import { chartText, type LoopMapSeries } from "../../../chart/index.ts";
import { formatMoney, formatShare } from "../../../text/index.ts";
import { NumberTable } from "../../parts/number-table.tsx";
import { useView } from "../../view.ts";
import type { MapYear } from "../../worker/simulated-map-job.ts";
import { say } from "./words.ts";

/** The payments that a map of one year draws, the largest first. */
export function MapPayments(props: {
  readonly year: string;
  readonly series: LoopMapSeries;
  /** Where the links of the map lead. */
  readonly id: string;
}): JSX.Element {
  const { year, series, id } = props;
  const { language } = useView().state;
  const names = new Map(series.actors.map((actor) => [actor.id, actor.name]));
  const order = [...series.ribbons].sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
  const head = ["from", "to", "kind", "amount", "ofItCertain", "ofItExpected"] as const;
  return (
    <Table
      title={say(language, "mapOverTimePayments", { year })}
      id={id}
      head={head.map((key) => chartText(language, key))}
      words={[1, 2]}
      rows={order.map(({ from, to, kind, amount, certain, expected }) => [
        names.get(from) ?? from,
        names.get(to) ?? to,
        chartText(language, kind),
        ...[amount, certain, expected].map((value) => formatMoney(value, series.unit, language)),
      ])}
    />
  );
}

/** What the map of every year comes to. */
export function MapYears(props: { readonly years: readonly MapYear[]; readonly focus: string }): JSX.Element {
  const { years, focus } = props;
  const { language } = useView().state;
  const name = years[0].ledger.actors.find(({ id }) => id === focus)?.name[language] ?? focus;
  const head = ["Year", "Total", "Share", "Revenue", "Certain", "Expected", "Possible"] as const;
  return (
    <Table
      title={say(language, "mapOverTimeYears")}
      id="simulated-years"
      head={head.map((key) => say(language, `mapOverTime${key}`, { focus: name }))}
      words={[]}
      rows={years.map(({ year, circuit }) => {
        const own = circuit.selfFinanced.find(({ actor }) => actor === focus);
        const money = (amount: number | undefined): string =>
          amount === undefined ? "–" : formatMoney(amount, circuit.unit, language);
        return [
          year,
          money(circuit.totalFlow),
          formatShare(circuit.circulation.shareOfFlow, language),
          ...[own?.revenue, own?.certain, own?.proportional, own?.possible].map(money),
        ];
      })}
    />
  );
}

function Table(props: {
  readonly title: string;
  readonly id: string;
  readonly head: readonly string[];
  /** Columns with words, besides the first. */
  readonly words: readonly number[];
  readonly rows: readonly (readonly string[])[];
}): JSX.Element {
  const { title, id, head, words, rows } = props;
  return (
    <details>
      <summary>{title}</summary>
      <NumberTable label={title} heads={head} {...{ id, words, rows }} />
    </details>
  );
}
