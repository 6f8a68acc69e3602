import type { JSX } from "preact";
import { formatNumber } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { Simulated } from "../../worker/simulate-job.ts";
import { say } from "./words.ts";

/** “In 62 of 100 runs …”, each with its sampling error. */
export function Outcomes(props: { readonly card: ModelCard; readonly shown: Simulated }): JSX.Element | null {
  const { card, shown } = props;
  const { language } = useView().state;
  const { outcomes } = shown.picture;
  if (outcomes.length === 0) return null;
  const percent = (share: number): string => formatNumber(share * 100, language);
  return (
    <div class="outcomes">
      <ul>
        {card.guide.outcomes.map(({ id, words }) => {
          const found = outcomes.find((one) => one.id === id)?.frequency;
          if (!found) return null;
          const [low, high] = found.interval;
          return (
            <li key={id}>
              <strong>
                {say(language, "outcome", { share: percent(found.share), what: words[language] })}
              </strong>{" "}
              <span class="quiet">
                {say(language, "outcomeError", { low: percent(low), high: percent(high) })}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="quiet">
        {say(language, "rangesOnly")} {shown.failed > 0 && say(language, "failed", { count: shown.failed })}
      </p>
    </div>
  );
}
