import type { BinaryOperator, Expression, FunctionName } from "../../../src/model/system.ts";

const functions = new Set<string>(["exp", "log", "abs", "min", "max", "sqrt"]);
const strength: Readonly<Record<string, number>> = {
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
  "^": 5,
};

/** Reads the plain infix of the reference files; a mistake in them throws. */
export function parseInfix(
  text: string,
  variables: ReadonlyMap<string, number>,
  parameters: ReadonlyMap<string, number>,
): Expression {
  const tokens = text.match(/\d+\.?\d*(?:[eE][-+]?\d+)?|[A-Za-z_]\w*|<=|>=|[-+*/^()<>,[\]]/g) ?? [];
  let next = 0;
  const expression = parse(0);
  if (next < tokens.length) throw new Error(`unexpected ${tokens[next]} in ${text}`);
  return expression;

  function parse(least: number): Expression {
    let left = prefix();
    for (;;) {
      const operator = tokens[next];
      const binding = strength[operator] ?? 0;
      if (binding === 0 || binding <= least) return left;
      next++;
      const right = parse(operator === "^" ? binding - 1 : binding);
      left = { kind: "binary", operator: operator as BinaryOperator, left, right };
    }
  }

  function prefix(): Expression {
    const token = tokens[next++];
    if (token === "(") {
      const inner = parse(0);
      expect(")");
      return inner;
    }
    if (token === "-") return { kind: "unary", operator: "-", of: parse(3) };
    if (token === "if") {
      const condition = parse(0);
      expect("then");
      const then = parse(0);
      expect("else");
      return { kind: "if", condition, then, else: parse(0) };
    }
    if (/^\d/.test(token)) return { kind: "number", value: Number(token) };
    if (functions.has(token) && tokens[next] === "(") return call(token as FunctionName);
    return reference(token);
  }

  function call(name: FunctionName): Expression {
    const of: Expression[] = [];
    do {
      next++;
      of.push(parse(0));
    } while (tokens[next] === ",");
    expect(")");
    return { kind: "call", name, of };
  }

  function reference(name: string): Expression {
    let lag = 0;
    if (tokens[next] === "[") {
      next++;
      expect("-");
      lag = Number(tokens[next++]);
      expect("]");
    }
    const variable = variables.get(name);
    if (variable !== undefined) return { kind: "variable", index: variable, lag };
    const parameter = parameters.get(name);
    if (parameter !== undefined) return { kind: "parameter", index: parameter, lag };
    throw new Error(`${name} is not known in ${text}`);
  }

  function expect(token: string): void {
    if (tokens[next++] !== token) throw new Error(`expected ${token} in ${text}`);
  }
}
