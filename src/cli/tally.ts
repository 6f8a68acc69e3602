import { nearestName } from "../core/nearest-name.ts";
import { hasErrors, type Problem } from "../core/problem.ts";
import { completions, readPabulib, type VotingRule, tally, type Tally, type Utility } from "../plan/index.ts";
import { readTextFile } from "../store/index.ts";
import { ballot as german } from "../text/de/ballot.ts";
import { ballot as english } from "../text/en/ballot.ts";
import { fill } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { wrongCall } from "./program.ts";
import { alignColumns, CommandFailure, printProblems, type Terminal } from "./terminal.ts";

const rules: readonly VotingRule[] = ["mes", "phragmen", "greedy"];
const utilities: readonly Utility[] = ["cost", "cardinality", "points"];

const coreShown = 4;

/** `kreislauf tally`: counts an election and says why each project is in or out. */
export async function tallyVotes(
  file: string,
  options: Readonly<Record<string, string | boolean | undefined>>,
  terminal: Terminal,
): Promise<void> {
  const rule = choose("--rule", options["rule"], rules) ?? "mes";
  const utility = choose("--utility", options["utility"], utilities);
  const completion = choose("--completion", options["completion"], completions);
  const problems: Problem[] = [];
  const text = await readTextFile(file, file, problems);
  if (text === undefined) throw new CommandFailure(exitCode.problems, problems);
  const { value: election, problems: found } = readPabulib(text, { file });
  if (!election || hasErrors(found)) throw new CommandFailure(exitCode.problems, found);
  printProblems(terminal, found);
  const result = tally(election, {
    rule,
    ...(utility ? { utility } : {}),
    ...(completion ? { completion } : {}),
  });
  terminal.out(
    options["json"] === true
      ? `${JSON.stringify(result, null, 2)}\n`
      : writeTally(result, election.title, terminal),
  );
}

function choose<Choice extends string>(
  option: string,
  value: string | boolean | undefined,
  known: readonly Choice[],
): Choice | undefined {
  if (typeof value !== "string") return undefined;
  const found = known.find((choice) => choice === value);
  if (found === undefined) {
    throw wrongCall(
      "bad-option-value",
      { option, value, wanted: known.join(", ") },
      nearestName(value, known),
    );
  }
  return found;
}

function writeTally(result: Tally, title: string, terminal: Terminal): string {
  const locale = terminal.language;
  const say = (key: keyof typeof english, values: Readonly<Record<string, string | number>> = {}): string =>
    fill(locale === "de" ? german[key] : english[key], values);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const outcome = ({ reason, cost, means }: Tally["projects"][number]): string =>
    reason === "outbid" && means === undefined
      ? say("reason-outbid-rule")
      : say(`reason-${reason}`, {
          missing: number.format(cost - result.left),
          means: number.format(means ?? 0),
        });
  const nameCore = (core: readonly number[]): string =>
    core
      .slice(0, coreShown)
      .map((place) => result.projects[place].id)
      .join(", ") + (core.length > coreShown ? ", …" : "");
  const rows = [...result.projects]
    .sort((a, b) => Number(b.selected) - Number(a.selected) || b.supporters - a.supporters)
    .map((project) => [
      project.id,
      number.format(project.cost),
      number.format(project.supporters),
      outcome(project),
    ]);
  const groups = result.likeMinded.map((group) =>
    say("group", {
      voters: number.format(group.voters),
      share: share.format(group.shareOfVoters),
      core: nameCore(group.core) || say("others"),
      funded: number.format(group.fundedOfWanted),
      wanted: number.format(group.wanted),
      spending: share.format(group.shareOfSpending),
    }),
  );
  return [
    say("title", { title, voters: number.format(result.voters), budget: number.format(result.budget) }),
    say(`rule-${result.rule}`, {
      utility: result.utility ? say(`utility-${result.utility}`) : "",
      completion: result.completion ? say(`completion-${result.completion}`) : "",
    }),
    say("spent", {
      count: result.selected.length,
      cost: number.format(result.cost),
      left: number.format(result.left),
    }),
    "",
    alignColumns([[say("project"), say("cost"), say("supporters"), say("outcome")], ...rows], [1, 2]),
    "",
    say("groups"),
    ...groups.map((line) => `  ${line}`),
    "",
  ].join("\n");
}
