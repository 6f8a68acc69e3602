import { type Guide, type MeasuredYear, measureYears, type Run } from "../simulate/index.ts";
import type { Model } from "../model/index.ts";
import { formatNumber } from "../text/index.ts";
import { sayModel } from "./model-words.ts";
import { alignColumns, type Terminal } from "./terminal.ts";

/** The measures of a dossier for every whole year of a run. */
export function measuredYears(model: Model, run: Run, guide: Guide): readonly MeasuredYear[] {
  if (!guide.circuit) return [];
  const { currency: unit, size: scale } = guide.money ?? { currency: "USD", size: 1 };
  return measureYears(model, run, guide.circuit, { unit, scale });
}

/** The same as plain data; ledgers, which are long, stay out. */
export function measuredDocument(years: readonly MeasuredYear[]): readonly object[] {
  return years.map(({ year, circuit, concentration, required }) => ({
    year,
    circuit,
    concentration,
    required,
  }));
}

/** One line a year. */
export function formatMeasuredYears(
  years: readonly MeasuredYear[],
  focus: string,
  terminal: Terminal,
): string {
  const { language } = terminal;
  const say = (key: Parameters<typeof sayModel>[1], values = {}): string => sayModel(terminal, key, values);
  const share = (value: number | undefined): string =>
    value === undefined ? "–" : `${formatNumber(100 * value, language, 1)} %`;
  const rows = years.map(({ year, circuit, concentration, required }) => {
    const find = (measure: string, tag?: string): number | undefined =>
      required.find((result) => result.measure === measure && (tag === undefined || result.of === tag))?.value
        .value;
    const money = (value: number | undefined): string =>
      value === undefined ? "–" : formatNumber(value / 1e9, language, 0);
    const own = circuit.selfFinanced.find(({ actor }) => actor === focus);
    const multiple = find("revenueMultiple", "requiredRepeated");
    return [
      year,
      share(circuit.circulation.shareOfFlow),
      own && own.revenue > 0 ? share(own.proportional / own.revenue) : "–",
      ...Object.values(concentration).map((index) => formatNumber(index, language, 2)),
      money(find("requiredRepeated")),
      money(find("requiredPerpetuity")),
      money(find("reportedRevenue")),
      multiple === undefined ? "–" : formatNumber(multiple, language, 1),
    ];
  });
  const kinds = Object.keys(years[0]?.concentration ?? {}).map((role) => say("concentrationOf", { role }));
  const head = [
    say("year"),
    say("circulation"),
    say("selfFinanced", { focus }),
    ...kinds,
    say("requiredRepeated"),
    say("requiredPerpetuity"),
    say("revenue"),
    say("multiple"),
  ];
  return `${say("measuredYears")}\n\n${alignColumns([head, ...rows], head.map((_, at) => at).slice(1))}\n`;
}
