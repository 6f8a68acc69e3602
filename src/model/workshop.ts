import { nearestName } from "../core/nearest-name.ts";
import type { Problem, Where } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";
import { Dimensions, type Report, type Scope } from "./dimensions.ts";
import { limits } from "./limits.ts";
import type { DistributionSyntax, ExpressionSyntax, Notes, Statement } from "./syntax.ts";
import type { Distribution, Expression, Variable } from "./system.ts";

/** A value of a dossier that a model names by its evidence id. */
export interface Figure {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly unit: string;
}

/** An expression as written, with the elements its indices stand for. */
export interface Written {
  readonly syntax: ExpressionSyntax;
  readonly scope: Scope;
}

/** An unknown while its equation is sought. */
export interface VariableDraft {
  readonly id: number;
  readonly name: string;
  readonly base: string;
  readonly notes: Notes;
  readonly where: Where;
  /** An equation, an amount beside a flow, or a parameter of the same name. */
  written: (Written & { readonly where: Where }) | undefined;
  equation: Expression | undefined;
  origin: Variable["origin"];
  readonly initial: (Written | undefined)[];
}

export interface ParameterDraft {
  readonly id: number;
  readonly name: string;
  readonly base: string;
  readonly notes: Notes;
  readonly where: Where;
  readonly written: ExpressionSyntax;
  readonly range: readonly ExpressionSyntax[];
  readonly distribution: DistributionSyntax | undefined;
  readonly scope: Scope;
  value: number | undefined;
  low: number | undefined;
  high: number | undefined;
  drawn: Distribution | undefined;
  state: "waiting" | "busy" | "done";
  readonly figures: Set<string>;
}

export interface NoiseDraft {
  readonly id: number;
  readonly name: string;
  readonly distribution: Distribution;
}

/** What a base name (without indices) stands for. */
export interface NameEntry {
  readonly name: string;
  readonly kind:
    | "variable"
    | "flow"
    | "position"
    | "parameter"
    | "noise"
    | "table"
    | "claim"
    | "stock"
    | "change";
  readonly arity: number;
  readonly where: Where;
  readonly notes: Notes;
}

/** Words that mean something in every expression. */
const reserved: ReadonlySet<string> = new Set(["if", "then", "else", "and", "or", "not", "period"]);
/** What marks the result instead of stopping the work. */
const warnings: ReadonlySet<string> = new Set(["start-revalued", "pays-itself", "scenario-late"]);
/** Problems that come with the nearest name. */
const hintsGiven = 20;

/** Everything that is known about a model while it is put together. */
export class Workshop {
  readonly problems: Problem[] = [];
  readonly dimensions: Dimensions;
  readonly names = new Map<string, NameEntry>();
  readonly aliases = new Map<string, string>();
  readonly variables = new Map<string, VariableDraft>();
  readonly drafts: VariableDraft[] = [];
  readonly parameters = new Map<string, ParameterDraft>();
  readonly noises = new Map<string, NoiseDraft>();
  readonly tables = new Map<string, readonly (readonly [number, number])[]>();
  /** What elements are called. */
  readonly labels = new Map<string, Notes>();
  readonly figures: (id: string) => Figure | undefined;
  /** The period a date names. */
  dateOf: (text: string) => number | undefined = () => undefined;
  /** The period of a year, where years are dates. */
  yearOf: (year: number) => number = (year) => year;
  /** Where a variable is first used with a lag. */
  readonly lagUses = new Map<number, Where>();
  private nodeCount = 0;
  private readonly cache = {
    variable: new Map<number, Expression>(),
    parameter: new Map<number, Expression>(),
    noise: new Map<number, Expression>(),
  };
  private readonly nodes: { readonly kind: "variable" | "parameter" | "noise"; index: number }[] = [];

  constructor(statements: readonly Statement[], figures: (id: string) => Figure | undefined) {
    this.figures = figures;
    this.dimensions = new Dimensions(statements, this.report);
    for (const statement of statements) {
      if (statement.kind !== "label") continue;
      for (const { element, notes } of statement.labels) {
        if (this.dimensions.isElement(element.name)) this.labels.set(element.name, notes);
        else this.dimensions.unknown(element);
      }
    }
  }

  readonly report: Report = (code, where, values = {}, hint) => {
    if (this.isFull) return;
    this.problems.push(
      createProblem(code, where, values, { hint, severity: warnings.has(code) ? "warning" : "error" }),
    );
  };

  /** True if no more problems are told. */
  get isFull(): boolean {
    return this.problems.length >= limits.problems;
  }

  /** Declares a base name; a second declaration of another kind is a problem. */
  declare(entry: NameEntry): boolean {
    if (reserved.has(entry.name)) this.report("reserved-name", entry.where, { name: entry.name });
    const known = this.names.get(entry.name);
    if (!known) {
      this.names.set(entry.name, entry);
      return true;
    }
    this.report("named-twice", entry.where, { name: entry.name, line: known.where.line });
    return false;
  }

  createVariable(draft: Omit<VariableDraft, "id" | "equation" | "initial" | "written">): VariableDraft {
    const known = this.variables.get(draft.name);
    if (known) return known;
    const created = {
      ...draft,
      id: this.drafts.length,
      equation: undefined,
      initial: [],
      written: undefined,
    };
    if (this.drafts.length === limits.variables) {
      this.report("too-many-variables", draft.where, { limit: limits.variables });
    }
    this.drafts.push(created);
    this.variables.set(created.name, created);
    return created;
  }

  /** A reference; its index is that of the draft until `renumber`. */
  node(
    kind: "variable" | "parameter" | "noise",
    draft: { readonly id: number },
    lag = 0,
    where?: Where,
  ): Expression {
    if (kind === "variable" && lag > 0) {
      const known = this.lagUses.get(draft.id);
      if (!known) this.lagUses.set(draft.id, where ?? this.drafts[draft.id].where);
    }
    const cache = this.cache[kind];
    const key = draft.id * (limits.lag + 1) + lag;
    const known = cache.get(key);
    if (known) return known;
    const created = kind === "noise" ? { kind, index: draft.id } : { kind, index: draft.id, lag };
    this.nodes.push(created);
    cache.set(key, created);
    return created;
  }

  /** Gives every reference the place its draft has in the finished system. */
  renumber(
    orders: Readonly<Record<"variable" | "parameter" | "noise", readonly { readonly id: number }[]>>,
  ): void {
    const place = (kind: keyof typeof orders): ReadonlyMap<number, number> =>
      new Map(orders[kind].map((draft, index) => [draft.id, index]));
    const places = { variable: place("variable"), parameter: place("parameter"), noise: place("noise") };
    for (const node of this.nodes) node.index = places[node.kind].get(node.index) ?? 0;
  }

  /** Counts nodes of expressions; false beyond the limit. */
  countNodes(count: number, where: Where): boolean {
    const before = this.nodeCount;
    this.nodeCount += count;
    if (before < limits.nodes && this.nodeCount >= limits.nodes) {
      this.report("model-too-large", where, { limit: limits.nodes });
    }
    return this.nodeCount < limits.nodes;
  }

  get nodesBuilt(): number {
    return this.nodeCount;
  }

  /** Reports a name nobody declared, with the nearest one. */
  unknownName(name: string, where: Where, more: readonly string[] = []): void {
    // Looking for the nearest name is slow in a large model full of mistakes.
    if (this.problems.length >= hintsGiven) {
      this.report("unknown-name", where, { name });
      return;
    }
    this.report(
      "unknown-name",
      where,
      { name },
      nearestName(name, [...this.names.keys(), ...this.aliases.keys(), ...more]),
    );
  }
}
