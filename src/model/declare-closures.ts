import type { Account, Accounts } from "./accounts.ts";
import type { Statement } from "./syntax.ts";
import type { VariableDraft, Workshop } from "./workshop.ts";

/** `close households with H`: the account whose budget is to determine a variable. */
export function declareClosures(
  statements: readonly Statement[],
  workshop: Workshop,
  accounts: Accounts,
): ReadonlyMap<VariableDraft, Account> {
  const wanted = new Map<VariableDraft, Account>();
  for (const statement of statements) {
    if (statement.kind !== "close") continue;
    const { party, variable } = statement;
    const base = workshop.aliases.get(variable.name) ?? variable.name;
    const target = { name: base, indices: variable.indices.length > 0 ? variable.indices : party.indices };
    const arity = workshop.names.get(base)?.arity ?? 0;
    const indices = variable.indices.length === 0 && arity === 0 ? [] : target.indices;
    for (const instance of workshop.dimensions.instances({ name: base, indices })) {
      const draft = workshop.variables.get(instance.name);
      const account = accounts.account(party, instance.scope);
      if (!draft) {
        workshop.unknownName(variable.name, variable.where);
        break;
      }
      if (draft.written) {
        workshop.report("determined-twice", draft.written.where, {
          name: draft.name,
          line: statement.where.line,
        });
      }
      if (account) wanted.set(draft, account);
      draft.origin = "budget";
    }
  }
  return wanted;
}
