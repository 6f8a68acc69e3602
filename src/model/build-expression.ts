import { nearestName } from "../core/nearest-name.ts";
import type { Where } from "../core/problem.ts";
import { binary, call, choose, constant, isNumber, negate, one, sum, zero } from "./arithmetic.ts";
import { instanceName, type Scope } from "./dimensions.ts";
import { foreignFunctions } from "./foreign-habits.ts";
import { limits } from "./limits.ts";
import { showExpression } from "./show-expression.ts";
import type { ExpressionSyntax, IndexSyntax } from "./syntax.ts";
import type { Expression, FunctionName } from "./system.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** Where an expression stands: whose equation, with which elements. */
export interface Site {
  readonly scope: Scope;
  /** Name of the variable whose equation it is, for states that remember. */
  readonly owner: string;
  readonly elements: readonly string[];
  /** Counts the states of this equation. */
  readonly states: { count: number };
}

export function siteOf(scope: Scope, owner: string, elements: readonly string[] = []): Site {
  return { scope, owner, elements, states: { count: 0 } };
}

type ReferenceSyntax = Extract<ExpressionSyntax, { kind: "reference" }>;
type CallSyntax = Extract<ExpressionSyntax, { kind: "call" }>;
type FoldSyntax = Extract<ExpressionSyntax, { kind: "fold" }>;

/** What the accounts know about sectors: net worth, and positions after a step. */
export interface SectorFunctions {
  readonly names: readonly string[];
  readonly value: (call: CallSyntax, site: Site) => Expression;
  readonly after: (draft: VariableDraft, step: IndexSyntax) => Expression;
}

/** How many arguments the functions of the engine take. */
export const plainFunctions: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  min: [1, Infinity],
  max: [1, Infinity],
  exp: [1, 1],
  log: [1, 1],
  sqrt: [1, 1],
  abs: [1, 1],
  floor: [1, 1],
  normal_cdf: [1, 1],
};
const ownFunctions: Readonly<Record<string, readonly [least: number, most: number]>> = {
  clamp: [3, 3],
  logistic: [1, 1],
  tanh: [1, 1],
  d: [1, 1],
  lag: [1, 2],
  ever: [1, 1],
  since: [1, 1],
  first: [1, 1],
};

/** Names of all functions. */
export const functionNames: readonly string[] = [
  ...Object.keys(plainFunctions),
  ...Object.keys(ownFunctions),
  "sum",
  "mean",
  "path",
  "figure",
];

/** Value of `since` before its condition was ever true. */
const never = 10_000;

/** Turns expressions as written into expressions over scalars. */
export class ExpressionBuilder {
  private readonly workshop: Workshop;
  private readonly foldUses = new WeakMap<FoldSyntax, ReadonlySet<string> | "all">();
  private readonly folds = new WeakMap<
    FoldSyntax,
    Map<string, { readonly expression: Expression; readonly size: number }>
  >();
  sectors: SectorFunctions | undefined;

  constructor(workshop: Workshop) {
    this.workshop = workshop;
  }

  /** The expression for the elements of a site; something wrong in it is reported and stands as 0. */
  build(syntax: ExpressionSyntax, site: Site): Expression {
    if (!this.workshop.countNodes(1, syntax.where)) return zero;
    switch (syntax.kind) {
      case "number":
        return constant(syntax.value);
      case "period":
        return { kind: "period" };
      case "date":
        return this.date(syntax.text, syntax.where);
      case "figure":
        return constant(this.figure(syntax.id, syntax.where)?.value ?? 0);
      case "unary": {
        const of = this.build(syntax.of, site);
        if (syntax.operator === "-") return negate(of);
        return of.kind === "number"
          ? constant(Number(of.value === 0))
          : { kind: "unary", operator: "not", of };
      }
      case "binary":
        return this.binary(syntax, site);
      case "if": {
        const condition = this.build(syntax.condition, site);
        if (condition.kind === "number") {
          return this.build(condition.value === 0 ? syntax.no : syntax.yes, site);
        }
        return choose(condition, this.build(syntax.yes, site), this.build(syntax.no, site));
      }
      case "member":
        return constant(Number(this.isMember(syntax.index, syntax.of, site)));
      case "each":
        return this.each(syntax, site);
      case "fold":
        return this.sharedFold(syntax, site);
      case "path":
        return { kind: "lookup", points: this.points(syntax.points, site), at: { kind: "period" } };
      case "reference":
        return this.reference(syntax, site);
      case "call":
        return this.call(syntax, site);
    }
  }

