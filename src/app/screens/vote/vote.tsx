import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type ClassBallot, mostPoints } from "../../../plan/ballot/class-vote.ts";
import type { LevelQuestion } from "../../../plan/ballot/levels.ts";
import type { Lever } from "../../../plan/programme/levers.ts";
import type { Language } from "../../../text/index.ts";
import { formatNumber } from "../../../text/index.ts";
import { useView } from "../../view.ts";
import { useGivenPlan } from "../plan/given-plan.ts";
import type { Planned } from "../../worker/plan-order.ts";
import { appText } from "../../words.ts";
import { BallotForm } from "./ballot-form.tsx";
import { type KeptVote, useKeptVote } from "./kept-vote.ts";
import { ProjectList } from "./project-list.tsx";
import { say } from "./say.ts";
import { VoteFile } from "./vote-file.tsx";
import { VoteResult } from "./vote-result.tsx";

/** A class votes on levels and projects on one device; what it wants becomes the goals of a plan. */
export function Vote(): JSX.Element {
  const { state } = useView();
  const { language, economy } = state;
  const given = useGivenPlan(economy);
  return (
    <div class="vote">
      <h1>{say(language, "title")}</h1>
      <p class="lead">{say(language, "lead")}</p>
      <details>
        <summary>{say(language, "rulesTitle")}</summary>
        <ul>
          {(["ruleLevels", "ruleProjects", "rulePoints", "ruleRanking", "ruleTargets"] as const).map(
            (key) => (
              <li key={key}>{say(language, key)}</li>
            ),
          )}
        </ul>
      </details>
      {typeof given === "object" ? (
        <Room planned={given} />
      ) : (
        <p class="quiet">{given === "awaited" ? appText(language, "loading") : say(language, "notHere")}</p>
      )}
    </div>
  );
}

function Room({ planned }: { readonly planned: Planned }): JSX.Element {
  const { state } = useView();
  const { language, economy } = state;
  const asked = planned.levers.filter(({ kind, main }) => main && votable.has(kind));
  const [vote, keep] = useKeptVote(economy, emptyVote(planned, language));
  const [sure, setSure] = useState(false);
  const count = vote.ballots.length;
  const counted = formatNumber(count, language);
  const cast = (ballot: ClassBallot): void => keep({ ...vote, ballots: [...vote.ballots, ballot] });
  return (
    <>
      <p class="ballot-count" role="status">
        {count === 0
          ? say(language, "countNone")
          : count === 1
            ? say(language, "countOne")
            : say(language, "count", { count: counted })}
      </p>
      {vote.closed ? (
        <VoteResult {...{ vote, planned }} questions={questionsOf(asked, language)} />
      ) : (
        <BallotForm key={`${vote.by} ${count}`} {...{ vote, cast }} levers={asked} needs={planned.levers} />
      )}
      <p class="buttons">
        <button type="button" disabled={count === 0} onClick={() => keep({ ...vote, closed: !vote.closed })}>
          {say(language, vote.closed ? "reopen" : "close")}
        </button>{" "}
        {count > 0 && (
          <button
            type="button"
            onClick={() => {
              if (sure) keep({ ...vote, ballots: [], closed: false });
              setSure(!sure);
            }}
          >
            {sure ? say(language, "clearSure", { count: counted }) : say(language, "clear")}
          </button>
        )}
      </p>
      {!vote.closed && count === 0 && (
        <fieldset class="ways-of-voting">
          <legend>{say(language, "by")}</legend>
          {(["approval", "points", "ranking"] as const).map((by) => (
            <label key={by} class="box">
              <input
                type="radio"
                name="by"
                checked={(vote.by ?? "approval") === by}
                onChange={() => keep({ ...vote, by })}
              />{" "}
              {say(language, waysOfVoting[by], { most: mostPoints })}
            </label>
          ))}
        </fieldset>
      )}
      {!vote.closed && <ProjectList {...{ vote, keep }} levers={planned.levers} />}
      <VoteFile {...{ vote, keep }} />
    </>
  );
}

const waysOfVoting = { approval: "byApproval", points: "byPoints", ranking: "byRanking" } as const;

const votable: ReadonlySet<Lever["kind"]> = new Set<Lever["kind"]>(["week", "account", "hazard", "target"]);

function questionsOf(levers: readonly Lever[], language: Language): readonly LevelQuestion[] {
  return levers.map(({ id, low, high, today, unit }) => ({
    goal: id,
    unit: unit?.[language] ?? "",
    low,
    high,
    today,
  }));
}

function emptyVote({ goals, document }: Planned, language: Language): KeptVote {
  const { budget = 0, projects = [] } = goals.vote ?? {};
  return {
    title: document?.economy.title[language] ?? "",
    budget,
    projects: projects.map(({ id, name, need, hours }) => ({ id, name: name[language], need, hours })),
    ballots: [],
    closed: false,
  };
}
