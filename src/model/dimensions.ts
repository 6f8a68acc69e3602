import { nearestName } from "../core/nearest-name.ts";
import type { Where } from "../core/problem.ts";
import type { createProblem } from "../text/problem.ts";
import { limits } from "./limits.ts";
import type { IndexSyntax, Statement, TargetSyntax } from "./syntax.ts";

/** A dimension, or a named part of one. */
export interface IndexSet {
  readonly name: string;
  /** Name of the dimension it is (part of). */
  readonly dimension: string;
  readonly elements: readonly string[];
}

/** Which element each index in scope stands for. */
export type Scope = ReadonlyMap<string, string>;

/** Collects a problem. */
export type Report = (
  code: Parameters<typeof createProblem>[0],
  where: Where,
  values?: Readonly<Record<string, string | number>>,
  hint?: string,
) => void;

/** A target with its indices filled in. */
export interface Instance {
  /** `CP[openai,oracle]`. */
  readonly name: string;
  readonly elements: readonly string[];
  readonly scope: Scope;
}

/** Dimensions and sets by name. */
export class Dimensions {
  readonly sets = new Map<string, IndexSet>();
  private readonly elements = new Set<string>();
  private readonly report: Report;

  constructor(statements: readonly Statement[], report: Report) {
    this.report = report;
    const declared = statements.filter((statement) => statement.kind === "dim");
    for (const statement of declared) {
      if (statement.of) continue;
      const elements =
        statement.count === undefined
          ? statement.elements.map((element) => element.name)
          : Array.from({ length: Math.min(statement.count, limits.elements + 1) }, (_, index) =>
              String(index + 1),
            );
      if (elements.length > limits.elements) {
        report("too-many-elements", statement.where, { name: statement.name, limit: limits.elements });
        elements.length = 1;
      }
      this.add(
        { name: statement.name, dimension: statement.name, elements },
        statement.where,
        statement.elements,
      );
    }
    // A set may be part of a set that stands below it.
    let waiting = declared.filter((statement) => statement.of);
    for (let before = -1; before !== waiting.length;) {
      before = waiting.length;
      waiting = waiting.filter((statement) => {
        const of = statement.of && this.sets.get(statement.of.name);
        if (!of) return true;
        const elements = statement.elements.filter(({ name, where }) => {
          if (of.elements.includes(name)) return true;
          report("not-an-element", where, { name, set: of.name }, nearestName(name, of.elements));
          return false;
        });
        this.add(
          {
            name: statement.name,
            dimension: of.dimension,
            elements: elements.map((element) => element.name),
          },
          statement.where,
          elements,
        );
        return false;
      });
    }
    for (const { of } of waiting) {
      if (of) report("unknown-index", of.where, { name: of.name }, nearestName(of.name, this.sets.keys()));
    }
  }

  private add(set: IndexSet, where: Where, elements: readonly IndexSyntax[]): void {
    const seen = new Set<string>();
    for (const element of elements) {
      if (seen.has(element.name))
        this.report("named-twice", element.where, { name: element.name, line: element.where.line });
      seen.add(element.name);
    }
    if (this.sets.has(set.name)) this.report("named-twice", where, { name: set.name, line: where.line });
    this.sets.set(set.name, { ...set, elements: [...new Set(set.elements)] });
    for (const element of set.elements) this.elements.add(element);
  }

  /** The set an index runs over; `bank'` runs over `bank` a second time. */
  setOf(index: string): IndexSet | undefined {
    return this.sets.get(index.replace(/'+$/, ""));
  }

  isElement(name: string): boolean {
    return this.elements.has(name);
  }

  /** Elements of the dimension an element or set belongs to. */
  unknown(index: IndexSyntax): void {
    const known = [...this.sets.keys(), ...this.elements];
    this.report("unknown-index", index.where, { name: index.name }, nearestName(index.name, known));
  }

  /** The element an index stands for in a scope, or undefined with a problem. */
  resolve(index: IndexSyntax, scope: Scope): string | undefined {
    const bound = scope.get(index.name);
    if (bound !== undefined) return bound;
    if (this.elements.has(index.name)) return index.name;
    if (this.setOf(index.name)) this.report("index-free", index.where, { name: index.name });
    else this.unknown(index);
    return undefined;
  }

  /** Every way to fill in the indices of a target, over the scope around it. */
  instances(target: Pick<TargetSyntax, "name" | "indices">, around: Scope = new Map()): readonly Instance[] {
    let found: { readonly elements: readonly string[]; readonly scope: Scope }[] = [
      { elements: [], scope: around },
    ];
    for (const index of target.indices) {
      const set = around.has(index.name) ? undefined : this.setOf(index.name);
      if (!set) {
        const element = this.resolve(index, around);
        if (element === undefined) return [];
        found = found.map((one) => ({ ...one, elements: [...one.elements, element] }));
        continue;
      }
      if (found.length * set.elements.length > limits.variables) {
        this.report("too-many-elements", index.where, { name: target.name, limit: limits.variables });
        return [];
      }
      found = found.flatMap((one) =>
        one.scope.has(index.name)
          ? [{ ...one, elements: [...one.elements, one.scope.get(index.name) ?? ""] }]
          : set.elements.map((element) => ({
              elements: [...one.elements, element],
              scope: new Map([...one.scope, [index.name, element]]),
            })),
      );
    }
    return found.map((one) => ({ ...one, name: instanceName(target.name, one.elements) }));
  }
}

/** `C`, `C[nvidia]`, `D[openai,oracle]`. */
export function instanceName(base: string, elements: readonly string[]): string {
  return elements.length === 0 ? base : `${base}[${elements.join(",")}]`;
}

/** Elements in the brackets of a draft's name. */
export function elementsOf(draft: { readonly name: string; readonly base: string }): readonly string[] {
  return draft.name === draft.base ? [] : draft.name.slice(draft.base.length + 1, -1).split(",");
}
