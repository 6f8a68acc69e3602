import { nearestName } from "../core/nearest-name.ts";
import { evaluateConstant } from "./arithmetic.ts";
import { ExpressionBuilder, siteOf } from "./build-expression.ts";
import type { Scope } from "./dimensions.ts";
import type { DistributionSyntax, ExpressionSyntax, Statement } from "./syntax.ts";
import type { Distribution, Expression } from "./system.ts";
import type { ParameterDraft, Workshop } from "./workshop.ts";

/** Names of parameters; values are found when all names are known. */
export function declareParameters(statements: readonly Statement[], workshop: Workshop): void {
  for (const statement of statements) {
    if (statement.kind !== "param") continue;
    for (const { target, value, range, distribution, notes } of statement.parameters) {
      const { name, where, indices } = target;
      const known = workshop.names.get(name);
      // A flow may be given by a parameter of its name.
      const isAmount = known?.kind === "flow" || known?.kind === "change";
      if (
        isAmount
          ? known.arity !== indices.length
          : !workshop.declare({ name, kind: "parameter", arity: indices.length, where, notes })
      ) {
        if (isAmount)
          workshop.report("wrong-index-count", where, { name, count: indices.length, wanted: known.arity });
        continue;
      }
      for (const { name: full, scope } of workshop.dimensions.instances(target)) {
        const again = workshop.parameters.get(full);
        if (again) {
          workshop.report("named-twice", where, { name: full, line: again.where.line });
          continue;
        }
        workshop.parameters.set(full, {
          id: workshop.parameters.size,
          name: full,
          base: name,
          notes,
          where,
          written: value,
          range,
          distribution,
          scope,
          value: undefined,
          low: undefined,
          high: undefined,
          drawn: undefined,
          state: "waiting",
          figures: new Set(figuresIn(value)),
        });
      }
    }
  }
}

export function declareNoises(
  statements: readonly Statement[],
  workshop: Workshop,
  builder: ExpressionBuilder,
): void {
  for (const statement of statements) {
    if (statement.kind !== "noise") continue;
    const { target, distribution, notes } = statement;
    const { name, where, indices } = target;
    if (!workshop.declare({ name, kind: "noise", arity: indices.length, where, notes })) continue;
    for (const instance of workshop.dimensions.instances(target)) {
      const drawn = readDistribution(distribution, instance.scope, workshop, builder);
      if (drawn) {
        workshop.noises.set(instance.name, {
          id: workshop.noises.size,
          name: instance.name,
          distribution: drawn,
        });
      }
    }
  }
}

export function declareTables(
  statements: readonly Statement[],
  workshop: Workshop,
  builder: ExpressionBuilder,
): void {
  for (const statement of statements) {
    if (statement.kind !== "table") continue;
    const { name, where, notes, points } = statement;
    if (!workshop.declare({ name, kind: "table", arity: 0, where, notes })) continue;
    workshop.tables.set(name, builder.points(points, siteOf(new Map(), name)));
  }
}

