import type { ExpressionSyntax } from "./syntax.ts";

const longest = 60;

/** An expression as it might have been written, shortened for a message. */
export function showExpression(syntax: ExpressionSyntax): string {
  const text = show(syntax, 0);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function show(syntax: ExpressionSyntax, depth: number): string {
  if (depth > 12) return "…";
  const inner = (of: ExpressionSyntax): string => show(of, depth + 1);
  switch (syntax.kind) {
    case "number":
      return String(syntax.value);
    case "date":
      return syntax.text;
    case "period":
      return "period";
    case "figure":
      return `figure("${syntax.id}")`;
    case "reference": {
      const parts = [
        ...syntax.indices.map(({ name }) => name),
        ...(syntax.lag > 0 ? [`-${syntax.lag}`] : []),
      ];
      return syntax.name + (parts.length > 0 ? `[${parts.join(", ")}]` : "");
    }
    case "unary":
      return `${syntax.operator === "-" ? "-" : "not "}${inner(syntax.of)}`;
    case "binary":
      return `${inner(syntax.left)} ${syntax.operator} ${inner(syntax.right)}`;
    case "if":
      return `if ${inner(syntax.condition)} then …`;
    case "call":
      return `${syntax.name}(${syntax.of.map(inner).join(", ")})`;
    case "fold":
      return `${syntax.name}(${syntax.over.map(({ name }) => name).join(", ")}: ${inner(syntax.of)})`;
    case "each":
      return "{…}";
    case "member":
      return `${syntax.index.name} in ${syntax.of.name}`;
    case "path":
      return "path(…)";
  }
}
