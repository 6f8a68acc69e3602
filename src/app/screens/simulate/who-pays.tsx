import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { PayerBars } from "../../../chart/index.ts";
import type { GuideIncidence, PaymentGroup, WhoPays, WhoPaysRanges } from "../../../simulate/index.ts";
import { formatNumber, formatReading } from "../../../text/index.ts";
import { Choice } from "../../parts/choice.tsx";
import { ProblemList } from "../../parts/problem-list.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { WhoPaysOrder } from "../../worker/who-pays-job.ts";
import { appText } from "../../words.ts";
import { Cautions } from "./cautions.tsx";
import { titleOfGroup } from "./group-title.ts";
import { say } from "./words.ts";
import { WhoPaysTable } from "./who-pays-table.tsx";

/** Before and after for each group of households, each sector and the state, under a policy. */
export function WhoPaysScreen(): JSX.Element {
  const { state } = useView();
  const { language, model } = state;
  const { result: card } = useJob({ kind: "describe", model: { name: model } }, model);
  if (!card) return <p class="quiet">{appText(language, "loading")}</p>;
  if (!card.parameters) return <ProblemList problems={card.problems} />;
  if (!card.guide.incidence) return <p>{say(language, "nothing")}</p>;
  return <Comparison card={card} guide={card.guide.incidence} />;
}

function Comparison(props: { readonly card: ModelCard; readonly guide: GuideIncidence }): JSX.Element {
  const { card, guide } = props;
  const view = useView();
  const { language, model, scenarios, set, seed, part } = view.state;
  const { policies } = card.guide;
  const keyOf = (names: readonly string[]): string => names.join("+");
  const shown = scenarios.length > 0 ? scenarios : policies[0].scenarios;
  const until = guide.until.includes(part) ? part : guide.until[0];
  const order = { model: { name: model }, scenarios: shown, set, until, seed };
  const { result, busy } = useOrder(order);
  const { result: first } = useOrder({ ...order, scenarios: policies[0].scenarios });
  const { result: reach, progress } = useJob(
    result?.found && { kind: "whoPaysRanges", order },
    result?.found ? JSON.stringify(order) : "",
  );
  const isReach = JSON.stringify(reach?.order) === JSON.stringify(order);
  const ranges = isReach ? reach?.ranges : undefined;
  useEffect(() => {
    if (!result?.found) return;
    view.noteRun({ hash: result.hash, residual: result.residual, runs: 1, seed });
  }, [result]);
  useEffect(() => () => view.noteRun(undefined), []);
  const labelOf = (names: readonly string[]): string =>
    policies.find((policy) => keyOf(policy.scenarios) === keyOf(names))?.words[language] ??
    names.map((name) => card.scenarios.find((one) => one.name === name)?.label[language] ?? name).join(" + ");
  const options = policies.map((policy) => ({
    value: keyOf(policy.scenarios),
    label: policy.words[language],
  }));
  const known = options.some(({ value }) => value === keyOf(shown));
  return (
    <div class="who-pays">
      <h1>{say(language, "whoPays")}</h1>
      <p class="lead">{say(language, "whoPaysLead", { from: guide.from })}</p>
      <div class="controls">
        <Choice
          label={say(language, "policy")}
          value={keyOf(shown)}
          options={known ? options : [...options, { value: keyOf(shown), label: labelOf(shown) }]}
          hrefOf={(key) => view.href({ scenarios: key.split("+") })}
        />
        <Choice
          label={say(language, "until")}
          value={until}
          options={guide.until.map((date) => ({ value: date, label: date }))}
          hrefOf={(date) => view.href({ part: date === guide.until[0] ? "" : date })}
        />
      </div>
      {result && <ProblemList problems={result.problems.filter(({ severity }) => severity === "error")} />}
      {!result && <p class="quiet">{appText(language, busy ? "calculating" : "loading")}</p>}
      {result?.found && (
        <>
          <Jobs found={result.found} />
          <Groups
            {...{ card, guide }}
            found={result.found}
            ranges={ranges}
            before={keyOf(shown) === keyOf(policies[0].scenarios) ? undefined : first?.found}
          />
          <p class="quiet">
            {say(language, "whoPaysNote", { against: labelOf(guide.against) })}{" "}
            {keyOf(shown) !== keyOf(policies[0].scenarios) &&
              say(language, "beforeMark", { policy: policies[0].words[language] })}{" "}
            {ranges
              ? say(language, "reachMark", { runs: reach?.members ?? 0 })
              : say(language, "reachComing", { share: Math.round(100 * (progress ?? 0)) })}
          </p>
          <WhoPaysTable {...{ card, guide, ranges }} found={result.found} />
        </>
      )}
      <Cautions card={card} />
    </div>
  );
}

function useOrder(order: WhoPaysOrder): ReturnType<typeof useJob<"whoPays">> {
  return useJob({ kind: "whoPays", order }, JSON.stringify(order));
}

/** What is counted besides money: years of work. */
function Jobs({ found }: { readonly found: WhoPays }): JSX.Element {
  const { language } = useView().state;
  return (
    <>
      {found.variables.map(({ label, total }) => (
        <p key={label.en} class="big-finding" role="status">
          {say(language, total < 0 ? "jobsLess" : "jobsMore", {
            jobs: formatNumber(Math.abs(total), language, 1),
          })}
        </p>
      ))}
    </>
  );
}

/** One picture a kind of payment, on two scales: payments, and wealth. */
function Groups(props: {
  readonly card: ModelCard;
  readonly guide: GuideIncidence;
  readonly found: WhoPays;
  readonly before: WhoPays | undefined;
  readonly ranges: WhoPaysRanges | undefined;
}): JSX.Element {
  const { card, guide, found, before, ranges } = props;
  const { language } = useView().state;
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
  const titleOf = ({ id }: PaymentGroup): string => titleOfGroup(id, guide, language);
  return (
    <div class="graph-grid">
      {found.groups.map((group) => {
        const old = before?.groups.find(({ id }) => id === group.id);
        const bars = found.payers.map(({ id, label }, place) => ({
          id,
          name: label[language],
          value: group.values[place],
          before: old?.values[place],
          range: ranges?.[group.id]?.[place],
        }));
        const isOpen = group.id === "real" || group.id === "worth";
        return (
          <figure key={group.id} class="graph">
            <h2>{titleOf(group)}</h2>
            <PayerBars
              {...{ bars, words }}
              most={most[`${payments.has(group.id)}`]}
              id={`who-${group.id}`}
              title={titleOf(group)}
              description={say(language, "payerBarsDescription", {
                count: bars.length,
                list: bars.map(({ name, value }) => `${name} ${words(value)}`).join(", "),
              })}
            />
            <figcaption>
              {say(language, isOpen ? "addsToCapital" : "addsTo", {
                total: isOpen ? words(group.total) : formatNumber(group.total, language, 2),
              })}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