/** Values, ranges and distributions of all parameters: constant arithmetic over figures and other parameters. */
export function resolveParameters(workshop: Workshop, builder: ExpressionBuilder): void {
  const byId = [...workshop.parameters.values()];
  const evaluate = (syntax: ExpressionSyntax, scope: Scope, owner: string): number | undefined => {
    const built = builder.build(syntax, siteOf(scope, owner));
    for (const id of parametersIn(built)) resolve(byId[id]);
    return evaluateConstant(built, (id) => byId[id].value);
  };
  const resolve = (draft: ParameterDraft): void => {
    if (draft.state === "busy") workshop.report("parameter-ring", draft.where, { name: draft.name });
    if (draft.state !== "waiting") return;
    draft.state = "busy";
    const { written, scope, base, where } = draft;
    const value = evaluate(written, scope, base);
    if (value === undefined) workshop.report("parameter-varies", written.where, { name: draft.name });
    else if (!Number.isFinite(value))
      workshop.report("parameter-value-not-finite", written.where, { name: draft.name, value });
    draft.value = Number.isFinite(value) ? value : 0;
    draft.state = "done";
    const [low, high] = draft.range;
    if (low?.kind === "figure" && !high) {
      const figure = builder.figure(low.id, low.where);
      [draft.low, draft.high] = [figure?.low ?? figure?.value, figure?.high ?? figure?.value];
      draft.figures.add(low.id);
    } else if (low && high) {
      [draft.low, draft.high] = [evaluate(low, scope, base), evaluate(high, scope, base)];
    }
    if (draft.low !== undefined && draft.high !== undefined && value !== undefined) {
      if (draft.low > draft.high) {
        workshop.report("range-falls", draft.where, { name: draft.name, low: draft.low, high: draft.high });
      } else if (value < draft.low || value > draft.high) {
        workshop.report("outside-range", where, {
          name: draft.name,
          value,
          low: draft.low,
          high: draft.high,
        });
      }
    }
    if (draft.distribution)
      draft.drawn = readDistribution(draft.distribution, scope, workshop, builder, evaluate);
  };
  for (const draft of byId) resolve(draft);
}

const argumentCounts = { normal: 2, lognormal: 2, uniform: 2, triangular: 3 } as const;

function readDistribution(
  syntax: DistributionSyntax,
  scope: Scope,
  workshop: Workshop,
  builder: ExpressionBuilder,
  evaluate?: (syntax: ExpressionSyntax, scope: Scope, owner: string) => number | undefined,
): Distribution | undefined {
  const { name, of, where } = syntax;
  if (!Object.hasOwn(argumentCounts, name)) {
    const known = Object.keys(argumentCounts);
    workshop.report(
      "unknown-distribution",
      where,
      { name, known: known.join(", ") },
      nearestName(name, known),
    );
    return undefined;
  }
  const kind = name as keyof typeof argumentCounts;
  if (of.length !== argumentCounts[kind]) {
    workshop.report("wrong-argument-count", where, { name, count: of.length, wanted: argumentCounts[kind] });
    return undefined;
  }
  const numbers = of.map((each) => {
    const value = evaluate
      ? evaluate(each, scope, name)
      : evaluateConstant(builder.build(each, siteOf(scope, name)), () => undefined);
    if (value === undefined) workshop.report("number-wanted", each.where);
    return value ?? 0;
  });
  const [a, b, c] = numbers;
  const isSound = { normal: b >= 0, lognormal: b >= 0, uniform: a <= b, triangular: a <= b && b <= c }[kind];
  if (!isSound) workshop.report("bad-distribution", where, { name, values: numbers.join(", ") });
  switch (kind) {
    case "normal":
    case "lognormal":
      return { kind, mean: a, deviation: b };
    case "uniform":
      return { kind, low: a, high: b };
    case "triangular":
      return { kind, low: a, mode: b, high: c };
  }
}

/** Ids of the parameters in an expression. */
function parametersIn(expression: Expression): readonly number[] {
  switch (expression.kind) {
    case "parameter":
      return [expression.index];
    case "unary":
      return parametersIn(expression.of);
    case "binary":
      return [...parametersIn(expression.left), ...parametersIn(expression.right)];
    case "call":
      return expression.of.flatMap(parametersIn);
    case "if":
      return [expression.condition, expression.then, expression.else].flatMap(parametersIn);
    case "lookup":
      return parametersIn(expression.at);
    default:
      return [];
  }
}

/** Evidence ids named in an expression. */
function figuresIn(syntax: ExpressionSyntax): readonly string[] {
  switch (syntax.kind) {
    case "figure":
      return [syntax.id];
    case "unary":
      return figuresIn(syntax.of);
    case "binary":
      return [...figuresIn(syntax.left), ...figuresIn(syntax.right)];
    case "call":
      return syntax.of.flatMap(figuresIn);
    case "each":
      return syntax.entries.flatMap((entry) => figuresIn(entry.value));
    default:
      return [];
  }
}
