import type { BinaryOperator, FunctionName } from "../../model/system.ts";

/** What is asked of a member: an expression over its path, read from text by `readOutcome`. */
export interface OutcomeRule {
  readonly name: string;
  readonly text: string;
  readonly node: OutcomeNode;
  /** One number a period, or one a member. */
  readonly shape: "path" | "number";
  /** How a number is read: an amount, a condition (0 or 1), or the period in which something happened first. */
  readonly reading: "amount" | "condition" | "date";
  /** Unit, if the outcome is a variable as it stands. */
  readonly unit: string;
  /** Names of the variables and parameters in it. */
  readonly variables: readonly string[];
  readonly parameters: readonly string[];
}

/** How a path becomes one number; periods without a value are passed over. */
export const pathSummaries = [
  "peak",
  "trough",
  "mean",
  "total",
  "last",
  "drawdown",
  "first",
  "ever",
  "count",
  "at",
] as const;
export type PathSummary = (typeof pathSummaries)[number];

/** An outcome's expression with every name resolved; plain data, so that it travels to threads. */
export type OutcomeNode =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "period" }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "lag"; readonly of: OutcomeNode; readonly by: number }
  | { readonly kind: "unary"; readonly operator: "-" | "not"; readonly of: OutcomeNode }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: OutcomeNode;
      readonly right: OutcomeNode;
    }
  | {
      readonly kind: "if";
      readonly condition: OutcomeNode;
      readonly yes: OutcomeNode;
      readonly no: OutcomeNode;
    }
  | { readonly kind: "call"; readonly name: FunctionName; readonly of: readonly OutcomeNode[] }
  | {
      readonly kind: "summary";
      readonly name: PathSummary;
      readonly of: OutcomeNode;
      /** The period of `at`. */
      readonly period: number;
    };

/** The parts of a node. */
export function partsOf(node: OutcomeNode): readonly OutcomeNode[] {
  switch (node.kind) {
    case "number":
    case "period":
    case "variable":
    case "parameter":
      return [];
    case "lag":
    case "unary":
    case "summary":
      return [node.of];
    case "binary":
      return [node.left, node.right];
    case "if":
      return [node.condition, node.yes, node.no];
    case "call":
      return node.of;
  }
}

/** Whether a node has a value a period or one a member. */
export function shapeOf(node: OutcomeNode): "path" | "number" {
  if (node.kind === "period" || node.kind === "variable") return "path";
  if (node.kind === "summary") return "number";
  return partsOf(node).some((part) => shapeOf(part) === "path") ? "path" : "number";
}
