import { nearestName } from "../../core/nearest-name.ts";
import { compareFractions, type Fraction, parseFraction, zero } from "../../core/fraction.ts";
import type { Outcome, Problem, Where } from "../../core/problem.ts";
import { hasErrors, sortProblems } from "../../core/problem.ts";
import { createProblem } from "../../text/problem.ts";
import type { Ballot, BallotKind, Election, Project } from "./election.ts";
import { type PabulibCell, splitPabulib } from "./pabulib-cells.ts";

const kinds: readonly BallotKind[] = ["approval", "choose-1", "ordinal", "cumulative", "scoring"];
const sectionNames = ["META", "PROJECTS", "VOTES"] as const;
type SectionName = (typeof sectionNames)[number];
type Code = Parameters<typeof createProblem>[0];
type Line = readonly PabulibCell[];

/**
 * Reads an election in the `.pb` format of pabulib.org (META, PROJECTS and VOTES, cells parted by semicolons), with
 * every problem at its line and column. Rankings become Borda points (first of k gets k), ballots without points
 * get 1 for each project.
 *
 * Source: Stolicki, Szufa, Talmon (2020), arXiv:2012.06539.
 */
export function readPabulib(text: string, options: { readonly file: string }): Outcome<Election> {
  const { file } = options;
  const problems: Problem[] = [];
  const sections = splitSections(file, text, problems);
  const parted = sections.META && separatorOf(sections.META);
  if (parted) {
    const values = { found: ",", wanted: ";" };
    return { value: undefined, problems: [createProblem("table-separator", at(file, parted), values)] };
  }
  const meta = readMeta(sections.META ?? [], problems, file);
  const head = sections.META && { meta, where: at(file, sections.META[0]?.[0]) };
  const budget = readBudget(head, problems, file);
  const { projects, named } = readProjects(sections.PROJECTS ?? [], problems, file);
  const kind = readKind(head, problems, file);
  const ballots = readVotes(sections.VOTES ?? [], { projects, named, kind }, problems, file);
  for (const [key, found] of [
    ["num_projects", projects.length],
    ["num_votes", ballots.length],
  ] as const) {
    const stated = meta.get(key);
    if (stated && Number(stated.text) !== found && !hasErrors(problems)) {
      problems.push(
        createProblem("ballot-count", at(file, stated), { key, stated: stated.text, found: String(found) }),
      );
    }
  }
  const sorted = sortProblems(problems);
  if (hasErrors(problems)) return { value: undefined, problems: sorted };
  const rest = [...meta].filter(
    ([key]) => !["budget", "vote_type", "num_projects", "num_votes"].includes(key),
  );
  return {
    value: {
      title: meta.get("description")?.text ?? file,
      kind,
      budget,
      projects,
      ballots,
      meta: Object.fromEntries(rest.map(([key, cell]) => [key, cell.text])),
    },
    problems: sorted,
  };
}

function at(file: string, cell: PabulibCell | undefined): Where {
  return { file, line: cell?.line ?? 0, column: cell?.column ?? 0 };
}

function splitSections(
  file: string,
  text: string,
  problems: Problem[],
): Partial<Record<SectionName, readonly Line[]>> {
  const sections: Partial<Record<SectionName, Line[]>> = {};
  const split = splitPabulib(file, text);
  problems.push(...split.problems);
  let current: Line[] | undefined;
  for (const record of split.records) {
    const name = sectionNames.find(
      (section) => record.length === 1 && record[0].text.toUpperCase() === section,
    );
    if (name) {
      const lines: Line[] = [];
      if (sections[name]) problems.push(createProblem("ballot-section-twice", at(file, record[0]), { name }));
      else sections[name] = lines;
      current = lines;
    } else if (current) current.push(record);
    else {
      const values = { name: record[0].text };
      problems.push(createProblem("ballot-before-section", at(file, record[0]), values));
    }
  }
  for (const name of sectionNames) {
    if (!sections[name])
      problems.push(createProblem("ballot-section-missing", at(file, undefined), { name }));
  }
  return sections;
}

