import type { JSX } from "preact";
import type { GuideIncidence } from "../../../simulate/index.ts";
import { Choice } from "../../parts/choice.tsx";
import { Lead } from "../../parts/lead.tsx";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { WhoPaysOrder } from "../../worker/who-pays-job.ts";
import { keyOf, policyName } from "./policy.ts";
import { say } from "./words.ts";

/** The question of the screen, the policies and the dates to count to; links alone, so that they need no script. */
export function WhoPaysHead(props: {
  readonly card: ModelCard;
  readonly guide: GuideIncidence;
  /** What is shown. */
  readonly order: Pick<WhoPaysOrder, "scenarios" | "until">;
}): JSX.Element {
  const { card, guide, order } = props;
  const { scenarios, until } = order;
  const { state, href } = useView();
  const { language } = state;
  const shown = keyOf(scenarios);
  const options = card.guide.policies.map((policy) => ({
    value: keyOf(policy.scenarios),
    label: policy.words[language],
  }));
  const known = options.some(({ value }) => value === shown);
  return (
    <>
      <h1>{say(language, "whoPays")}</h1>
      <Lead
        text={say(language, "whoPaysLead", { from: guide.from })}
        more={say(language, "whoPaysLeadMore")}
      />
      <div class="controls">
        <Choice
          label={say(language, "policy")}
          value={shown}
          options={
            known ? options : [...options, { value: shown, label: policyName(card, scenarios, language) }]
          }
          hrefOf={(key) => href({ scenarios: key.split("+") })}
        />
        <Choice
          label={say(language, "until")}
          value={until}
          options={guide.until.map((date) => ({ value: date, label: date }))}
          hrefOf={(date) => href({ part: date === guide.until[0] ? "" : date })}
        />
      </div>
    </>
  );
}
