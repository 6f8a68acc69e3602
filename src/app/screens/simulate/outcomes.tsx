import type { JSX } from "preact";
import type { Guide } from "../../../simulate/index.ts";
import { formatNumber } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { Simulated } from "../../worker/simulate-job.ts";
import { say } from "./words.ts";

interface OutcomesProps {
  readonly card: Pick<ModelCard, "guide">;
  readonly shown: Pick<Simulated, "picture" | "failed">;
}

/** What is asked of every run; the question of the first screen comes first. */
export function outcomesInOrder({ first, outcomes }: Guide): Guide["outcomes"] {
  return [...outcomes].sort((a, b) => Number(b.id === first?.outcome) - Number(a.id === first?.outcome));
}

/** “In 62 of 100 runs …”, each with its sampling error; `from` leaves out those that stand elsewhere. */
export function Outcomes(props: OutcomesProps & { readonly from?: number }): JSX.Element | null {
  const { card, shown, from = 0 } = props;
  const { language } = useView().state;
  if (shown.picture.outcomes.length === 0) return null;
  return (
    <div class="outcomes">
      <ul>
        {outcomesInOrder(card.guide)
          .slice(from)
          .map((outcome) => (
            <Outcome key={outcome.id} as="li" {...{ outcome, shown }} />
          ))}
      </ul>
      <p class="quiet">
        {say(language, "rangesOnly")} {shown.failed > 0 && say(language, "failed", { count: shown.failed })}
      </p>
    </div>
  );
}

/** The first answer, as the finding over the first picture. */
export function FirstOutcome({ card, shown }: OutcomesProps): JSX.Element | null {
  const [outcome] = outcomesInOrder(card.guide);
  return outcome ? <Outcome as="h2" class="first-finding" {...{ outcome, shown }} /> : null;
}

function Outcome(props: {
  readonly as: "li" | "h2";
  readonly class?: string;
  readonly outcome: Guide["outcomes"][number];
  readonly shown: OutcomesProps["shown"];
}): JSX.Element | null {
  const { as: Tag, outcome, shown } = props;
  const { language } = useView().state;
  const found = shown.picture.outcomes.find(({ id }) => id === outcome.id)?.frequency;
  if (!found) return null;
  const percent = (share: number): string => formatNumber(share * 100, language);
  const [low, high] = found.interval;
  return (
    <Tag class={props.class}>
      <strong>
        {say(language, "outcome", { share: percent(found.share), what: outcome.words[language] })}
      </strong>{" "}
      <small class="quiet">{say(language, "outcomeError", { low: percent(low), high: percent(high) })}</small>
    </Tag>
  );
}
