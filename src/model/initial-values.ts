import type { Where } from "../core/problem.ts";
import { ExpressionBuilder, siteOf } from "./build-expression.ts";
import type { Expression } from "./system.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

export interface Start {
  readonly initial: Expression | undefined;
  readonly earlier: readonly Expression[];
}

/**
 * Values at the start: those given, and those that follow from them by an equation without lags. A variable used
 * with a lag but without such a value is a problem, unless the model starts from its steady state.
 */
export function findInitialValues(
  workshop: Workshop,
  builder: ExpressionBuilder,
  isSteady: boolean,
): ReadonlyMap<VariableDraft, Start> {
  const starts = new Map<VariableDraft, Start>();
  const ready: VariableDraft[] = [];
  const waiting = new Map<VariableDraft, { missing: number; readonly equation: Expression }>();
  const users = new Map<number, VariableDraft[]>();
  for (const draft of workshop.drafts.slice()) {
    if (draft.initial.some((each) => each !== undefined)) {
      const built = Array.from(draft.initial, (written) =>
        written ? builder.build(written.syntax, siteOf(written.scope, draft.base)) : undefined,
      );
      const known = built.map((each, lag) => each ?? built.slice(0, lag).findLast(Boolean));
      starts.set(draft, {
        initial: known[0],
        earlier: known.slice(1).flatMap((each) => each ?? []),
      });
      ready.push(draft);
    } else if (draft.equation) {
      const needs = variablesNow(draft.equation);
      if (!needs) continue;
      waiting.set(draft, { missing: needs.size, equation: draft.equation });
      if (needs.size === 0) ready.push(draft);
      for (const id of needs) {
        const list = users.get(id);
        if (list) list.push(draft);
        else users.set(id, [draft]);
      }
    }
  }
  for (let draft = ready.pop(); draft; draft = ready.pop()) {
    const own = waiting.get(draft);
    if (own && !starts.has(draft)) starts.set(draft, { initial: own.equation, earlier: [] });
    for (const user of users.get(draft.id) ?? []) {
      const entry = waiting.get(user);
      if (entry && --entry.missing === 0) ready.push(user);
    }
  }
  if (!isSteady) {
    const missing = new Map<string, { readonly names: string[]; readonly where: Where }>();
    for (const [id, where] of workshop.lagUses) {
      const { base, name } = workshop.drafts[id];
      if (starts.get(workshop.drafts[id])?.initial) continue;
      const entry = missing.get(base);
      if (entry) entry.names.push(name);
      else missing.set(base, { names: [name], where });
    }
    for (const { names, where } of missing.values()) {
      const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? ", …" : "");
      workshop.report("lag-before-start", where, { name: names[0], names: shown });
    }
  }
  return starts;
}

/** Ids of the variables an expression needs in its own period, or undefined if it looks back or draws. */
function variablesNow(expression: Expression): ReadonlySet<number> | undefined {
  const found = new Set<number>();
  const seen = new Set<Expression>();
  const visit = (of: Expression): boolean => {
    if (seen.has(of)) return true;
    seen.add(of);
    switch (of.kind) {
      case "number":
      case "period":
      case "parameter":
        return true;
      case "noise":
        return false;
      case "variable":
        found.add(of.index);
        return of.lag === 0;
      case "unary":
        return visit(of.of);
      case "binary":
        return visit(of.left) && visit(of.right);
      case "call":
        return of.of.every(visit);
      case "if":
        return visit(of.condition) && visit(of.then) && visit(of.else);
      case "lookup":
        return visit(of.at);
    }
  };
  return visit(expression) ? found : undefined;
}
