import { join } from "node:path";
import { type Calendar, nameOfPeriod } from "../model/calendar.ts";
import type { EnsemblePlan } from "../simulate/ensemble/plan.ts";
import type { MemberRange, ShardResult } from "../simulate/run-shard.ts";
import type { ParquetColumn } from "../store/parquet-file.ts";
import { openTable, type TableData, type TableFile, type TableFormat } from "../store/streamed-table.ts";
import type { EnsembleRun } from "./run-ensemble.ts";
import { readRanges } from "./summarise-folder.ts";

/** What the tables of an ensemble need to know besides its shards. */
export interface TableSubject {
  readonly calendar: Pick<Calendar, "start" | "length">;
  readonly parametersOf: (member: number) => (name: string) => number;
  /** Key-value metadata: title, sources. */
  readonly about: Readonly<Record<string, string>>;
}

const rowsOfGroup = 1 << 17;

/**
 * Writes two tables from the shards of an ensemble: `paths` (scenario, member, period, date, one column an outcome that is a
 * path) and `runs` (scenario, member, one column an outcome that is a number, one a drawn parameter). Member 0 has the
 * central values. Memory does not grow with the runs. Returns the paths of the files. Throws `WriteFailure`.
 */
export async function writeEnsembleTables(
  run: EnsembleRun,
  folder: string,
  format: TableFormat,
  subject: TableSubject,
): Promise<readonly string[]> {
  const about = { ...describePlan(run), ...subject.about };
  const files: string[] = [];
  const layouts = [pathLayout(run.plan, subject), runLayout(run.plan, subject)];
  for (const { name, columns, rows } of layouts) {
    if (rows === undefined) continue;
    const file = join(folder, `${name}.${format}`);
    const table = await openTable(file, format, columns, about);
    try {
      await fillTable(run, table, rows);
    } catch (error) {
      await table.discard();
      throw error;
    }
    await table.close();
    files.push(file);
  }
  return files;
}

/** Columns of a table for a range of members of one scenario. */
type RowsOf = (scenario: string, range: MemberRange, result: ShardResult) => readonly TableData[];

interface TableLayout {
  readonly name: string;
  readonly columns: readonly ParquetColumn[];
  readonly rows: RowsOf | undefined;
}

function pathLayout(plan: EnsemblePlan, { calendar }: TableSubject): TableLayout {
  const outcomes = plan.outcomes.filter(({ shape }) => shape === "path").map(({ name }) => name);
  const length = plan.periods + 1;
  const dates = Array.from({ length }, (_, period) => nameOfPeriod(calendar, period));
  return {
    name: "paths",
    columns: [
      { name: "scenario", type: "STRING" },
      { name: "member", type: "INT32" },
      { name: "period", type: "INT32" },
      { name: "date", type: "STRING" },
      ...outcomes.map((name) => ({ name, type: "DOUBLE" as const })),
    ],
    rows:
      outcomes.length === 0
        ? undefined
        : (scenario, { first, members }, { columns }) => {
            const count = members * length;
            return [
              Array.from({ length: count }, () => scenario),
              Int32Array.from({ length: count }, (_, row) => first + Math.floor(row / length)),
              Int32Array.from({ length: count }, (_, row) => row % length),
              Array.from({ length: count }, (_, row) => dates[row % length]),
              ...outcomes.map((name) => columns[name]),
            ];
          },
  };
}

function runLayout(plan: EnsemblePlan, { parametersOf }: TableSubject): TableLayout {
  const outcomes = plan.outcomes.filter(({ shape }) => shape === "number").map(({ name }) => name);
  const drawn = plan.drawn.filter((name) => !outcomes.includes(name));
  return {
    name: "runs",
    columns: [
      { name: "scenario", type: "STRING" },
      { name: "member", type: "INT32" },
      ...[...outcomes, ...drawn].map((name) => ({ name, type: "DOUBLE" as const })),
    ],
    rows: (scenario, { first, members }, { columns }) => {
      const values = Array.from({ length: members }, (_, place) => parametersOf(first + place));
      return [
        Array.from({ length: members }, () => scenario),
        Int32Array.from({ length: members }, (_, place) => first + place),
        ...outcomes.map((name) => columns[name]),
        ...drawn.map((name) => Float64Array.from(values, (valueOf) => valueOf(name))),
      ];
    },
  };
}

/** Row groups of many shards, so that readers find few and large ones. */
async function fillTable(run: EnsembleRun, table: TableFile, rowsOf: RowsOf): Promise<void> {
  let waiting: (readonly TableData[])[] = [];
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (rows > 0) await table.append(waiting[0].map((_, column) => joinColumns(waiting, column)));
    waiting = [];
    rows = 0;
  };
  for await (const { range, results } of readRanges(run)) {
    for (const [place, result] of results.entries()) {
      const part = rowsOf(run.plan.scenarios[place].name, range, result);
      waiting.push(part);
      rows += part[0].length;
      if (rows >= rowsOfGroup) await flush();
    }
  }
  await flush();
}

function joinColumns(parts: readonly (readonly TableData[])[], column: number): TableData {
  const pieces = parts.map((part) => part[column]);
  if (pieces.length === 1) return pieces[0];
  const rows = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const [first] = pieces;
  if (first instanceof Float64Array || first instanceof Int32Array) {
    const whole = first instanceof Float64Array ? new Float64Array(rows) : new Int32Array(rows);
    let at = 0;
    for (const piece of pieces as readonly (Float64Array | Int32Array)[]) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
  return (pieces as readonly (readonly (number | string)[])[]).flat();
}

function describePlan({ plan, hash }: EnsembleRun): Readonly<Record<string, string>> {
  return {
    "kreislauf.model": plan.model,
    "kreislauf.modelHash": plan.modelHash,
    "kreislauf.engineVersion": plan.engineVersion,
    "kreislauf.seed": String(plan.seed),
    "kreislauf.runs": String(plan.runs),
    "kreislauf.design": JSON.stringify(plan.design),
    "kreislauf.set": JSON.stringify(plan.set),
    "kreislauf.scenarios": JSON.stringify(plan.scenarios),
    "kreislauf.outcomes": JSON.stringify(plan.outcomes.map(({ name, text, unit }) => ({ name, text, unit }))),
    "kreislauf.hash": hash ?? "",
  };
}