function readMeta(
  records: readonly Line[],
  problems: Problem[],
  file: string,
): ReadonlyMap<string, PabulibCell> {
  const meta = new Map<string, PabulibCell>();
  const header = records[0]?.[0];
  if (header && header.text !== "key") {
    problems.push(createProblem("missing-column", at(file, header), { column: "key" }));
  }
  for (const [key, value] of records.slice(1)) {
    if (!value) {
      const hint = nearestName(key.text, sectionNames);
      problems.push(createProblem("ballot-meta-value", at(file, key), { key: key.text }, { hint }));
    } else if (meta.has(key.text))
      problems.push(createProblem("ballot-doubled", at(file, key), { id: key.text }));
    else meta.set(key.text, value);
  }
  return meta;
}

/** What META says, and where it stands; missing together with the section. */
type Head = { readonly meta: ReadonlyMap<string, PabulibCell>; readonly where: Where } | undefined;

/** The cells of a META whose keys and values are parted by commas. */
function separatorOf(records: readonly Line[]): PabulibCell | undefined {
  const isParted = records.length > 0 && records.every((record) => record.length === 1);
  return isParted && records[0][0].text.includes(",") ? records[0][0] : undefined;
}

function readBudget(head: Head, problems: Problem[], file: string): Fraction {
  const cell = head?.meta.get("budget");
  if (cell) return readPositive(cell, "budget", problems, file);
  if (head) {
    const values = { key: "budget", example: "budget;100000" };
    problems.push(createProblem("ballot-meta-missing", head.where, values));
  }
  return zero;
}

function readPositive(cell: PabulibCell, name: string, problems: Problem[], file: string): Fraction {
  const number = parseFraction(cell.text);
  if (/^-?\d{1,3}(?:\.\d{3})*,\d+$|^-?\d+,\d+$/.test(cell.text)) {
    const wanted = cell.text.replaceAll(".", "").replace(",", ".");
    problems.push(createProblem("decimal-comma", at(file, cell), { column: name, value: cell.text, wanted }));
  } else if (!number) {
    problems.push(createProblem("ballot-not-a-number", at(file, cell), { name, value: cell.text }));
  } else if (compareFractions(number, zero) <= 0) {
    problems.push(createProblem("ballot-not-positive", at(file, cell), { name, value: cell.text }));
  } else return number;
  return zero;
}

function readKind(head: Head, problems: Problem[], file: string): BallotKind {
  const cell = head?.meta.get("vote_type");
  const kind = kinds.find((known) => known === cell?.text);
  if (cell && !kind) {
    const values = { value: cell.text, wanted: kinds.join(", ") };
    problems.push(
      createProblem("ballot-kind", at(file, cell), values, { hint: nearestName(cell.text, kinds) }),
    );
  } else if (!cell && head) {
    const values = { key: "vote_type", example: "vote_type;approval" };
    problems.push(createProblem("ballot-meta-missing", head.where, values));
  }
  return kind ?? "approval";
}

/** Columns of a section by name; a missing one is a problem. */
function columnsOf(
  records: readonly Line[],
  needed: readonly string[],
  problems: Problem[],
  file: string,
): ReadonlyMap<string, number> {
  const columns = new Map((records[0] ?? []).map((cell, place) => [cell.text, place]));
  for (const column of records.length > 0 ? needed : []) {
    if (!columns.has(column)) {
      problems.push(createProblem("missing-column", at(file, records[0]?.[0]), { column }));
    }
  }
  return columns;
}

function detailsOf(
  record: Line,
  columns: ReadonlyMap<string, number>,
  apart: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...columns].flatMap(([name, place]) => {
      const text = record[place]?.text ?? "";
      return apart.includes(name) || text === "" ? [] : [[name, text]];
    }),
  );
}

/** True if the row has a cell for every column. */
function isWhole(
  record: Line,
  columns: ReadonlyMap<string, number>,
  problems: Problem[],
  file: string,
): boolean {
  if (record.length === columns.size) return true;
  const values = { found: record.length, wanted: columns.size };
  problems.push(createProblem("wrong-cell-count", at(file, record.at(-1)), values));
  return false;
}

