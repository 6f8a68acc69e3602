import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ClassBallot } from "../../../plan/ballot/class-vote.ts";
import type { Lever } from "../../../plan/programme/levers.ts";
import { Slider } from "../../parts/slider.tsx";
import { useView } from "../../view.ts";
import { leverName, levelWords } from "../plan/lever-words.ts";
import type { KeptVote } from "./kept-vote.ts";
import { type Choice, ProjectChoice } from "./project-choice.tsx";
import { say } from "./say.ts";

/** One person's ballot: sliders for levels, boxes, points or places for projects. */
export function BallotForm(props: {
  readonly vote: KeptVote;
  /** What is voted on by level. */
  readonly levers: readonly Lever[];
  /** All levers, for the names of needs. */
  readonly needs: readonly Lever[];
  readonly cast: (ballot: ClassBallot) => void;
}): JSX.Element {
  const { vote, levers, needs, cast } = props;
  const { language } = useView().state;
  const [levels, setLevels] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(levers.map(({ id, today }) => [id, today])),
  );
  const [choice, setChoice] = useState<Choice>({ approved: [], points: {} });
  const number = vote.ballots.length + 1;
  return (
    <form
      class="ballot"
      aria-labelledby="ballot-title"
      onSubmit={(event) => {
        event.preventDefault();
        const { approved } = choice;
        const given = Object.entries(choice.points).filter(([, value]) => value > 0);
        cast(
          vote.by === "points"
            ? { levels, approved: given.map(([id]) => id), points: Object.fromEntries(given) }
            : { levels, approved },
        );
        globalThis.document.getElementById("content")?.focus();
      }}
    >
      <h2 id="ballot-title">{say(language, "ballot", { number })}</h2>
      {number > 1 && <p class="quiet">{say(language, "castDone", { number: number - 1 })}</p>}
      <h3>{say(language, "levels")}</h3>
      <div class="ballot-levels">
        {levers.map((lever) => (
          <Slider
            key={lever.id}
            label={leverName(lever, language)}
            value={levels[lever.id]}
            low={lever.low}
            high={lever.high}
            step={lever.step}
            words={levelWords(lever, levels[lever.id], language)}
            onMove={(level) => setLevels((before) => ({ ...before, [lever.id]: level }))}
          />
        ))}
      </div>
      {vote.projects.length > 0 && <ProjectChoice {...{ vote, needs, choice }} choose={setChoice} />}
      <button type="submit" class="strong">
        {say(language, "cast")}
      </button>
    </form>
  );
}
