import { createProblem } from "../../text/problem.ts";
import type { Outcome } from "../../core/problem.ts";
import { type LinearProgram, sortByColumn } from "./linear-program.ts";

/** A linear program with the names that its file gives rows and columns. */
export interface NamedProgram {
  readonly program: LinearProgram;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
}

type Section = "ROWS" | "COLUMNS" | "RHS" | "RANGES" | "BOUNDS";
const sections: ReadonlySet<string> = new Set(["ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS"]);

/**
 * Reads a linear program from an MPS text in free format (names without spaces; minimise). Problems: `mps-line` with
 * line and reason; integer markers and quadratic parts are refused.
 */
export function readMps(file: string, text: string): Outcome<NamedProgram> {
  const reader = new MpsReader();
  const lines = text.split("\n");
  let section: Section | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].trimEnd();
    if (line === "" || line.startsWith("*")) continue;
    const words = line.trim().split(/\s+/);
    if (!line.startsWith(" ")) {
      if (words[0] === "NAME") continue;
      if (words[0] === "ENDATA") return { value: reader.finish(), problems: [] };
      if (sections.has(words[0])) {
        section = words[0] as Section;
        continue;
      }
    }
    if (section === undefined || line.startsWith("\t") || !reader.line(section, words)) {
      const where = { file, line: i + 1, column: 1 };
      return { value: undefined, problems: [createProblem("mps-line", where, { text: line.trim() })] };
    }
  }
  const where = { file, line: lines.length, column: 1 };
  return { value: undefined, problems: [createProblem("mps-cut", where, {})] };
}

class MpsReader {
  private objective: string | undefined;
  private readonly senses: string[] = [];
  private readonly rows = new Map<string, number>();
  private readonly columns = new Map<string, number>();
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly entries: [number, number, number][] = [];
  private readonly rhs = new Map<number, number>();
  private readonly ranges = new Map<number, number>();
  private offset = 0;

  line(section: Section, words: readonly string[]): boolean {
    switch (section) {
      case "ROWS":
        return this.row(words);
      case "BOUNDS":
        return this.bound(words);
      default: {
        if (words.length < 2) return false;
        // The name of the right-hand side may be left out.
        const pairs = words.length % 2 === 1 ? words.slice(1) : words;
        if (section === "COLUMNS" && words.length % 2 === 0) return false;
        for (let k = 0; k < pairs.length; k += 2) {
          const value = Number(pairs[k + 1]);
          if (!Number.isFinite(value) || !this.place(section, words[0], pairs[k], value)) return false;
        }
        return true;
      }
    }
  }

  finish(): NamedProgram {
    const height = this.senses.length;
    const rowLower = new Float64Array(height);
    const rowUpper = new Float64Array(height);
    for (let i = 0; i < height; i++) {
      const side = this.rhs.get(i) ?? 0;
      const range = this.ranges.get(i);
      const sense = this.senses[i];
      rowLower[i] = sense === "L" ? -Infinity : side;
      rowUpper[i] = sense === "G" ? Infinity : side;
      if (range === undefined) continue;
      if (sense === "L" || (sense === "E" && range < 0)) rowLower[i] = side - Math.abs(range);
      if (sense === "G" || (sense === "E" && range > 0)) rowUpper[i] = side + Math.abs(range);
    }
    const matrix = sortByColumn(
      this.columns.size,
      height,
      Int32Array.from(this.entries, ([row]) => row),
      Int32Array.from(this.entries, ([, column]) => column),
      this.entries.map(([, , value]) => value),
    );
    const program: LinearProgram = {
      cost: Float64Array.from(this.cost),
      offset: this.offset,
      columnLower: Float64Array.from(this.lower),
      columnUpper: Float64Array.from(this.upper),
      rowLower,
      rowUpper,
      ...matrix,
    };
    return { program, rowNames: [...this.rows.keys()], columnNames: [...this.columns.keys()] };
  }

  private row([sense, name]: readonly string[]): boolean {
    if (name === undefined) return false;
    if (sense === "N") {
      this.objective ??= name;
      return true;
    }
    if (!["E", "L", "G"].includes(sense) || this.rows.has(name)) return false;
    this.rows.set(name, this.senses.push(sense) - 1);
    return true;
  }

