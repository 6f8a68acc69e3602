import type { JSX } from "preact";
import type { PaymentGroup, WhoPays } from "../../../simulate/index.ts";
import { formatNumber, formatReading } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { WhoPaysAnswer } from "../../worker/who-pays-job.ts";
import { titleOfGroup } from "../simulate/group-title.ts";
import { type Row, Rows, withSign } from "./comparison-table.tsx";
import type { Column } from "./columns.ts";
import { scenariosOf } from "./simulated-words.ts";
import { useAnswers } from "./use-answers.ts";
import { say } from "./words.ts";

/** Who pays in each column, against muddling on; nothing for a model that does not say. */
export function WhoPaysComparison(props: {
  readonly card: ModelCard;
  readonly columns: readonly Column[];
}): JSX.Element | null {
  const { card, columns } = props;
  const view = useView();
  const { language } = view.state;
  const guide = card.guide.incidence;
  const asked = columns.find(({ state }) => state.screen === "who-pays" && state.part !== "");
  const until = guide?.until.find((date) => date === asked?.state.part) ?? guide?.until[0] ?? "";
  const keyOf = (column: Column): string => JSON.stringify([column.address, until]);
  const byKey = new Map(columns.map((column) => [keyOf(column), column]));
  const { answers } = useAnswers(guide ? [...byKey.keys()] : [], (key): Promise<WhoPaysAnswer> => {
    const column = byKey.get(key)!;
    const { model, set, seed } = column.state;
    const order = { model: { name: model }, scenarios: scenariosOf(column, card), set, until, seed };
    return view.run({ kind: "whoPays", order });
  });
  const found = columns.flatMap((column) => {
    const who = answers.get(keyOf(column))?.found;
    return who ? [{ column, who }] : [];
  });
  if (!guide || found.length === 0) return null;
  const signed = (value: number): string =>
    withSign(formatReading(value, "money", language, card.guide.money));
  const shown = found.map(({ column }) => column);
  const [first] = found;
  const groupOf = (who: WhoPays, id: string): PaymentGroup | undefined =>
    who.groups.find((group) => group.id === id);
  const rowsOf = (id: string): readonly Row[] => [
    ...first.who.payers.map(({ label }, payer) => ({
      name: label[language],
      cells: found.map(({ who }) => signed(groupOf(who, id)?.values[payer] ?? NaN)),
    })),
    { name: say(language, "sum"), cells: found.map(({ who }) => signed(groupOf(who, id)?.total ?? NaN)) },
  ];
  const title = say(language, "whoPaysTitle", { until });
  const others = first.who.groups.filter(({ id }) => id !== worth);
  return (
    <>
      <h3>{title}</h3>
      <Rows
        columns={shown}
        title={title}
        rows={[
          ...first.who.variables.map((_, place) => ({
            name: say(language, "jobs"),
            cells: found.map(({ who }) => withSign(formatNumber(who.variables[place].total, language, 1))),
          })),
          ...rowsOf(worth),
        ]}
      />
      <p class="quiet">{say(language, "whoPaysNote", { from: guide.from })}</p>
      <details>
        <summary>{say(language, "whoPaysMore")}</summary>
        {others.map(({ id }) => (
          <div key={id}>
            <h4>{titleOfGroup(id, guide, language)}</h4>
            <Rows columns={shown} title={titleOfGroup(id, guide, language)} rows={rowsOf(id)} />
          </div>
        ))}
      </details>
    </>
  );
}

/** The group that adds up all others. */
const worth = "worth";
