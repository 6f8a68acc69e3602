import type { JSX } from "preact";
import { Choice } from "../../parts/choice.tsx";
import { Lead } from "../../parts/lead.tsx";
import { useView } from "../../view.ts";
import { economyChoices } from "./economy-choices.ts";
import { say } from "./say.ts";

/** The parts of planning, the question of the screen and the economies; links alone, so that they need no script. */
export function PlanHead(props: {
  /** Economies kept in this browser. */
  readonly own?: readonly { readonly value: string; readonly label: string }[];
}): JSX.Element {
  const { state, href } = useView();
  const { language, economy, part } = state;
  const voting = part === "vote";
  return (
    <header>
      <nav class="parts" aria-label={say(language, "parts")}>
        <a href={href({ part: "" })} aria-current={voting ? undefined : "page"}>
          {say(language, "partPlan")}
        </a>
        <a href={href({ part: "vote" })} aria-current={voting ? "page" : undefined}>
          {say(language, "partVote")}
        </a>
      </nav>
      {!voting && (
        <>
          <h1>{say(language, "title")}</h1>
          <Lead text={say(language, "lead")} more={say(language, "leadMore")} />
        </>
      )}
      <Choice
        label={say(language, "economy")}
        value={economy}
        options={[...economyChoices(language), ...(props.own ?? [])]}
        hrefOf={(other) => href({ economy: other, goals: {} })}
      />
    </header>
  );
}
