import { numberColumn, type Table, textColumn } from "../../../core/table.ts";
import { engineVersion } from "../../../core/version.ts";
import { electionOf } from "../../../plan/ballot/class-vote.ts";
import { writePabulib } from "../../../plan/ballot/pabulib-text.ts";
import type { ScreenResults } from "../../results.ts";
import { leverName } from "../../screens/plan/lever-words.ts";
import type { View } from "../../view.ts";
import { commandLine } from "../command.ts";
import type { Leave, Leaving } from "../leaving.ts";
import { say } from "../say.ts";
import { dayInWords } from "../today.ts";

type Found = Extract<ScreenResults, { readonly kind: "voted" }>;

/** What leaves a vote that is closed: levels, projects, the anonymous ballots, and the call that counts them again. */
export function votedLeaving({ view, address, today }: Leave, found: Found): Leaving {
  const { language, economy } = view.state;
  const { vote, result } = found;
  const { tally } = result;
  const ballots = vote.ballots.length;
  const file = `${economy}.pb`;
  return {
    title: say(language, "voteTitle", { title: vote.title, ballots }),
    stem: `kreislauf-vote-${economy}`,
    source: say(language, "votedLine", {
      title: vote.title,
      ballots,
      day: dayInWords(today, language),
      version: engineVersion,
      address,
    }),
    hash: "",
    date: today,
    pictures: [],
    tables: [
      { name: "levels", label: say(language, "levelsTable"), table: () => levelsTable(found, view) },
      ...(tally
        ? [{ name: "projects", label: say(language, "projectsTable"), table: () => projectsTable(found) }]
        : []),
    ],
    documents: [
      {
        file,
        label: say(language, "ballotsDocument"),
        type: "text/plain;charset=utf-8",
        text: () => writePabulib(electionOf(vote)),
      },
    ],
    command: commandLine(["tally", file, "--json"]),
    commandNotes: [say(language, "saveFirst", { files: file })],
    canEmbed: false,
    linkNotes: [say(language, "ownVote")],
    method: say(language, "methodVoted", { version: engineVersion, ballots }),
  };
}

function levelsTable({ result, levers }: Found, { state }: View): Table {
  return {
    columns: [
      ...["goal", "name", "unit"].map(textColumn),
      ...["outcome", "lower_quartile", "upper_quartile", "votes"].map((name) => numberColumn(name)),
    ],
    rows: result.levels.flatMap(({ goal, level, quartiles, votes }) => {
      const lever = levers.find(({ id }) => id === goal);
      const unit = lever?.kind === "week" ? "h" : "share of the base year";
      return lever ? [[goal, leverName(lever, state.language), unit, level, ...quartiles, votes]] : [];
    }),
  };
}

function projectsTable({ result }: Found): Table {
  return {
    columns: [
      ...["project", "name"].map(textColumn),
      numberColumn("hours", "million a year"),
      numberColumn("supporters"),
      ...["elected", "reason"].map(textColumn),
    ],
    rows: (result.tally?.projects ?? []).map(({ id, name, cost, supporters, selected, reason }) => [
      id,
      name,
      cost,
      supporters,
      selected ? "yes" : "no",
      reason,
    ]),
  };
}
