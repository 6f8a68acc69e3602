import type { JSX } from "preact";
import { PlanWords } from "../../../plan/programme/plan-answer.ts";
import { type Lever, leverLevel, type LeverSettings } from "../../../plan/programme/levers.ts";
import type { PlanDocument } from "../../../plan/programme/plan-document.ts";
import type { Language } from "../../../text/index.ts";
import { Choice } from "../../parts/choice.tsx";
import { ControlSheet } from "../../parts/control-sheet.tsx";
import { Slider } from "../../parts/slider.tsx";
import { useView } from "../../view.ts";
import { appText } from "../../words.ts";
import { leverName, leverWords, levelWords, plainNumber } from "./lever-words.ts";
import { objectives } from "./plan-order-of.ts";
import { say } from "./say.ts";

interface LeverProps {
  readonly levers: readonly Lever[];
  /** The last plan, for where assumptions come from. */
  readonly document: PlanDocument | undefined;
  readonly hold: () => void;
  readonly release: () => void;
}

/** What a plan can seek here. */
export const seekWords = { hours: "seekHours", fulfilment: "seekFulfilment", hazard: "seekHazard" } as const;
const yearChoices = ["5", "8", "10"] as const;

/** Resources as budgets, goals as sliders, ways of working as switches, assumptions behind “more”. */
export function PlanLevers(props: LeverProps): JSX.Element {
  const view = useView();
  const { state } = view;
  const { language, goals } = state;
  const { levers } = props;
  const moved = Object.keys(goals).length;
  const objective = objectives.find((one) => one === state.objective) ?? "hours";
  const of = (...kinds: readonly Lever["kind"][]): readonly Lever[] =>
    levers.filter(({ kind }) => kinds.includes(kind));
  const limits = of("week", "account", "hazard", "imports");
  const list = (shown: readonly Lever[]): JSX.Element[] =>
    shown.map((lever) => <LeverSlider key={lever.id} {...props} lever={lever} />);
  const aiNames = of("parameter").filter(({ id }) => id.startsWith("set.ai_"));
  return (
    <ControlSheet
      class="plan-levers"
      moves=".answer-parts"
      title={say(language, "goals")}
      aside={moved > 0 ? appText(language, "moved", { count: moved }) : undefined}
    >
      <Choice
        label={say(language, "seek")}
        value={objective}
        options={objectives.map((value) => ({ value, label: say(language, seekWords[value]) }))}
        hrefOf={(value) => view.href({ objective: value })}
      />
      <p class="note quiet">{say(language, `${seekWords[objective]}Note`)}</p>
      <Choice
        label={say(language, "years")}
        value={String(state.years) as (typeof yearChoices)[number]}
        options={yearChoices.map((value) => ({ value, label: value }))}
        hrefOf={(value) => view.href({ years: Number(value) })}
      />
      <h2>{say(language, "limitsTitle")}</h2>
      {list(limits.filter(({ main }) => main))}
      <h2>{say(language, "needsTitle")}</h2>
      {list(of("target"))}
      <h2>{say(language, "techniquesTitle")}</h2>
      {of("assisted").map((lever) => (
        <Switch key={lever.id} lever={lever} />
      ))}
      {leverLevel(of("assisted")[0] ?? { id: "", start: 0 }, goals) > 0 && list(aiNames)}
      {of("greener").map((lever) => (
        <Switch key={lever.id} lever={lever} />
      ))}
      <details>
        <summary>{say(language, "moreLimits")}</summary>
        {list(limits.filter(({ main }) => !main))}
      </details>
      <details>
        <summary>{say(language, "moreAssumptions")}</summary>
        {list(of("parameter").filter((lever) => !aiNames.includes(lever)))}
      </details>
      {moved > 0 && (
        <p>
          <a class="button" href={view.href({ goals: {} })}>
            {say(language, "reset")}
          </a>
        </p>
      )}
    </ControlSheet>
  );
}

/** One lever as a slider. */
export function LeverSlider({
  lever,
  document,
  hold,
  release,
}: LeverProps & { readonly lever: Lever }): JSX.Element {
  const view = useView();
  const { language, goals } = view.state;
  return (
    <Slider
      label={leverName(lever, language)}
      value={leverLevel(lever, goals)}
      low={lever.low}
      high={lever.high}
      step={lever.step}
      words={leverWords(lever, goals, language)}
      note={noteOf(lever, document, language)}
      onMove={(level, options) => {
        hold();
        view.change({ goals: setLever(goals, lever, level) }, options);
      }}
      onRelease={release}
    />
  );
}

function Switch({ lever }: { readonly lever: Lever }): JSX.Element {
  const view = useView();
  const { language, goals } = view.state;
  const { id, kind } = lever;
  const value = leverLevel(lever, goals) > 0 ? "1" : "0";
  return (
    <div class="switch">
      <Choice
        label={leverName(lever, language)}
        value={value}
        options={(["1", "0"] as const).map((option) => ({
          value: option,
          label: levelWords(lever, Number(option), language),
        }))}
        hrefOf={(option) => view.href({ goals: setLever(goals, lever, Number(option)) })}
      />
      <p class="note quiet" id={`note-${id}`}>
        {say(language, kind === "assisted" ? "assistedNote" : "greenerNote")}
      </p>
    </div>
  );
}

/** Settings with one lever moved; one that stands at its start again is left out, and what gave way no longer does. */
export function setLever(settings: LeverSettings, { id, start }: Lever, level: number): LeverSettings {
  const { [id]: _, [`give.${id}`]: _given, ...others } = settings;
  return level === start ? others : { ...others, [id]: level };
}

function noteOf(lever: Lever, document: PlanDocument | undefined, language: Language): string | undefined {
  const { kind, basis, low, high, unit, today } = lever;
  if (kind === "parameter") {
    return say(language, "rangeNote", {
      basis: document && basis ? new PlanWords(document, language).basis(basis) : (basis ?? ""),
      low: plainNumber(low, language),
      high: plainNumber(high, language),
      unit: unit?.[language] ?? "",
    });
  }
  return kind === "week"
    ? say(language, "todayIs", { level: levelWords({ ...lever, limits: false }, today, language) })
    : undefined;
}
