import type { GuideIncidence, WhoPays } from "../../simulate/index.ts";
import { formatNumber } from "../../text/index.ts";
import { jobsInWords, payerCharts } from "../screens/simulate/payer-charts.tsx";
import { keyOf, policyName, whoPaysOrderOf } from "../screens/simulate/policy.ts";
import { say as simulateWords } from "../screens/simulate/words.ts";
import type { AppState } from "../state/state.ts";
import type { ModelCard } from "../worker/model-card.ts";
import { sizeOf } from "./drawing-size.ts";
import type { PictureContent, PictureDrawing, PictureOptions, PictureTable } from "./picture-content.ts";
import { assumptionsInWords, madeBy, modelSource, say } from "./picture-words.ts";

/** Answer of `whoPays`, and that under the first policy to mark where everybody stood. */
export interface PayersFound {
  readonly found: WhoPays;
  readonly hash: string;
  /** Largest balance residual over turnover. */
  readonly residual: number;
  readonly before: WhoPays | undefined;
}

/** Who pays under the policy of a state: one chart a kind of payment, each with what it adds up to. */
export function payerPicture(
  card: ModelCard,
  guide: GuideIncidence,
  { found, hash, before }: PayersFound,
  state: AppState,
  { day, prefix = "who" }: PictureOptions = {},
): PictureContent {
  const { language } = state;
  const { scenarios, until } = whoPaysOrderOf(state, card.guide);
  const [first] = card.guide.policies;
  const marked = first && keyOf(scenarios) !== keyOf(first.scenarios) ? before : undefined;
  const policy = policyName(card, scenarios, language);
  const [finding, ...others] = jobsInWords(found, language);
  const values = { policy, from: guide.from, until };
  const drawings = payerCharts({ card, guide, found, before: marked, language, prefix }).map(
    ({ id, title, sum, chart }, place): PictureDrawing => ({
      id,
      title,
      note: sum,
      chart,
      ...sizeOf(chart),
      table: tableOf(place),
    }),
  );
  const [, ...changed] = assumptionsInWords(card, state);
  return {
    title: [simulateWords(language, "whoPays"), finding].filter(Boolean).join(" "),
    lead: [say(language, "policyUntil", values), ...others, ...changed],
    drawings,
    source: [
      simulateWords(language, "whoPaysNote", { against: policyName(card, guide.against, language) }),
      ...(marked ? [simulateWords(language, "beforeMark", { policy: first.words[language] })] : []),
      [
        ...modelSource(card, language, {
          model: state.model,
          runs: 1,
          wanted: 1,
          seed: state.seed,
        }),
        ...madeBy(language, hash, day),
      ].join(" "),
    ],
  };

  function tableOf(place: number): PictureTable {
    const group = found.groups[place];
    const number = (value: number): string => formatNumber(value, language, 1);
    const rows = group.rows.length > 1 ? group.rows : [];
    return {
      head: [
        simulateWords(language, "payment"),
        ...found.payers.map(({ label }) => label[language]),
        simulateWords(language, "sum"),
      ],
      rows: [
        [simulateWords(language, "sum"), ...group.values.map(number), number(group.total)],
        ...rows.map((row) => [row.label[language], ...row.values.map(number), number(row.total)]),
      ],
    };
  }
}
