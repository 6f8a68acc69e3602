import { nearestName } from "../../core/nearest-name.ts";
import { compareFractions, type Fraction, parseFraction, zero } from "../../core/fraction.ts";
import type { Outcome, Problem, Where } from "../../core/problem.ts";
import { hasErrors, sortProblems } from "../../core/problem.ts";
import { otherDelimiter } from "../../dossier/table.ts";
import { createProblem } from "../../text/problem.ts";
import type { Ballot, BallotKind, Election, Project } from "./election.ts";
import { type PabulibCell, splitPabulib } from "./pabulib-cells.ts";

const kinds: readonly BallotKind[] = ["approval", "choose-1", "ordinal", "cumulative", "scoring"];
const sectionNames = ["META", "PROJECTS", "VOTES"] as const;
type SectionName = (typeof sectionNames)[number];
const firstColumns: Readonly<Record<SectionName, string>> = {
  META: "key",
  PROJECTS: "project_id",
  VOTES: "voter_id",
};
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
  const parted = partedOtherwise(file, sections);
  if (parted) return { value: undefined, problems: [parted] };
  // Where the section of the projects is there twice, nobody knows which one was meant.
  const isTwice = problems.some(({ values }) => values["name"] === "PROJECTS");
  const cut = new Set(problems.flatMap(({ code, where }) => (code === "unclosed-quote" ? [where.line] : [])));
  const meta = readMeta(sections.META ?? [], problems, file);
  const head = sections.META && { meta, where: at(file, sections.META[0]?.[0]) };
  const budget = readBudget(head, problems, file);
  const { projects, mayName } = readProjects(sections.PROJECTS ?? [], problems, file);
  const kind = readKind(head, problems, file);
  const about = { projects, kind, mayName: (id: string): boolean => isTwice || mayName(id) };
  const ballots = readVotes(sections.VOTES ?? [], about, problems, file);
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
  // What else is wrong with a line whose quote is never closed follows from that.
  const sorted = sortProblems(
    problems.filter(({ code, where }) => code === "unclosed-quote" || !cut.has(where.line)),
  );
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
      meta: Object.fromEntries(rest.map(([key, cell]) => [key, cell?.text ?? ""])),
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

/** The first section whose cells another sign parts than the semicolon. */
function partedOtherwise(
  file: string,
  sections: Partial<Record<SectionName, readonly Line[]>>,
): Problem | undefined {
  for (const name of sectionNames) {
    const [head = []] = sections[name] ?? [];
    const found = head.length === 1 && otherDelimiter(head[0].text, [firstColumns[name]], ";");
    if (found) return createProblem("table-delimiter", at(file, head[0]), { found, wanted: ";" });
  }
  return undefined;
}

/** Values of META by key, and where it stands; missing together with the section. A key may lack its value. */
type Head = { readonly meta: Meta; readonly where: Where } | undefined;
type Meta = ReadonlyMap<string, PabulibCell | undefined>;

function readMeta(records: readonly Line[], problems: Problem[], file: string): Meta {
  const meta = new Map<string, PabulibCell | undefined>();
  const header = records[0]?.[0];
  const isHeadless = header !== undefined && header.text !== firstColumns.META;
  if (isHeadless) {
    problems.push(createProblem("missing-column", at(file, header), { column: firstColumns.META }));
  }
  for (const [key, value] of isHeadless ? records : records.slice(1)) {
    if (!value) {
      const hint = nearestName(key.text, sectionNames);
      problems.push(createProblem("ballot-meta-value", at(file, key), { key: key.text }, { hint }));
    } else if (meta.get(key.text)) {
      problems.push(createProblem("ballot-doubled", at(file, key), { id: key.text }));
    }
    if (!meta.get(key.text)) meta.set(key.text, value);
  }
  return meta;
}

/** A cell of META that must be there, as in the example. */
function neededCell(
  head: Head,
  { key, example }: { readonly key: string; readonly example: string },
  problems: Problem[],
): PabulibCell | undefined {
  if (head && !head.meta.has(key)) {
    problems.push(createProblem("ballot-meta-missing", head.where, { key, example }));
  }
  return head?.meta.get(key);
}

function readBudget(head: Head, problems: Problem[], file: string): Fraction {
  const cell = neededCell(head, { key: "budget", example: "budget;100000" }, problems);
  return cell ? readPositive(cell, "budget", problems, file) : zero;
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
  const cell = neededCell(head, { key: "vote_type", example: "vote_type;approval" }, problems);
  const kind = kinds.find((known) => known === cell?.text);
  if (cell && !kind) {
    const values = { value: cell.text, wanted: kinds.join(", ") };
    problems.push(
      createProblem("ballot-kind", at(file, cell), values, { hint: nearestName(cell.text, kinds) }),
    );
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
  const columns = new Map<string, number>();
  for (const [place, cell] of (records[0] ?? []).entries()) {
    if (!columns.has(cell.text)) columns.set(cell.text, place);
    else problems.push(createProblem("doubled-column", at(file, cell), { column: cell.text }));
  }
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
function isWhole(record: Line, head: Line, problems: Problem[], file: string): boolean {
  if (record.length === head.length) return true;
  const values = { found: record.length, wanted: head.length };
  problems.push(createProblem("wrong-cell-count", at(file, record.at(-1)), values));
  return false;
}

/** Projects that can be read, and whether an id may stand in a row or column that cannot. */
function readProjects(
  records: readonly Line[],
  problems: Problem[],
  file: string,
): { readonly projects: readonly Project[]; readonly mayName: (id: string) => boolean } {
  const columns = columnsOf(records, ["project_id", "cost"], problems, file);
  const lines = new Map<string, number>();
  const projects: Project[] = [];
  const place = columns.get("project_id");
  if (place === undefined) return { projects, mayName: () => true };
  const named = new Set<string | undefined>(records.slice(1).map((record) => record[place]?.text));
  const mayName = (id: string): boolean => named.has(id) || named.has(undefined);
  if (!columns.has("cost")) return { projects, mayName };
  for (const record of records.slice(1)) {
    if (!isWhole(record, records[0], problems, file)) continue;
    const id = record[place];
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
  if (records.length === 1) {
    problems.push(createProblem("ballot-no-projects", at(file, records[0][0])));
  }
  return { projects, mayName };
}

function readVotes(
  records: readonly Line[],
  about: ReturnType<typeof readProjects> & { readonly kind: BallotKind },
  problems: Problem[],
  file: string,
): readonly Ballot[] {
  const { projects, mayName, kind } = about;
  const columns = columnsOf(records, ["voter_id", "vote"], problems, file);
  const places = new Map(projects.map(({ id }, place) => [id, place]));
  const lines = new Map<string, number>();
  const ballots: Ballot[] = [];
  if (!columns.has("voter_id") || !columns.has("vote")) return ballots;
  const wrong = (code: Code, cell: PabulibCell, values: Readonly<Record<string, string | number>>): void => {
    problems.push(createProblem(code, at(file, cell), values));
  };
  for (const record of records.slice(1)) {
    if (!isWhole(record, records[0], problems, file)) continue;
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
      if (project === undefined) {
        if (mayName(name)) return;
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
  if (records.length === 1) {
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
