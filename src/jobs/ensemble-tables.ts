import { join } from "node:path";
import { type Calendar, nameOfPeriod } from "../model/calendar.ts";
import type { EnsemblePlan } from "../simulate/ensemble/plan.ts";
import type { MemberRange, ShardResult } from "../simulate/run-shard.ts";
import type { ParquetColumn } from "../store/parquet-file.ts";
import { openTable, type TableFile, type TableFormat } from "../store/streamed-table.ts";
import type { EnsembleRun } from "./run-ensemble.ts";
import { readRanges } from "./summarise-folder.ts";

/** What the tables of an ensemble need to know besides its shards. */
export interface TableSubject {
  readonly calendar: Pick<Calendar, "start" | "length">;
  readonly parametersOf: (member: number) => (name: string) => number;
  /** Key-value metadata: title, sources. */
  readonly about: Readonly<Record<string, string>>;
}

/** Numbers in a row group, in all columns. */
const numbersOfGroup = 600_000;

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
  for (const layout of layouts) {
    if (layout.rowsPerMember === 0) continue;
    const file = join(folder, `${layout.name}.${format}`);
    const table = await openTable(file, format, layout.columns, about);
    try {
      await fillTable(run, table, layout);
    } catch (error) {
      await table.discard();
      throw error;
    }
    await table.close();
    files.push(file);
  }
  return files;
}

/** Writes the rows of a range of members of one scenario into columns, from row `at` on; returns how many. */
type WriteRows = (
  columns: readonly Column[],
  at: number,
  scenario: string,
  range: MemberRange,
  result: ShardResult,
) => number;

/** Room for the rows of a row group, used again for the next. */
type Column = string[] | Int32Array | Float64Array;

interface TableLayout {
  readonly name: string;
  readonly columns: readonly ParquetColumn[];
  readonly rowsPerMember: number;
  readonly writeRows: WriteRows;
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
    rowsPerMember: outcomes.length === 0 ? 0 : length,
    writeRows: ([scenarios, members, periods, names, ...paths], at, scenario, range, { columns }) => {
      const rows = range.members * length;
      for (let row = 0; row < rows; row++) {
        const period = row % length;
        scenarios[at + row] = scenario;
        members[at + row] = range.first + Math.floor(row / length);
        periods[at + row] = period;
        names[at + row] = dates[period];
      }
      outcomes.forEach((name, place) => (paths[place] as Float64Array).set(columns[name], at));
      return rows;
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
    rowsPerMember: 1,
    writeRows: ([scenarios, members, ...numbers], at, scenario, { first, members: rows }, { columns }) => {
      for (let row = 0; row < rows; row++) {
        const valueOf = parametersOf(first + row);
        scenarios[at + row] = scenario;
        members[at + row] = first + row;
        outcomes.forEach((name, place) => (numbers[place][at + row] = columns[name][row]));
        drawn.forEach((name, place) => (numbers[outcomes.length + place][at + row] = valueOf(name)));
      }
      return rows;
    },
  };
}

/** Row groups of many shards, so that readers find few and large ones. */
async function fillTable(
  run: EnsembleRun,
  table: TableFile,
  { columns: kinds, rowsPerMember, writeRows }: TableLayout,
): Promise<void> {
  const room = Math.ceil(numbersOfGroup / kinds.length) + run.plan.shardMembers * rowsPerMember;
  const columns = kinds.map(({ type }): Column =>
    type === "STRING" ? [] : type === "INT32" ? new Int32Array(room) : new Float64Array(room),
  );
  let rows = 0;
  const flush = async (): Promise<void> => {
    const filled = rows;
    rows = 0;
    if (filled === 0) return;
    await table.append(
      columns.map((column) => (Array.isArray(column) ? column.slice(0, filled) : column.subarray(0, filled))),
    );
  };
  for await (const { range, results } of readRanges(run)) {
    for (const [place, result] of results.entries()) {
      rows += writeRows(columns, rows, run.plan.scenarios[place].name, range, result);
      if (rows >= numbersOfGroup / kinds.length) await flush();
    }
  }
  await flush();
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
