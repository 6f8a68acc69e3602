import type { Expression } from "../system.ts";

/** Visits every part of an expression; long chains need no deep recursion. */
export function visitExpression(expression: Expression, visit: (part: Expression) => void): void {
  const open: Expression[] = [expression];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    visit(part);
    switch (part.kind) {
      case "unary":
        open.push(part.of);
        break;
      case "binary":
        open.push(part.right, part.left);
        break;
      case "call":
        open.push(...part.of);
        break;
      case "if":
        open.push(part.else, part.then, part.condition);
        break;
      case "lookup":
        open.push(part.at);
        break;
      default:
    }
  }
}

/** Variables whose value of this period an expression reads, each once. */
export function variablesNow(expression: Expression): ReadonlySet<number> {
  const found = new Set<number>();
  visitExpression(expression, (part) => {
    if (part.kind === "variable" && part.lag === 0) found.add(part.index);
  });
  return found;
}

/** Longest lag of a variable in an expression. */
export function longestLag(expression: Expression): number {
  let longest = 0;
  visitExpression(expression, (part) => {
    if (part.kind === "variable") longest = Math.max(longest, part.lag);
  });
  return longest;
}
