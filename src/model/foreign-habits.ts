import type { Token } from "./lexer.ts";

/** Signs of other languages, and ours. */
const signs: readonly (readonly [theirs: string, ours: string])[] = [
  ["//", "#"],
  ["**", "^"],
  [":=", "="],
  ["&&", "and"],
  ["||", "or"],
  ["&", "and"],
  ["|", "or"],
  ["−", "-"],
  ["–", "-"],
  ["×", "*"],
  ["·", "*"],
  ["÷", "/"],
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "!="],
  ["→", "->"],
  ["'", '"'],
  ["“", '"'],
  ["„", '"'],
  ["”", '"'],
  ["«", '"'],
  ["?", "if … then … else …"],
  [";", "⏎"],
];

const firstCharacters = new Set(signs.map(([sign]) => sign[0]));

/** The sign of another language that stands here. */
export function foreignSignAt(
  text: string,
  at: number,
): { readonly sign: string; readonly wanted: string } | undefined {
  if (!firstCharacters.has(text[at])) return undefined;
  const found = signs.find(([sign]) => text.startsWith(sign, at));
  return found && { sign: found[0], wanted: found[1] };
}

/** Functions of other programs, and ours. */
export const foreignFunctions: ReadonlyMap<string, string> = new Map([
  ["ln", "log"],
  ["pow", "^"],
  ["average", "mean"],
  ["avg", "mean"],
  ["diff", "d"],
  ["delta", "d"],
  ["prev", "lag"],
  ["previous", "lag"],
  ["ifelse", "if … then … else …"],
  ["iif", "if … then … else …"],
]);

/** Numbers as other places write them: `0,6` and `20%`, where the reading of `here` failed. */
export function foreignNumber(
  before: readonly Token[],
  here: Token,
  after: Token,
):
  | { readonly code: "comma-in-number" | "percent-sign"; readonly found: string; readonly wanted: string }
  | undefined {
  const [last, secondLast] = [before.at(-1), before.at(-2)];
  const isComma = (token: Token | undefined): boolean =>
    token?.kind === "symbol" && token.text === "," && !token.spaced;
  const decimal = (whole: Token | undefined, comma: Token | undefined, rest: Token): boolean =>
    whole?.kind === "number" && isComma(comma) && rest.kind === "number" && !rest.spaced;
  if (decimal(last, here, after)) return commaFor(last, after);
  if (decimal(secondLast, last, here)) return commaFor(secondLast, here);
  if (here.text === "%" && last?.kind === "number") {
    return {
      code: "percent-sign",
      found: `${last.text}${here.spaced ? " " : ""}%`,
      wanted: String(Number(last.text) / 100),
    };
  }
  return undefined;
}

function commaFor(whole: Token | undefined, rest: Token): ReturnType<typeof foreignNumber> {
  const digits = whole?.text ?? "";
  return {
    code: "comma-in-number",
    found: `${digits},${rest.text}`,
    wanted: `${digits.replaceAll(".", "")}.${rest.text}`,
  };
}
