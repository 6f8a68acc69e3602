import type { JSX } from "preact";
import { countClass } from "../../../plan/ballot/class-vote.ts";
import type { LevelQuestion } from "../../../plan/ballot/levels.ts";
import type { Tally } from "../../../plan/ballot/tally.ts";
import type { Lever } from "../../../plan/programme/levers.ts";
import { ballot as german } from "../../../text/de/ballot.ts";
import { ballot as english } from "../../../text/en/ballot.ts";
import { formatNumber, formatShare, type Language } from "../../../text/index.ts";
import { NumberTable } from "../../parts/number-table.tsx";
import { useResults } from "../../parts/use-results.ts";
import { useView } from "../../view.ts";
import { speaker } from "../../words.ts";
import type { Planned } from "../../worker/plan-order.ts";
import { leverName, levelWords } from "../plan/lever-words.ts";
import { setLever } from "../plan/plan-levers.tsx";
import type { KeptVote } from "./kept-vote.ts";
import { say } from "./say.ts";

const explain = speaker(english, german);

/** What the class wants, by rules known before, and the goals that follow. */
export function VoteResult(props: {
  readonly vote: KeptVote;
  readonly planned: Planned;
  readonly questions: readonly LevelQuestion[];
}): JSX.Element {
  const { vote, planned, questions } = props;
  const view = useView();
  const { language } = view.state;
  const { levers } = planned;
  const basis = new Map(
    levers.flatMap(({ id, kind, start, hours }) =>
      kind === "target" && hours !== undefined
        ? [[id.slice("target.".length), { level: start, hours }] as const]
        : [],
    ),
  );
  const result = countClass(vote, questions, basis);
  const { levels, tally, settings } = result;
  useResults({ kind: "voted", vote, result, levers }, [vote, language]);
  const leverOf = (id: string): Lever | undefined => levers.find((lever) => lever.id === id);
  const goals = levers.reduce(
    (set, lever) => (settings[lever.id] === undefined ? set : setLever(set, lever, settings[lever.id])),
    {},
  );
  return (
    <section aria-labelledby="vote-result">
      <h2 id="vote-result">{say(language, "result")}</h2>
      <h3>{say(language, "levelTitle")}</h3>
      <NumberTable
        label={say(language, "levelTitle")}
        heads={(["level", "outcome", "middleHalf", "votes"] as const).map((key) => say(language, key))}
        rows={levels.flatMap(({ goal, level, quartiles, votes }) => {
          const lever = leverOf(goal);
          if (!lever) return [];
          const [low, high] = quartiles.map((wish) => levelWords(lever, wish, language));
          return [
            [
              leverName(lever, language),
              <b key="level">{levelWords(lever, level, language)}</b>,
              low === high ? low : say(language, "spread", { low, high }),
              votes,
            ],
          ];
        })}
      />
      {tally && <ProjectTally {...{ tally, language }} />}
      <h3>{say(language, "goalsTitle")}</h3>
      <p>{say(language, "goalsNote")}</p>
      <ul>
        {Object.keys(settings).map((id) => {
          const lever = leverOf(id);
          return (
            lever && (
              <li key={id}>
                {leverName(lever, language)}: <b>{levelWords(lever, settings[id], language)}</b>
              </li>
            )
          );
        })}
      </ul>
      <p>
        <a class="button strong" href={view.href({ part: "", goals })}>
          {say(language, "toPlan")}
        </a>
      </p>
    </section>
  );
}

function ProjectTally({
  tally,
  language,
}: {
  readonly tally: Tally;
  readonly language: Language;
}): JSX.Element {
  const number = (value: number): string => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  const names = new Map(tally.projects.map((project, place) => [place, project.name]));
  const order = [...tally.projects].sort(
    (a, b) => Number(b.selected) - Number(a.selected) || b.supporters - a.supporters,
  );
  return (
    <>
      <h3>{say(language, "projectTitle")}</h3>
      <p>{say(language, "spent", { cost: number(tally.cost), budget: number(tally.budget) })}</p>
      <NumberTable
        label={say(language, "projectTitle")}
        heads={(["projectHead", "hours", "supporters", "why"] as const).map((key) => say(language, key))}
        rows={order.map(({ name, cost, supporters, reason, means }) => [
          name,
          number(cost),
          supporters,
          explain(language, `reason-${reason}`, {
            missing: number(cost - tally.left),
            means: number(means ?? 0),
          }),
        ])}
        words={[3]}
        classOfRow={(row) => (order[row].selected ? "elected" : undefined)}
      />
      <details>
        <summary>{say(language, "groupsTitle")}</summary>
        <p class="quiet">{explain(language, "groups")}</p>
        <ul>
          {tally.likeMinded.map((group, index) => (
            <li key={index}>
              {explain(language, "group", {
                voters: group.voters,
                share: formatShare(group.shareOfVoters, language),
                core: group.core.map((place) => names.get(place)).join(", ") || explain(language, "others"),
                funded: number(group.fundedOfWanted),
                wanted: number(group.wanted),
                spending: formatShare(group.shareOfSpending, language),
              })}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