  private binary(syntax: Extract<ExpressionSyntax, { kind: "binary" }>, site: Site): Expression {
    const left = this.build(syntax.left, site);
    // What cannot matter is not looked at: `firm in cloud and K[firm] > 0`.
    if (syntax.operator === "and" && isNumber(left, 0)) return zero;
    if (syntax.operator === "or" && left.kind === "number" && left.value !== 0) return one;
    const right = this.build(syntax.right, site);
    if (syntax.operator === "/" && isNumber(right, 0)) this.workshop.report("division-by-zero", syntax.where);
    return binary(syntax.operator, left, right);
  }

  /** The period of a date. */
  private date(text: string, where: Where): Expression {
    const period = this.workshop.dateOf(text);
    if (period === undefined) this.workshop.report("date-without-start", where, { date: text });
    return constant(period ?? 0);
  }

  /** The figure of a dossier with that evidence id. */
  figure(id: string, where: Where): ReturnType<Workshop["figures"]> {
    const figure = this.workshop.figures(id);
    if (!figure) this.workshop.report("figure-unknown", where, { id });
    return figure;
  }

  private isMember(index: IndexSyntax, of: IndexSyntax, site: Site): boolean {
    const { dimensions } = this.workshop;
    const element = dimensions.resolve(index, site.scope);
    const set = dimensions.setOf(of.name);
    if (!set && !dimensions.isElement(of.name) && !site.scope.has(of.name)) dimensions.unknown(of);
    if (set && !site.scope.has(of.name)) return element !== undefined && set.elements.includes(element);
    return element === (site.scope.get(of.name) ?? of.name);
  }

  private each(syntax: Extract<ExpressionSyntax, { kind: "each" }>, site: Site): Expression {
    const { dimensions } = this.workshop;
    const elementsOf = ({ name }: IndexSyntax): readonly string[] =>
      dimensions.setOf(name)?.elements ?? [name];
    const named = syntax.entries.flatMap((entry) => elementsOf(entry.element));
    // The index whose elements are named; one that is a set of the same dimension otherwise.
    const indices = [...site.scope.keys()];
    const elementsIn = (name: string): readonly string[] => dimensions.setOf(name)?.elements ?? [];
    const all = (name: string): readonly string[] =>
      dimensions.sets.get(dimensions.setOf(name)?.dimension ?? "")?.elements ?? [];
    const index =
      indices.find((name) => named.every((element) => elementsIn(name).includes(element))) ??
      indices.find((name) => named.some((element) => all(name).includes(element)));
    if (index === undefined) {
      this.workshop.report("each-without-index", syntax.where);
      return zero;
    }
    const whole = all(index);
    for (const { element } of syntax.entries) {
      if (elementsOf(element).some((one) => !whole.includes(one))) {
        this.workshop.report(
          "not-an-element",
          element.where,
          { name: element.name, set: index },
          nearestName(element.name, whole),
        );
      }
    }
    const wanted = site.scope.get(index) ?? "";
    const value =
      syntax.entries.find((entry) => elementsOf(entry.element).includes(wanted))?.value ?? syntax.else;
    if (value) return this.build(value, site);
    this.workshop.report("no-value-for", syntax.where, { element: wanted });
    return zero;
  }

  /** A sum that does not depend on the indices around it is the same for all of them. */
  private sharedFold(syntax: FoldSyntax, site: Site): Expression {
    let uses = this.foldUses.get(syntax);
    if (uses === undefined) {
      uses = indicesUsed(syntax);
      this.foldUses.set(syntax, uses);
    }
    if (uses === "all") return this.fold(syntax, site);
    const key = [...uses].map((name) => site.scope.get(name) ?? name).join(",");
    let shared = this.folds.get(syntax);
    if (!shared) this.folds.set(syntax, (shared = new Map()));
    const known = shared.get(key);
    if (known) {
      this.workshop.countNodes(known.size, syntax.where);
      return known.expression;
    }
    const before = this.workshop.nodesBuilt;
    const expression = this.fold(syntax, site);
    shared.set(key, { expression, size: this.workshop.nodesBuilt - before });
    return expression;
  }