  private place(section: Section, first: string, name: string, value: number): boolean {
    if (section === "COLUMNS") {
      const column = this.columnNumber(first);
      if (name === this.objective) this.cost[column] += value;
      else {
        const row = this.rows.get(name);
        if (row === undefined) return false;
        this.entries.push([row, column, value]);
      }
      return true;
    }
    if (section === "RHS" && name === this.objective) {
      this.offset = -value;
      return true;
    }
    const row = this.rows.get(name);
    if (row === undefined) return false;
    (section === "RHS" ? this.rhs : this.ranges).set(row, value);
    return true;
  }

  private columnNumber(name: string): number {
    const known = this.columns.get(name);
    if (known !== undefined) return known;
    const column = this.columns.size;
    this.columns.set(name, column);
    this.cost.push(0);
    this.lower.push(0);
    this.upper.push(Infinity);
    return column;
  }

  private bound(words: readonly string[]): boolean {
    const [kind, , name] = words;
    const column = this.columns.get(name);
    if (column === undefined) return false;
    const value = Number(words[3]);
    const numeric = words.length === 4 && Number.isFinite(value);
    switch (kind) {
      case "FR":
        this.lower[column] = -Infinity;
        this.upper[column] = Infinity;
        return true;
      case "MI":
        this.lower[column] = -Infinity;
        return true;
      case "PL":
        this.upper[column] = Infinity;
        return true;
      case "FX":
        this.lower[column] = this.upper[column] = value;
        return numeric;
      case "LO":
        this.lower[column] = value;
        return numeric;
      case "UP":
        this.upper[column] = value;
        return numeric;
      default:
        return false;
    }
  }
}

/** Writes a linear program as MPS (free format), so that any other solver can audit a plan. Names are `R0…`, `C0…`; rows without bounds say nothing and are left out. */
export function writeMps(program: LinearProgram): string {
  const { cost, columnLower, columnUpper, rowLower, rowUpper, start, row, value } = program;
  const lines = ["NAME PLAN FREE", "ROWS", " N OBJ"];
  const sides: string[] = [];
  const ranges: string[] = [];
  for (let i = 0; i < rowLower.length; i++) {
    const { [i]: low } = rowLower;
    const { [i]: high } = rowUpper;
    const sense = low === high ? "E" : low === -Infinity ? (high === Infinity ? "N" : "L") : "G";
    if (sense === "N") continue;
    lines.push(` ${sense} R${i}`);
    const side = sense === "L" ? high : low;
    if (side !== 0) sides.push(` RHS R${i} ${side}`);
    if (sense === "G" && high !== Infinity) ranges.push(` RNG R${i} ${high - low}`);
  }
  if (program.offset !== 0) sides.push(` RHS OBJ ${-program.offset}`);
  lines.push("COLUMNS");
  const bounds: string[] = [];
  for (let j = 0; j < cost.length; j++) {
    const entries: string[] = [];
    for (let k = start[j]; k < start[j + 1]; k++) {
      const says = rowLower[row[k]] > -Infinity || rowUpper[row[k]] < Infinity;
      if (says) entries.push(` C${j} R${row[k]} ${value[k]}`);
    }
    // A column must appear to be known.
    if (cost[j] !== 0 || entries.length === 0) entries.push(` C${j} OBJ ${cost[j]}`);
    lines.push(...entries);
    const low = columnLower[j];
    const high = columnUpper[j];
    if (low === -Infinity && high === Infinity) bounds.push(` FR BND C${j} 0`);
    else {
      if (low === -Infinity) bounds.push(` MI BND C${j} 0`);
      else if (low !== 0) bounds.push(` LO BND C${j} ${low}`);
      if (high !== Infinity) bounds.push(` UP BND C${j} ${high}`);
    }
  }
  return `${[...lines, "RHS", ...sides, "RANGES", ...ranges, "BOUNDS", ...bounds, "ENDATA"].join("\n")}\n`;
}
