import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type ClassBallot, mostPoints } from "../../../plan/ballot/class-vote.ts";
import type { Lever } from "../../../plan/programme/levers.ts";
import { formatNumber } from "../../../text/index.ts";
import { Slider } from "../../parts/slider.tsx";
import { useView } from "../../view.ts";
import { leverName, levelWords } from "../plan/lever-words.ts";
import type { KeptVote } from "./kept-vote.ts";
import { say } from "./say.ts";

/** One person's ballot: sliders for levels, boxes for projects. */
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
  const [approved, setApproved] = useState<readonly string[]>([]);
  const [points, setPoints] = useState<Readonly<Record<string, number>>>({});
  const byPoints = vote.by === "points";
  const number = vote.ballots.length + 1;
  return (
    <form
      class="ballot"
      aria-labelledby="ballot-title"
      onSubmit={(event) => {
        event.preventDefault();
        const given = Object.entries(points).filter(([, value]) => value > 0);
        cast(
          byPoints
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
      {vote.projects.length > 0 && (
        <fieldset>
          <legend>
            {say(language, byPoints ? "projectsByPoints" : "projects", {
              budget: formatNumber(vote.budget, language),
              most: mostPoints,
            })}
          </legend>
          {vote.projects.map(({ id, name, need, hours }) => (
            <label key={id} class="box">
              {byPoints ? (
                <select
                  value={String(points[id] ?? 0)}
                  onChange={(event) => {
                    const value = Number(event.currentTarget.value);
                    setPoints((before) => ({ ...before, [id]: value }));
                  }}
                >
                  {Array.from({ length: mostPoints + 1 }, (_, value) => (
                    <option key={value} value={String(value)}>
                      {value}
                    </option>
                  ))}
                </select>
              ) : (
                <input
                  type="checkbox"
                  checked={approved.includes(id)}
                  onChange={(event) => {
                    const chosen = event.currentTarget.checked;
                    setApproved((before) =>
                      chosen ? [...before, id] : before.filter((other) => other !== id),
                    );
                  }}
                />
              )}{" "}
              {say(language, "project", {
                name,
                hours: formatNumber(hours, language),
                need: needs.find((lever) => lever.id === `target.${need}`)?.name?.[language] ?? need,
              })}
            </label>
          ))}
        </fieldset>
      )}
      <button type="submit" class="strong">
        {say(language, "cast")}
      </button>
    </form>
  );
}