  private fold(syntax: Extract<ExpressionSyntax, { kind: "fold" }>, site: Site): Expression {
    const around = new Map(site.scope);
    for (const { name } of syntax.over) around.delete(name);
    const instances = this.workshop.dimensions.instances({ name: "", indices: syntax.over }, around);
    const parts = instances.map(({ scope }) => this.build(syntax.of, { ...site, scope }));
    if (parts.length === 0) return zero;
    if (syntax.name === "sum") return sum(parts);
    if (syntax.name === "mean") return binary("/", sum(parts), constant(parts.length));
    return call(syntax.name, ...parts);
  }

  /** Points of a table or path: numbers, first coordinates rising. */
  points(
    points: readonly (readonly [ExpressionSyntax, ExpressionSyntax])[],
    site: Site,
  ): readonly (readonly [number, number])[] {
    const numbers = points.map(([x, y]) => [this.number(x, site), this.number(y, site)] as const);
    for (let i = 1; i < numbers.length; i++) {
      if (numbers[i][0] <= numbers[i - 1][0]) this.workshop.report("points-not-rising", points[i][0].where);
    }
    return numbers;
  }

  private number(syntax: ExpressionSyntax, site: Site): number {
    const built = this.build(syntax, site);
    if (built.kind === "number") return built.value;
    this.workshop.report("number-wanted", syntax.where);
    return 0;
  }

  private reference(syntax: ReferenceSyntax, site: Site): Expression {
    const { workshop } = this;
    const base = workshop.aliases.get(syntax.name) ?? syntax.name;
    const entry = workshop.names.get(base);
    if (!entry || entry.kind === "table") {
      if (entry) workshop.report("table-without-argument", syntax.where, { name: syntax.name });
      else if (workshop.dimensions.isElement(base) || workshop.dimensions.setOf(base)) {
        workshop.report("index-as-value", syntax.where, { name: base });
      } else workshop.unknownName(syntax.name, syntax.where);
      return zero;
    }
    if (syntax.indices.length !== entry.arity) {
      const values = { name: syntax.name, count: syntax.indices.length, wanted: entry.arity };
      workshop.report(entry.arity === 0 ? "no-indices" : "wrong-index-count", syntax.where, values);
      return zero;
    }
    const elements = syntax.indices.map((index) => workshop.dimensions.resolve(index, site.scope));
    if (!elements.every((element) => element !== undefined)) return zero;
    const name = instanceName(base, elements);
    const parameter = workshop.parameters.get(name);
    if (parameter) return workshop.node("parameter", parameter, syntax.lag);
    const draft = workshop.variables.get(name);
    if (draft) {
      if (!syntax.after) return workshop.node("variable", draft, syntax.lag, syntax.where);
      return this.sectors?.after(draft, syntax.after) ?? zero;
    }
    const noise = workshop.noises.get(name);
    if (noise) {
      if (syntax.lag > 0) workshop.report("noise-lag", syntax.where, { name: syntax.name });
      return workshop.node("noise", noise);
    }
    workshop.report("no-such-element", syntax.where, { name: syntax.name, element: elements.join(", ") });
    return zero;
  }

  private call(syntax: CallSyntax, site: Site): Expression {
    const { name, of, where } = syntax;
    if (this.sectors?.names.includes(name)) {
      return this.shift(this.sectors.value(syntax, site), syntax.lag, where);
    }
    const table = this.workshop.tables.get(name);
    const arity = table ? ([1, 1] as const) : (plainFunctions[name as FunctionName] ?? ownFunctions[name]);
    if (!Object.hasOwn(plainFunctions, name) && !Object.hasOwn(ownFunctions, name) && !table) {
      if (this.workshop.names.has(this.workshop.aliases.get(name) ?? name)) {
        this.workshop.report("value-called", where, { name });
        return zero;
      }
      const known = [...functionNames, ...(this.sectors?.names ?? []), ...this.workshop.tables.keys()];
      const hint = foreignFunctions.get(name.toLowerCase()) ?? nearestName(name, known);
      this.workshop.report("unknown-function", where, { name }, hint);
      return zero;
    }
    if (of.length < arity[0] || of.length > arity[1]) {
      this.workshop.report("wrong-argument-count", where, { name, count: of.length, wanted: arity[0] });
      return zero;
    }
    const parts = of.map((each) => this.build(each, site));
    return this.shift(this.apply(name, parts, table, site, syntax), syntax.lag, where);
  }

