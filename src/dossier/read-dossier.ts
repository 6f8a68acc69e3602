import { nearestName } from "../core/nearest-name.ts";
import { formatDay, readPeriod } from "../core/period.ts";
import { hasErrors, type Outcome, type Problem, sortProblems, type Where } from "../core/problem.ts";
import { findUnit, nearestUnit } from "../core/unit.ts";
import { createProblem } from "../text/problem.ts";
import { tables } from "./columns.ts";
import { dateDerived, inputsOf } from "./derived-days.ts";
import type { Claim, Dossier, Series, Source } from "./dossier.ts";
import { claimsSchema, type Header, headerSchema } from "./header-schema.ts";
import { type TableName, withoutFollowUps, withStandIn } from "./follow-ups.ts";
import { readNames } from "./names.ts";
import { readFigures, readSources } from "./read-figures.ts";
import { readActors, readRates, readTies } from "./read-ties.ts";
import {
  checkClaims,
  checkDerivations,
  checkDoubled,
  checkEarmarks,
  checkLinks,
  firstById,
} from "./references.ts";
import { readSeries } from "./series.ts";
import { type LostCells, readTable, type Row, wholeTable } from "./table.ts";
import { readYaml, type YamlReading } from "./yaml-document.ts";

/** Files of a dossier by path relative to its folder, as text. */
export type DossierFiles = ReadonlyMap<string, string>;

const header = "dossier.yaml";
const usualClaims = "claims.yaml";

/**
 * Reads a dossier from the texts of its files. All problems of all files are found in one go and returned in
 * file order; the value is missing if one of them is an error.
 *
 * @example
 * import { readDossier } from "kreislauf/dossier";
 * readDossier(new Map()).problems[0].code; // → "file-missing"
 */
export function readDossier(files: DossierFiles): Outcome<Dossier> {
  const problems: Problem[] = [];
  const head = readHeader(files.get(header));
  problems.push(...head.problems);

  const lost = new Map<TableName, LostCells>();
  const bare = new Set<TableName>();
  const table = (name: TableName, needed = true): readonly Row[] => {
    const file = `${name}.csv`;
    const content = files.get(file);
    if (content === undefined) {
      if (!needed) return [];
      problems.push(createProblem("file-missing", whole(file), { file }));
      lost.set(name, wholeTable);
      return [];
    }
    const read = readTable(file, content, tables[name]);
    problems.push(...read.problems);
    lost.set(name, read.lost);
    if (read.rows.length === 0 && read.problems.length === 0) bare.add(name);
    return read.rows;
  };
  const actorRows = table("actors");
  const actors = readActors(actorRows, problems);
  const sources = readSources(table("sources"), problems);
  const sourceById = firstById(sources);
  const figures = dateDerived(readFigures(table("figures"), sourceById, problems));
  const unvalued = ["value", "unit", "currency"].some((column) => lost.get("figures")?.misses(column));
  const valued = unvalued ? figures.map(withStandIn) : figures;
  const known = { actors: firstById(actors), sources: sourceById, figures: firstById(figures) };
  const ties = readTies(table("ties"), known, problems);
  const rates = readRates(table("rates", false), sourceById, problems);
  const names = readNames(table("names", false), { figures, ties }, problems);

  const placedActors = actors.map((actor, index) => ({ id: actor.id, where: actorRows[index].where("id") }));
  for (const rows of [placedActors, sources, figures, ties]) problems.push(...checkDoubled(rows));
  problems.push(
    ...checkLinks(figures, (figure) => (figure.replaces ? [figure.replaces] : []), "replaces"),
    ...checkLinks(ties, (tie) => tie.replaces, "replaces"),
    ...checkLinks(ties, (tie) => (tie.earmark ? [tie.earmark] : []), "earmark"),
    ...checkEarmarks(ties),
    ...checkLinks(figures, (figure) => inputsOf(figure, known.figures), "derivation"),
    ...checkDerivations(valued),
  );
  for (const figure of figures) {
    for (const other of figure.conflicts) {
      if (!known.figures.has(other)) {
        const values = { id: figure.id, name: "conflicts", target: other };
        const hint = nearestName(other, known.figures.keys());
        problems.push(createProblem("link-unknown", figure.where, values, { hint }));
      }
    }
  }
  const claims = readClaims(files, head.value, { actors, figures: valued }, problems);
  const series = readAllSeries(files, head, sourceById, problems);
  if (head.value) checkHeader(head.value, head.where, known.actors, problems);

  const order = [header, ...Object.keys(tables).map((name) => `${name}.csv`)];
  const sorted = sortProblems(withoutFollowUps(problems, { lost, bare, figures }), order);
  if (!head.value || hasErrors(problems)) return { value: undefined, problems: sorted };
  const { id, title, summary, currency, focus } = head.value;
  const value: Dossier = {
    id,
    title,
    summary,
    currency,
    focus,
    asOf: readPeriod(head.value.as_of)!.end,
    vintages: head.value.vintages.map((day) => readPeriod(day)!.end),
    window: readPeriod(head.value.window)!,
    actors,
    sources,
    figures,
    ties,
    claims,
    series,
    rates,
    names,
  };
  return { value, problems: sorted };
}

