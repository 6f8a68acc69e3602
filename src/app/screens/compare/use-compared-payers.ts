import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { WhoPaysAnswer } from "../../worker/who-pays-job.ts";
import type { Column } from "./columns.ts";
import type { ComparedPayers } from "./compared-part.ts";
import { scenariosOf } from "./simulated-words.ts";
import { useAnswers } from "./use-answers.ts";

/** Who pays in each column, once it is `wanted`; nothing for a model that does not say. */
export function useComparedPayers(
  card: ModelCard,
  columns: readonly Column[],
  wanted: boolean,
): { readonly found: ComparedPayers | undefined; readonly busy: boolean } {
  const view = useView();
  const guide = card.guide.incidence;
  const asked = columns.find(({ state }) => state.screen === "who-pays" && state.part !== "");
  const until = guide?.until.find((date) => date === asked?.state.part) ?? guide?.until[0] ?? "";
  const keyOf = (column: Column): string => JSON.stringify([column.address, until]);
  const byKey = new Map(columns.map((column) => [keyOf(column), column]));
  const { answers } = useAnswers(guide && wanted ? [...byKey.keys()] : [], (key): Promise<WhoPaysAnswer> => {
    const column = byKey.get(key)!;
    const { model, set, seed } = column.state;
    const order = { model: { name: model }, scenarios: scenariosOf(column, card), set, until, seed };
    return view.run({ kind: "whoPays", order });
  });
  const found = columns.flatMap((column) => {
    const answer = answers.get(keyOf(column));
    return answer?.found ? [{ column, answer }] : [];
  });
  const busy = guide !== undefined && columns.some((column) => !answers.has(keyOf(column)));
  return { found: guide && found.length > 0 ? { guide, until, found } : undefined, busy };
}