  private apply(
    name: string,
    parts: readonly Expression[],
    table: readonly (readonly [number, number])[] | undefined,
    site: Site,
    { where, of }: CallSyntax,
  ): Expression {
    const [x] = parts;
    if (table) return { kind: "lookup", points: table, at: x };
    switch (name) {
      case "clamp":
        return call("max", parts[1], call("min", parts[2], x));
      case "logistic":
        return logistic(x);
      case "tanh":
        return binary("-", binary("*", constant(2), logistic(binary("*", constant(2), x))), one);
      case "d":
        return binary("-", x, this.shift(x, 1, where));
      case "lag": {
        const by = parts[1] ?? one;
        if (by.kind === "number" && Number.isInteger(by.value) && by.value > 0) {
          return this.shift(x, by.value, of[1]?.where ?? where);
        }
        const found = by.kind === "number" ? by.value : showExpression(of[1]);
        this.workshop.report("bad-lag", of[1].where, { limit: limits.lag, found });
        return x;
      }
      case "ever":
      case "since":
      case "first":
        return this.memory(name, x, site, where);
      default:
        return call(name as FunctionName, ...parts);
    }
  }

  /** A state that remembers when a condition was true. */
  private memory(
    name: "ever" | "since" | "first",
    condition: Expression,
    site: Site,
    where: Where,
  ): Expression {
    const count = ++site.states.count;
    const base = `${site.owner}.${name}${count > 1 ? count : ""}`;
    const draft = this.workshop.createVariable({
      name: instanceName(base, site.elements),
      base,
      notes: { en: undefined, de: undefined, unit: undefined, source: undefined },
      where,
      origin: "definition",
    });
    const before = this.workshop.node("variable", draft, 1);
    const start = { ever: 0, since: never, first: 0 }[name];
    draft.initial.push({ syntax: { kind: "number", value: start, where }, scope: site.scope });
    draft.equation = {
      ever: choose(condition, one, before),
      since: choose(condition, zero, binary("+", before, one)),
      first: choose(binary(">", before, zero), before, choose(condition, { kind: "period" }, zero)),
    }[name];
    return this.workshop.node("variable", draft);
  }

  /** The expression `by` periods earlier. */
  shift(expression: Expression, by: number, where: Where): Expression {
    if (by === 0 || !this.workshop.countNodes(1, where)) return expression;
    const earlier = (of: Expression): Expression => this.shift(of, by, where);
    switch (expression.kind) {
      case "number":
        return expression;
      case "period":
        return binary("-", expression, constant(by));
      case "variable":
      case "parameter": {
        const lag = expression.lag + by;
        if (lag <= limits.lag) {
          return this.workshop.node(expression.kind, { id: expression.index }, lag, where);
        }
        this.workshop.report("bad-lag", where, { limit: limits.lag, found: lag });
        return expression;
      }
      case "noise":
        this.workshop.report("noise-lag", where, { name: "" });
        return expression;
      case "unary":
        return { ...expression, of: earlier(expression.of) };
      case "binary":
        return { ...expression, left: earlier(expression.left), right: earlier(expression.right) };
      case "call":
        return { ...expression, of: expression.of.map(earlier) };
      case "if":
        return choose(earlier(expression.condition), earlier(expression.then), earlier(expression.else));
      case "lookup":
        return { ...expression, at: earlier(expression.at) };
    }
  }
}

/** Names in index places of an expression, or "all" if it depends on its place in another way. */
function indicesUsed(syntax: ExpressionSyntax): ReadonlySet<string> | "all" {
  const found = new Set<string>();
  const visit = (of: ExpressionSyntax): boolean => {
    switch (of.kind) {
      case "number":
      case "date":
      case "period":
      case "figure":
        return true;
      case "reference":
        for (const { name } of of.indices) found.add(name);
        return of.after === undefined;
      case "unary":
        return visit(of.of);
      case "binary":
        return visit(of.left) && visit(of.right);
      case "if":
        return visit(of.condition) && visit(of.yes) && visit(of.no);
      case "member":
        found.add(of.index.name).add(of.of.name);
        return true;
      case "fold":
        return visit(of.of);
      case "call":
        return Object.hasOwn(plainFunctions, of.name) && of.of.every(visit);
      default:
        return false;
    }
  };
  if (!visit(syntax)) return "all";
  if (syntax.kind === "fold") for (const { name } of syntax.over) found.delete(name);
  return found;
}

function logistic(x: Expression): Expression {
  return binary("/", one, binary("+", one, call("exp", negate(x))));
}
