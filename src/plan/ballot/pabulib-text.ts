import type { Fraction } from "../../core/fraction.ts";
import type { Election } from "./election.ts";

/**
 * The `.pb` text of an election; `readPabulib` reads it back equal. Costs that are no finite decimals cannot be
 * written and throw: elections read from files never have them.
 */
export function writePabulib(election: Election): string {
  const detailColumns = (
    rows: readonly { readonly details: Readonly<Record<string, string>> }[],
  ): string[] => [...new Set(rows.flatMap(({ details }) => Object.keys(details)))];
  const withPoints = election.kind === "cumulative" || election.kind === "scoring";
  const ofProjects = detailColumns(election.projects);
  const ofBallots = detailColumns(election.ballots);
  const lines = [
    ["META"],
    ["key", "value"],
    ["description", election.title],
    ["num_projects", String(election.projects.length)],
    ["num_votes", String(election.ballots.length)],
    ["budget", decimal(election.budget)],
    ["vote_type", election.kind],
    ...Object.entries(election.meta).filter(([key]) => key !== "description"),
    ["PROJECTS"],
    ["project_id", "cost", "name", ...ofProjects],
    ...election.projects.map(({ id, cost, name, details }) => [
      id,
      decimal(cost),
      name,
      ...ofProjects.map((column) => details[column] ?? ""),
    ]),
    ["VOTES"],
    ["voter_id", "vote", ...(withPoints ? ["points"] : []), ...ofBallots],
    ...election.ballots.map(({ voter, choices, details }) => [
      voter,
      choices.map(({ project }) => election.projects[project].id).join(","),
      ...(withPoints ? [choices.map(({ points }) => String(points)).join(",")] : []),
      ...ofBallots.map((column) => details[column] ?? ""),
    ]),
  ];
  return `${lines.map((cells) => cells.map(quote).join(";")).join("\n")}\n`;
}

function quote(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""').replace(/[\r\n]+/g, " ")}"` : cell;
}

function decimal({ above, below }: Fraction): string {
  let digits = 0;
  let scale = 1n;
  while (scale % below !== 0n) {
    if (digits++ > 60) throw new RangeError(`${above}/${below} is no finite decimal`);
    scale *= 10n;
  }
  const text = String((above * scale) / below).padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
