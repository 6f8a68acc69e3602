import type { JSX } from "preact";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { say } from "./words.ts";

/** All scenarios of the model; several may be on. */
export function ScenarioChoice({ card }: { readonly card: ModelCard }): JSX.Element | null {
  const view = useView();
  const { language, scenarios } = view.state;
  if (card.scenarios.length === 0) return null;
  return (
    <div class="scenarios" role="group" aria-label={say(language, "scenarios")}>
      <span class="choice-label" title={say(language, "scenariosHint")}>
        {say(language, "scenarios")}
      </span>
      {card.scenarios.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          class="chip"
          aria-pressed={scenarios.includes(name)}
          onClick={() => view.change({ scenarios: toggled(card, scenarios, name) })}
        >
          {label[language]}
        </button>
      ))}
    </div>
  );
}

/** The same as links, for a page that works without script: each adds a scenario to the address. */
export function ScenarioLinks({ card }: { readonly card: ModelCard }): JSX.Element | null {
  const { state, href } = useView();
  const { language, scenarios } = state;
  if (card.scenarios.length === 0) return null;
  return (
    <nav class="scenarios" aria-label={say(language, "scenarios")}>
      <span class="choice-label">{say(language, "scenarios")}</span>
      {card.scenarios.map(({ name, label }) => (
        <a key={name} class="button chip" href={href({ scenarios: toggled(card, scenarios, name) })}>
          {label[language]}
        </a>
      ))}
    </nav>
  );
}

/** Scenarios in the order of the model, with one switched. */
function toggled(card: ModelCard, on: readonly string[], name: string): readonly string[] {
  return card.scenarios.map((one) => one.name).filter((one) => (one === name) !== on.includes(one));
}
