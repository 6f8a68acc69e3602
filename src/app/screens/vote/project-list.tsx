import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Lever } from "../../../plan/programme/levers.ts";
import { formatNumber } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import type { KeptVote } from "./kept-vote.ts";
import { say } from "./say.ts";

/** The projects that may be chosen and the hours for them; they stand still once somebody has voted. */
export function ProjectList(props: {
  readonly vote: KeptVote;
  readonly keep: (vote: KeptVote) => void;
  readonly levers: readonly Lever[];
}): JSX.Element {
  const { vote, keep, levers } = props;
  const { language } = useView().state;
  const needs = levers.filter(({ kind }) => kind === "target");
  const [draft, setDraft] = useState({ name: "", hours: "", need: subjectOf(needs[0]) });
  const locked = vote.ballots.length > 0;
  const hours = Number(draft.hours);
  const complete = draft.name.trim() !== "" && hours > 0;
  return (
    <details class="project-list">
      <summary>{say(language, "setUp")}</summary>
      {locked ? (
        <p>{say(language, "locked")}</p>
      ) : (
        <>
          <label class="field">
            {say(language, "budget")}{" "}
            <input
              type="number"
              min="1"
              value={vote.budget}
              onChange={(event) => {
                const budget = Number(event.currentTarget.value);
                if (budget > 0) keep({ ...vote, budget });
              }}
            />
          </label>
          <ul>
            {vote.projects.map(({ id, name, hours: cost }) => (
              <li key={id}>
                {name} ({formatNumber(cost, language)}){" "}
                <button
                  type="button"
                  aria-label={say(language, "remove", { name })}
                  onClick={() => keep({ ...vote, projects: vote.projects.filter((one) => one.id !== id) })}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          <form
            class="new-project"
            aria-label={say(language, "newProject")}
            onSubmit={(event) => {
              event.preventDefault();
              if (!complete) return;
              const id = `p${Math.max(0, ...vote.projects.map((one) => numberOf(one.id))) + 1}`;
              keep({
                ...vote,
                projects: [...vote.projects, { id, name: draft.name.trim(), need: draft.need, hours }],
              });
              setDraft({ ...draft, name: "", hours: "" });
            }}
          >
            <label class="field">
              {say(language, "projectName")}{" "}
              <input
                value={draft.name}
                maxLength={80}
                onInput={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
              />
            </label>
            <label class="field">
              {say(language, "projectHours")}{" "}
              <input
                type="number"
                min="0"
                step="any"
                value={draft.hours}
                onInput={(event) => setDraft({ ...draft, hours: event.currentTarget.value })}
              />
            </label>
            <label class="field">
              {say(language, "projectNeed")}{" "}
              <select
                value={draft.need}
                onChange={(event) => setDraft({ ...draft, need: event.currentTarget.value })}
              >
                {needs.map((need) => (
                  <option key={need.id} value={subjectOf(need)}>
                    {need.name?.[language]}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" disabled={!complete}>
              {say(language, "add")}
            </button>
          </form>
        </>
      )}
    </details>
  );
}

function subjectOf(lever: Lever | undefined): string {
  return lever?.id.slice("target.".length) ?? "";
}

function numberOf(id: string): number {
  return /^p\d+$/.test(id) ? Number(id.slice(1)) : 0;
}
