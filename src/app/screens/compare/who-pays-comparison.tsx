import type { JSX } from "preact";
import type { PaymentGroup, WhoPays } from "../../../simulate/index.ts";
import { formatNumber, formatReading } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { titleOfGroup } from "../simulate/group-title.ts";
import { type Row, Rows, withSign } from "./comparison-table.tsx";
import type { ComparedPayers } from "./compared-part.ts";
import { say } from "./words.ts";

/** Who pays in each column, against muddling on. */
export function WhoPaysComparison(props: {
  readonly card: ModelCard;
  readonly payers: ComparedPayers;
}): JSX.Element {
  const { card, payers } = props;
  const { guide, until } = payers;
  const { language } = useView().state;
  const found = payers.found.map(({ column, answer }) => ({ column, who: answer.found }));
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
