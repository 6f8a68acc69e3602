import { nearestName } from "../core/nearest-name.ts";
import { evaluateConstant } from "./arithmetic.ts";
import { ExpressionBuilder, siteOf } from "./build-expression.ts";
import type { ChangeSyntax, ExpressionSyntax, Statement, StatementOf } from "./syntax.ts";
import type { Change, Scenario } from "./system.ts";
import type { ParameterDraft, VariableDraft, Workshop } from "./workshop.ts";

interface Places {
  readonly variable: ReadonlyMap<VariableDraft, number>;
  readonly parameter: ReadonlyMap<ParameterDraft, number>;
}

type Draft = Omit<Change, "target"> & { readonly target: VariableDraft | ParameterDraft };

/** Scenarios with those they include; targets get their places when all variables have theirs. */
export function buildScenarios(
  statements: readonly Statement[],
  workshop: Workshop,
  builder: ExpressionBuilder,
  periods: number,
): (places: Places) => readonly Scenario[] {
  const declared = new Map<string, StatementOf<"scenario">>();
  for (const statement of statements) {
    if (statement.kind !== "scenario") continue;
    const known = declared.get(statement.name);
    if (known) {
      const { file, line } = known.where;
      workshop.report("scenario-twice", statement.where, { name: statement.name, file, line });
    } else declared.set(statement.name, statement);
  }
  const own = new Map<string, readonly Draft[]>();
  for (const [name, { changes }] of declared) {
    own.set(
      name,
      changes.flatMap((change) => buildChange(change, name, workshop, builder)),
    );
  }
  const collect = (name: string, open: readonly string[]): readonly Draft[] => {
    const statement = declared.get(name);
    if (!statement) return [];
    const included = statement.with.flatMap(({ name: other, where }) => {
      if (!declared.has(other)) {
        workshop.report("scenario-unknown", where, { name: other }, nearestName(other, declared.keys()));
        return [];
      }
      if (open.includes(other)) {
        workshop.report("scenario-ring", where, { name: other });
        return [];
      }
      return collect(other, [...open, other]);
    });
    return [...included, ...(own.get(name) ?? [])];
  };
  for (const [scenario, changes] of own) {
    const late = changes.find(({ from }) => from > periods);
    if (late) workshop.report("scenario-late", late.where, { scenario, from: late.from, periods });
  }
  const collected = [...declared.values()].map((statement) => ({
    statement,
    changes: collect(statement.name, [statement.name]),
  }));
  return (places) =>
    collected.map(({ statement: { name, notes }, changes }) => ({
      name,
      label: notes.en ?? notes.de ?? "",
      changes: changes.map(({ target, ...change }): Change => {
        const isParameter = "written" in target && "figures" in target;
        const index = isParameter ? places.parameter.get(target) : places.variable.get(target);
        return { ...change, target: { kind: isParameter ? "parameter" : "variable", index: index ?? 0 } };
      }),
    }));
}

function buildChange(
  change: ChangeSyntax,
  scenario: string,
  workshop: Workshop,
  builder: ExpressionBuilder,
): readonly Draft[] {
  const { target, operator, value, once } = change;
  const { name, where, indices } = target;
  const base = workshop.aliases.get(name) ?? name;
  const entry = workshop.names.get(base);
  if (!entry) {
    workshop.unknownName(name, where);
    return [];
  }
  if (entry.arity !== indices.length) {
    workshop.report("wrong-index-count", where, { name, count: indices.length, wanted: entry.arity });
    return [];
  }
  const from = periodOf(change.from, workshop, builder) ?? 1;
  const to = once ? from : (periodOf(change.to, workshop, builder) ?? Infinity);
  if (to < from) workshop.report("ends-before-it-starts", where, { from, to });
  return workshop.dimensions.instances({ name: base, indices }).flatMap((instance): readonly Draft[] => {
    const found = workshop.parameters.get(instance.name) ?? workshop.variables.get(instance.name);
    if (!found) {
      workshop.report(
        entry.kind === "noise" || entry.kind === "table" ? "not-changeable" : "no-such-element",
        where,
        {
          name,
          element: instance.elements.join(", "),
        },
      );
      return [];
    }
    const built = builder.build(value, siteOf(instance.scope, `scenario.${scenario}`, instance.elements));
    return [{ target: found, operator, value: built, from, to, where }];
  });
}

/** Number of the period an expression names: a date, a year, or a number. */
function periodOf(
  syntax: ExpressionSyntax | undefined,
  workshop: Workshop,
  builder: ExpressionBuilder,
): number | undefined {
  if (!syntax) return undefined;
  const value = evaluateConstant(builder.build(syntax, siteOf(new Map(), "scenario")), () => undefined);
  if (value !== undefined && Number.isInteger(value)) {
    return syntax.kind === "number" ? workshop.yearOf(value) : value;
  }
  workshop.report("bad-period", syntax.where);
  return undefined;
}