function readHeader(text: string | undefined): YamlReading<Header> {
  if (text !== undefined) return readYaml(header, text, headerSchema);
  const where = whole(header);
  const problems = [createProblem("file-missing", where, { file: header })];
  return { value: undefined, problems, where: () => where };
}

function readClaims(
  files: DossierFiles,
  head: Header | undefined,
  known: Pick<Dossier, "actors" | "figures">,
  problems: Problem[],
): readonly Claim[] {
  // A header with mistakes hides nothing that is wrong with the claims.
  const file = head ? head.claims : [usualClaims].find((name) => files.has(name));
  if (file === undefined) return [];
  const text = files.get(file);
  if (text === undefined) {
    problems.push(createProblem("file-missing", whole(file), { file }));
    return [];
  }
  const read = readYaml(file, text, claimsSchema);
  const claims = (read.value ?? []).map((claim, index) => ({
    ...claim,
    caveat: claim.caveat,
    where: read.where([index]),
  }));
  problems.push(...read.problems, ...checkDoubled(claims), ...checkClaims(claims, known));
  return claims;
}

function readAllSeries(
  files: DossierFiles,
  head: YamlReading<Header>,
  sources: ReadonlyMap<string, Source>,
  problems: Problem[],
): readonly Series[] {
  // Several series may stand in one file; what is wrong with it is told once.
  const told = new Set<string>();
  const placed = (head.value?.series ?? []).map(({ id }, index) => ({
    id,
    where: head.where(["series", index, "id"]),
  }));
  problems.push(...checkDoubled(placed));
  return (head.value?.series ?? []).flatMap((entry, index) => {
    const at = (...path: readonly PropertyKey[]): Where => head.where(["series", index, ...path]);
    entry.sources.forEach((source, place) => {
      if (sources.has(source)) return;
      const hint = nearestName(source, sources.keys());
      problems.push(createProblem("unknown-source", at("sources", place), { source }, { hint }));
    });
    if (!findUnit(entry.unit, "")) {
      const hint = nearestUnit(entry.unit);
      problems.push(createProblem("unknown-unit", at("unit"), { unit: entry.unit }, { hint }));
    }
    const text = files.get(entry.file);
    if (text === undefined) {
      const hint = nearestName(entry.file, files.keys());
      problems.push(createProblem("file-missing", at("file"), { file: entry.file }, { hint }));
      return [];
    }
    const { id, title, unit } = entry;
    const read = readSeries(entry.file, text, entry);
    for (const problem of read.problems) {
      const key = JSON.stringify(problem);
      if (!told.has(key)) problems.push(problem);
      told.add(key);
    }
    return [{ id, title, unit, sources: entry.sources, days: read.days, values: read.values }];
  });
}

function checkHeader(
  head: Header,
  where: (path: readonly PropertyKey[]) => Where,
  actors: ReadonlyMap<string, unknown>,
  problems: Problem[],
): void {
  const { focus } = head;
  if (!actors.has(focus)) {
    const hint = nearestName(focus, actors.keys());
    problems.push(createProblem("unknown-actor", where(["focus"]), { actor: focus }, { hint }));
  }
  const vintages = head.vintages.map((day) => readPeriod(day)!.end);
  const asOf = readPeriod(head.as_of)!.end;
  if (!vintages.includes(asOf)) {
    const values = { day: formatDay(asOf), known: head.vintages.join(", ") };
    problems.push(createProblem("vintage-missing", where(["as_of"]), values));
  }
}

function whole(file: string): Where {
  return { file, line: 0, column: 0 };
}
