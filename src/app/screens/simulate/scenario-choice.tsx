import type { JSX } from "preact";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { say } from "./words.ts";

/** All scenarios of the model; several may be on. */
export function ScenarioChoice({ card }: { readonly card: ModelCard }): JSX.Element | null {
  const view = useView();
  const { language, scenarios } = view.state;
  if (card.scenarios.length === 0) return null;
  const known = card.scenarios.map(({ name }) => name);
  const toggled = (name: string): readonly string[] =>
    known.filter((one) => (one === name) !== scenarios.includes(one));
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
          onClick={() => view.change({ scenarios: toggled(name) })}
        >
          {label[language]}
        </button>
      ))}
    </div>
  );
}
