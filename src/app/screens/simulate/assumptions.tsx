import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ControlSheet } from "../../parts/control-sheet.tsx";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { appText } from "../../words.ts";
import { ParameterSlider } from "./parameter-slider.tsx";
import { say } from "./words.ts";

const listed = 40;

/** The assumptions that matter most as sliders, all others behind “more”. */
export function Assumptions(props: {
  readonly card: ModelCard;
  readonly onRelease: () => void;
}): JSX.Element {
  const { card, onRelease } = props;
  const view = useView();
  const { language, set } = view.state;
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState("");
  const first = new Set(card.guide.sliders.map(({ name }) => name));
  const others = card.parameters.filter(({ name }) => !first.has(name));
  const moved = Object.keys(set).length;
  const needle = wanted.toLowerCase();
  const found = others
    .filter(({ name, label }) => `${name} ${label[language]}`.toLowerCase().includes(needle))
    .sort((a, b) => Number(b.name in set) - Number(a.name in set) || Number(b.isDrawn) - Number(a.isDrawn));
  return (
    <ControlSheet
      class="levers"
      moves=".graphs .graph"
      title={say(language, "assumptions")}
      aside={moved > 0 ? appText(language, "moved", { count: moved }) : undefined}
    >
      <h2>{say(language, "assumptions")}</h2>
      {card.guide.sliders.map((slider) => (
        <ParameterSlider key={slider.name} {...{ card, slider, onRelease }} />
      ))}
      {moved > 0 && (
        <p>
          <button type="button" onClick={() => view.change({ set: {} })}>
            {say(language, "reset")}
          </button>
        </p>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say(language, "more", { count: card.parameters.length })}</summary>
        {isOpen && (
          <>
            <p>
              <label>
                {say(language, "find")}{" "}
                <input
                  type="search"
                  value={wanted}
                  onInput={(event) => setWanted(event.currentTarget.value)}
                />
              </label>
            </p>
            {found.slice(0, listed).map((parameter) => {
              const { name, label } = parameter;
              const words = { en: `${label.en} (${name})`, de: `${label.de} (${name})` };
              return (
                <ParameterSlider key={name} {...{ card, onRelease }} slider={{ name, as: "number", words }} />
              );
            })}
          </>
        )}
      </details>
    </ControlSheet>
  );
}
