import type { Notes, Statement, TargetSyntax } from "./syntax.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** Equations as written: for variables of their own, and for flows, claims and changes declared elsewhere. */
export function declareEquations(statements: readonly Statement[], workshop: Workshop): void {
  for (const statement of statements) {
    if (statement.kind !== "equation") continue;
    const { target, value, notes } = statement;
    const { where, indices } = target;
    const base = workshop.aliases.get(target.name) ?? target.name;
    const entry = workshop.names.get(base);
    if (entry && (entry.kind === "parameter" || entry.kind === "noise" || entry.kind === "table")) {
      workshop.report("named-twice", where, { name: base, line: entry.where.line });
      continue;
    }
    if (entry && entry.arity !== indices.length) {
      workshop.report("wrong-index-count", where, {
        name: target.name,
        count: indices.length,
        wanted: entry.arity,
      });
      continue;
    }
    if (!entry) {
      workshop.declare({ name: base, kind: "variable", arity: indices.length, where, notes });
    } else if (notes.en !== undefined || notes.de !== undefined || notes.unit || notes.source !== undefined) {
      // What an equation says about a flow adds to what the flow says.
      workshop.names.set(base, { ...entry, notes: mergeNotes(entry.notes, notes) });
    }
    for (const instance of workshop.dimensions.instances({ name: base, indices })) {
      const known = workshop.variables.get(instance.name);
      if (!known && entry && entry.kind !== "variable") {
        workshop.report("no-such-element", where, {
          name: target.name,
          element: instance.elements.join(", "),
        });
        break;
      }
      const draft =
        known ?? workshop.createVariable({ name: instance.name, base, notes, where, origin: "written" });
      if (!claimEquation(draft, where, workshop)) break;
      draft.written = { syntax: value, scope: instance.scope, where };
    }
  }
}

/** False, with a problem naming both places, if something determines the variable already. */
function claimEquation(draft: VariableDraft, where: TargetSyntax["where"], workshop: Workshop): boolean {
  const parameter = workshop.parameters.get(draft.name);
  const other = draft.written?.where ?? parameter?.where;
  if (!other) return true;
  workshop.report("determined-twice", where, { name: draft.name, line: other.line });
  return false;
}

function mergeNotes(first: Notes, second: Notes): Notes {
  return {
    en: first.en ?? second.en,
    de: first.de ?? second.de,
    unit: first.unit ?? second.unit,
    source: first.source ?? second.source,
  };
}

/** Values before the first period. */
export function declareInitials(statements: readonly Statement[], workshop: Workshop): void {
  for (const statement of statements) {
    if (statement.kind !== "init") continue;
    for (const { target, lag, value } of statement.values) {
      const { name, where, indices } = target;
      const base = workshop.aliases.get(name) ?? name;
      const entry = workshop.names.get(base);
      if (!entry) {
        workshop.unknownName(name, where);
        continue;
      }
      if (entry.kind === "parameter" || entry.kind === "noise" || entry.kind === "table") {
        workshop.report("init-not-variable", where, { name });
        continue;
      }
      if (indices.length !== entry.arity) {
        workshop.report("wrong-index-count", where, { name, count: indices.length, wanted: entry.arity });
        continue;
      }
      for (const instance of workshop.dimensions.instances({ name: base, indices })) {
        const draft = workshop.variables.get(instance.name);
        if (!draft) {
          workshop.report("no-such-element", where, { name, element: instance.elements.join(", ") });
          break;
        }
        if (draft.initial[lag]) {
          workshop.report("determined-twice", where, {
            name: draft.name,
            line: draft.initial[lag].syntax.where.line,
          });
          break;
        }
        draft.initial[lag] = { syntax: value, scope: instance.scope };
      }
    }
  }
}
