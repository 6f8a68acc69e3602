import type { JSX } from "preact";
import { mostPoints, placeProject } from "../../../plan/ballot/class-vote.ts";
import type { Lever } from "../../../plan/programme/levers.ts";
import { formatNumber, type Language } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import type { KeptVote } from "./kept-vote.ts";
import { say } from "./say.ts";

/** What a ballot says of projects so far. */
export interface Choice {
  /** The best first, where the vote is by ranking. */
  readonly approved: readonly string[];
  readonly points: Readonly<Record<string, number>>;
}

/** Projects to choose among: boxes, points, or places of which each is given once. */
export function ProjectChoice(props: {
  readonly vote: KeptVote;
  /** All levers, for the names of needs. */
  readonly needs: readonly Lever[];
  readonly choice: Choice;
  readonly choose: (change: (before: Choice) => Choice) => void;
}): JSX.Element {
  const { vote, needs, choice, choose } = props;
  const { language } = useView().state;
  const { by = "approval" } = vote;
  const { approved } = choice;
  return (
    <fieldset>
      <legend>
        {say(language, legends[by], { budget: formatNumber(vote.budget, language), most: mostPoints })}
      </legend>
      {vote.projects.map(({ id, name, need, hours }) => (
        <label key={id} class="box">
          {by === "points" ? (
            <Select
              value={choice.points[id] ?? 0}
              words={Array.from({ length: mostPoints + 1 }, (_, value) => String(value))}
              onPick={(value) =>
                choose((before) => ({ ...before, points: { ...before.points, [id]: value } }))
              }
            />
          ) : by === "ranking" ? (
            <Select
              value={approved.indexOf(id) + 1}
              words={placeWords(language, approved.length + (approved.includes(id) ? 0 : 1))}
              onPick={(place) =>
                choose((before) => ({ ...before, approved: placeProject(before.approved, id, place) }))
              }
            />
          ) : (
            <input
              type="checkbox"
              checked={approved.includes(id)}
              onChange={(event) => {
                const place = event.currentTarget.checked ? approved.length + 1 : 0;
                choose((before) => ({ ...before, approved: placeProject(before.approved, id, place) }));
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
      {by === "ranking" && (
        <p role="status" class="quiet">
          {approved.length === 0
            ? say(language, "noOrder")
            : say(language, "order", { list: listOf(vote, approved) })}
        </p>
      )}
    </fieldset>
  );
}

const legends = { approval: "projects", points: "projectsByPoints", ranking: "projectsByRanking" } as const;

function Select(props: {
  readonly value: number;
  /** Words of the values 0, 1, 2 … */
  readonly words: readonly string[];
  readonly onPick: (value: number) => void;
}): JSX.Element {
  return (
    <select value={String(props.value)} onChange={(event) => props.onPick(Number(event.currentTarget.value))}>
      {props.words.map((word, value) => (
        <option key={value} value={String(value)}>
          {word}
        </option>
      ))}
    </select>
  );
}

function placeWords(language: Language, places: number): readonly string[] {
  const given = Array.from({ length: places }, (_, place) => say(language, "place", { place: place + 1 }));
  return [say(language, "noPlace"), ...given];
}

function listOf({ projects }: KeptVote, approved: readonly string[]): string {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  return approved.map((id, place) => `${place + 1}. ${names.get(id) ?? id}`).join(", ");
}
