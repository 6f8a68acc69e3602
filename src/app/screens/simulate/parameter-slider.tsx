import type { JSX } from "preact";
import type { Guide, GuideSlider } from "../../../simulate/index.ts";
import { formatReading } from "../../../text/index.ts";
import { Slider } from "../../parts/slider.tsx";
import { SourceText } from "../../parts/source-text.tsx";
import { useView } from "../../view.ts";
import type { ModelCard, ParameterCard } from "../../worker/model-card.ts";
import { say } from "./words.ts";

const steps = 100;

/** One assumption as a slider: plain words, its range and where the range comes from. */
export function ParameterSlider(props: {
  readonly card: ModelCard;
  readonly slider: GuideSlider;
  readonly onRelease: () => void;
}): JSX.Element | null {
  const { card, slider } = props;
  const view = useView();
  const { language, set } = view.state;
  const parameter = card.parameters.find(({ name }) => name === slider.name);
  if (!parameter) return null;
  const { low, high } = rangeOf(parameter, slider);
  const value = set[slider.name] ?? parameter.value;
  const words = wordsOf(card.guide, slider, parameter);
  const isMoved = slider.name in set;
  const ruling = card.scenarios.find(
    ({ name, sets }) => view.state.scenarios.includes(name) && sets.includes(slider.name),
  );
  const change = (next: number, options?: { readonly merge: boolean }): void =>
    view.change({ set: { ...set, ...slider.also, [slider.name]: next } }, options);
  const giveBack = (): void => {
    const taken = new Set([slider.name, ...Object.keys(slider.also ?? {})]);
    view.change({ set: Object.fromEntries(Object.entries(set).filter(([name]) => !taken.has(name))) });
  };
  return (
    <div class={isMoved ? "assumption moved" : "assumption"}>
      <Slider
        label={slider.words[language]}
        value={value}
        low={low}
        high={high}
        step={(high - low) / steps}
        isFixed={ruling !== undefined}
        words={ruling ? say(language, "byScenario") : words(value)}
        note={
          <>
            {say(language, "range", {
              low: words(low),
              high: words(high),
              value: words(parameter.value),
            })}{" "}
            {parameter.source !== "" && (
              <>
                {say(language, "source")} <SourceText source={parameter.source} />{" "}
              </>
            )}
            {isMoved && (
              <button type="button" class="plain" onClick={giveBack}>
                {say(language, "back")}
              </button>
            )}
          </>
        }
        onMove={change}
        onRelease={props.onRelease}
      />
    </div>
  );

  function wordsOf(guide: Guide, { as }: GuideSlider, { unit }: ParameterCard): (value: number) => string {
    const suffix = as === "number" && unit !== "" && unit !== "1" ? ` ${unit}` : "";
    return (number) => formatReading(number, as, language, guide.money) + suffix;
  }
}

/** The range of a slider: that of the guide, of the model, or around the value. */
function rangeOf(
  { value, low, high }: ParameterCard,
  slider: GuideSlider,
): { readonly low: number; readonly high: number } {
  const size = Math.abs(value) || 1;
  return { low: slider.low ?? low ?? value - size, high: slider.high ?? high ?? value + size };
}
