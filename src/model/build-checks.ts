import { binary, call, constant } from "./arithmetic.ts";
import { type ExpressionBuilder, siteOf } from "./build-expression.ts";
import type { Statement } from "./syntax.ts";
import type { System } from "./system.ts";

/** `check a = b` allows rounding of this share of the larger side. */
const checkTolerance = 1e-9;

/** Conditions that every period of every member must meet. */
export function buildChecks(statements: readonly Statement[], builder: ExpressionBuilder): System["checks"] {
  return statements.flatMap((statement) => {
    if (statement.kind !== "check") return [];
    const site = siteOf(new Map(), "check");
    const left = builder.build(statement.of, site);
    let holds = left;
    if (statement.equals) {
      const right = builder.build(statement.equals, site);
      const size = call("max", constant(1), call("abs", left), call("abs", right));
      holds = binary(
        "<=",
        call("abs", binary("-", left, right)),
        binary("*", constant(checkTolerance), size),
      );
    }
    return [{ label: statement.notes.en ?? statement.notes.de ?? "", holds, where: statement.where }];
  });
}
