import type { JSX } from "preact";
import { PayerBars } from "../../../chart/index.ts";
import type { GuideIncidence, WhoPays, WhoPaysRanges } from "../../../simulate/index.ts";
import { formatNumber, formatReading, type Language } from "../../../text/index.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { titleOfGroup } from "./group-title.ts";
import { say } from "./words.ts";

export interface PayerChart {
  readonly id: string;
  readonly title: string;
  /** What the bars add up to. */
  readonly sum: string;
  readonly chart: JSX.Element;
}

export interface PayerChartsProps {
  readonly card: ModelCard;
  readonly guide: GuideIncidence;
  readonly found: WhoPays;
  /** The same under the first policy, drawn as a mark. */
  readonly before: WhoPays | undefined;
  /** Where each value lies in eight of ten runs, drawn as a line. */
  readonly ranges?: WhoPaysRanges | undefined;
  readonly language: Language;
  readonly prefix?: string;
}

/** One chart a kind of payment, on two scales: payments, and wealth. */
export function payerCharts(props: PayerChartsProps): readonly PayerChart[] {
  const { card, guide, found, before, ranges, language, prefix = "who" } = props;
  const words = (value: number): string =>
    (value > 0 ? "+" : "") + formatReading(value, "money", language, card.guide.money);
  const payments = new Set(guide.groups.map(({ id }) => id));
  const largest = (isPayment: boolean): number =>
    [found, before ?? found]
      .flatMap(({ groups }) => groups)
      .filter(({ id }) => payments.has(id) === isPayment)
      .flatMap(({ id, values }) => [
        ...values,
        ...(ranges?.[id]?.flatMap(({ low, high }) => [low, high]) ?? []),
      ])
      .reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const most = { true: largest(true), false: largest(false) };
  return found.groups.map((group) => {
    const old = before?.groups.find(({ id }) => id === group.id);
    const bars = found.payers.map(({ id, label }, place) => ({
      id,
      name: label[language],
      value: group.values[place],
      before: old?.values[place],
      range: ranges?.[group.id]?.[place],
    }));
    const isOpen = group.id === "real" || group.id === "worth";
    const title = findingOf(titleOfGroup(group.id, guide, language), bars, words);
    return {
      id: group.id,
      title,
      sum: say(language, isOpen ? "addsToCapital" : "addsTo", {
        total: isOpen ? words(group.total) : formatNumber(group.total, language, 2),
      }),
      chart: (
        <PayerBars
          {...{ bars, words, title }}
          most={most[`${payments.has(group.id)}`]}
          id={`${prefix}-${group.id}`}
          description={say(language, "payerBarsDescription", {
            count: bars.length,
            list: bars.map(({ name, value }) => `${name} ${words(value)}`).join(", "),
          })}
        />
      ),
    };
  });
}

/** What a group of payments comes to, with whoever loses and gains most by it. */
function findingOf(
  what: string,
  bars: readonly { readonly name: string; readonly value: number }[],
  words: (value: number) => string,
): string {
  const sorted = bars.filter(({ value }) => value !== 0).sort((a, b) => a.value - b.value);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const named = [...(least?.value < 0 ? [least] : []), ...(most && most.value > 0 ? [most] : [])];
  return [what, named.map(({ name, value }) => `${name} ${words(value)}`).join(", ")]
    .filter(Boolean)
    .join(": ");
}

/** What is counted besides money: years of work. */
export function jobsInWords({ variables }: WhoPays, language: Language): readonly string[] {
  return variables.map(({ total }) =>
    say(language, total < 0 ? "jobsLess" : "jobsMore", { jobs: formatNumber(Math.abs(total), language, 1) }),
  );
}