/** Projects, and every id that stands there, also in rows that are wrong; without ids if nobody can tell them. */
function readProjects(
  records: readonly Line[],
  problems: Problem[],
  file: string,
): { readonly projects: readonly Project[]; readonly named: ReadonlySet<string> | undefined } {
  const columns = columnsOf(records, ["project_id", "cost"], problems, file);
  const lines = new Map<string, number>();
  const projects: Project[] = [];
  const idColumn = columns.get("project_id");
  if (idColumn === undefined) return { projects, named: undefined };
  const named = new Set(records.slice(1).map((record) => record[idColumn]?.text ?? ""));
  if (!columns.has("cost")) return { projects, named };
  for (const record of records.slice(1)) {
    if (!isWhole(record, columns, problems, file)) continue;
    const id = record[idColumn];
    const earlier = lines.get(id.text);
    if (id.text === "") problems.push(createProblem("empty-cell", at(file, id), { column: "project_id" }));
    if (earlier !== undefined) {
      problems.push(createProblem("doubled-id", at(file, id), { id: id.text, line: earlier }));
      continue;
    }
    lines.set(id.text, id.line);
    const name = record[columns.get("name") ?? -1]?.text ?? "";
    projects.push({
      id: id.text,
      name: name === "" ? id.text : name,
      cost: readPositive(record[columns.get("cost")!], "cost", problems, file),
      details: detailsOf(record, columns, ["project_id", "cost", "name"]),
    });
  }
  if (records.length > 0 && projects.length === 0) {
    problems.push(createProblem("ballot-no-projects", at(file, records[0][0])));
  }
  return { projects, named };
}

function readVotes(
  records: readonly Line[],
  about: ReturnType<typeof readProjects> & { readonly kind: BallotKind },
  problems: Problem[],
  file: string,
): readonly Ballot[] {
  const { projects, named, kind } = about;
  const columns = columnsOf(records, ["voter_id", "vote"], problems, file);
  const places = new Map(projects.map(({ id }, place) => [id, place]));
  const lines = new Map<string, number>();
  const ballots: Ballot[] = [];
  if (!columns.has("voter_id") || !columns.has("vote")) return ballots;
  const wrong = (code: Code, cell: PabulibCell, values: Readonly<Record<string, string | number>>): void => {
    problems.push(createProblem(code, at(file, cell), values));
  };
  for (const record of records.slice(1)) {
    if (!isWhole(record, columns, problems, file)) continue;
    const voter = record[columns.get("voter_id")!];
    const earlier = lines.get(voter.text);
    if (earlier !== undefined) {
      wrong("doubled-id", voter, { id: voter.text, line: earlier });
      continue;
    }
    lines.set(voter.text, voter.line);
    if (voter.text === "") wrong("empty-cell", voter, { column: "voter_id" });
    const vote = record[columns.get("vote")!];
    const names = partsOf(vote.text);
    const pointsCell = record[columns.get("points") ?? -1];
    const points = pointsCell ? partsOf(pointsCell.text) : [];
    if (points.length > 0 && points.length !== names.length) {
      wrong("ballot-points-count", pointsCell, { points: points.length, projects: names.length });
    }
    if (kind === "choose-1" && names.length > 1) wrong("ballot-one-choice", vote, { found: names.length });
    const choices: { project: number; points: number }[] = [];
    const seen = new Set<string>();
    names.forEach((name, place) => {
      const project = places.get(name);
      if (project === undefined && (named === undefined || named.has(name))) return;
      if (project === undefined) {
        const hint = nearestName(name, [...places.keys()]);
        problems.push(createProblem("ballot-unknown-project", at(file, vote), { project: name }, { hint }));
      } else if (seen.has(name)) {
        wrong("ballot-chosen-twice", vote, { project: name });
      } else {
        seen.add(name);
        const text = points[place];
        const given = kind === "ordinal" ? names.length - place : text === undefined ? 1 : Number(text);
        if (text !== undefined && !(parseFraction(text) && Number.isFinite(given))) {
          wrong("ballot-not-a-number", pointsCell, { name: "points", value: text });
        } else choices.push({ project, points: given });
      }
    });
    ballots.push({
      voter: voter.text,
      choices,
      details: detailsOf(record, columns, ["voter_id", "vote", "points"]),
    });
  }
  if (records.length > 0 && ballots.length === 0) {
    problems.push(createProblem("ballot-no-votes", at(file, records[0][0])));
  }
  return ballots;
}

function partsOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}
