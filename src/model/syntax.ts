import type { Where } from "../core/problem.ts";
import type { BinaryOperator } from "./system.ts";

/** What the modeller says about a name: in one or two languages, with a unit and a source. */
export interface Notes {
  readonly en: string | undefined;
  readonly de: string | undefined;
  readonly unit: UnitSyntax | undefined;
  readonly source: string | undefined;
}

export interface UnitSyntax {
  readonly text: string;
  readonly where: Where;
}

/** An index as written: a dimension, a set or an element. */
export interface IndexSyntax {
  readonly name: string;
  readonly where: Where;
}

/** A name with indices on the left side of a statement. */
export interface TargetSyntax {
  readonly name: string;
  readonly indices: readonly IndexSyntax[];
  readonly where: Where;
}

/** `firms[firm].current`, or the holders of a claim, who share pro rata. */
export interface PartySyntax {
  readonly kind: "sector" | "holders" | "issuers";
  readonly sector: string;
  readonly account: string | undefined;
  readonly indices: readonly IndexSyntax[];
  readonly alias: string | undefined;
  readonly where: Where;
}

export type ExpressionSyntax =
  | { readonly kind: "number"; readonly value: number; readonly where: Where }
  | { readonly kind: "date"; readonly text: string; readonly where: Where }
  | { readonly kind: "period"; readonly where: Where }
  | {
      readonly kind: "reference";
      readonly name: string;
      readonly indices: readonly IndexSyntax[];
      readonly lag: number;
      /** The step after which a position is meant. */
      readonly after: IndexSyntax | undefined;
      readonly where: Where;
    }
  | {
      readonly kind: "unary";
      readonly operator: "-" | "not";
      readonly of: ExpressionSyntax;
      readonly where: Where;
    }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: ExpressionSyntax;
      readonly right: ExpressionSyntax;
      readonly where: Where;
    }
  | {
      readonly kind: "if";
      readonly condition: ExpressionSyntax;
      readonly yes: ExpressionSyntax;
      readonly no: ExpressionSyntax;
      readonly where: Where;
    }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly of: readonly ExpressionSyntax[];
      readonly lag: number;
      readonly after: IndexSyntax | undefined;
      readonly where: Where;
    }
  | { readonly kind: "figure"; readonly id: string; readonly where: Where }
  /** `sum(cloud: …)`, `mean`, `min`, `max`. */
  | {
      readonly kind: "fold";
      readonly name: FoldName;
      readonly over: readonly IndexSyntax[];
      readonly of: ExpressionSyntax;
      readonly where: Where;
    }
  /** `{W: 0.75, P: 0.8, else: 0}`: a value for each element of an index in scope. */
  | {
      readonly kind: "each";
      readonly entries: readonly { readonly element: IndexSyntax; readonly value: ExpressionSyntax }[];
      readonly else: ExpressionSyntax | undefined;
      readonly where: Where;
    }
  /** `firm in cloud`, `firm is nvidia`. */
  | {
      readonly kind: "member";
      readonly index: IndexSyntax;
      readonly of: IndexSyntax;
      readonly where: Where;
    }
  /** `path(5: 20, 10: 25)`: linear between dates. */
  | {
      readonly kind: "path";
      readonly points: readonly (readonly [ExpressionSyntax, ExpressionSyntax])[];
      readonly where: Where;
    };

export const foldNames = ["sum", "mean", "min", "max"] as const;
export type FoldName = (typeof foldNames)[number];

export interface DistributionSyntax {
  readonly name: string;
  readonly of: readonly ExpressionSyntax[];
  readonly where: Where;
}

export interface ParameterSyntax {
  readonly target: TargetSyntax;
  readonly value: ExpressionSyntax;
  /** Two bounds, or a figure that has them. */
  readonly range: readonly ExpressionSyntax[];
  readonly distribution: DistributionSyntax | undefined;
  readonly notes: Notes;
}

export interface ChangeSyntax {
  readonly target: TargetSyntax;
  readonly operator: "=" | "+=" | "*=";
  readonly value: ExpressionSyntax;
  readonly from: ExpressionSyntax | undefined;
  readonly to: ExpressionSyntax | undefined;
  /** `at 5`: this one period. */
  readonly once: boolean;
}

/** Changes of stocks: with payment (`purchase`) or without. */
export type ChangeVerb = "purchase" | "transfer" | "writeoff" | "build";

export type Statement = { readonly where: Where; readonly file: string } & (
  | { readonly kind: "model"; readonly name: string; readonly notes: Notes }
  | { readonly kind: "source"; readonly text: string }
  | { readonly kind: "include"; readonly name: string }
  | {
      readonly kind: "period";
      readonly length: string;
      readonly from: ExpressionSyntax | undefined;
      readonly to: ExpressionSyntax | undefined;
      readonly count: ExpressionSyntax | undefined;
    }
  | { readonly kind: "unit"; readonly name: string; readonly notes: Notes }
  | {
      readonly kind: "currency";
      readonly name: string;
      readonly rate: ExpressionSyntax;
      readonly notes: Notes;
    }
  | {
      readonly kind: "dim";
      readonly name: string;
      readonly of: IndexSyntax | undefined;
      readonly count: number | undefined;
      readonly elements: readonly IndexSyntax[];
      readonly notes: Notes;
    }
  /** `label nvidia "NVIDIA"`: what elements are called. */
  | {
      readonly kind: "label";
      readonly labels: readonly { readonly element: IndexSyntax; readonly notes: Notes }[];
    }
  | {
      readonly kind: "sector";
      readonly sectors: readonly {
        readonly target: TargetSyntax;
        readonly accounts: readonly string[];
        readonly notes: Notes;
      }[];
    }
  | {
      readonly kind: "asset";
      readonly target: TargetSyntax;
      readonly notes: Notes;
      readonly price: ExpressionSyntax | undefined;
      readonly atNetAssets: boolean;
      readonly currency: IndexSyntax | undefined;
      /** No issuers: a real stock. */
      readonly issuers: readonly PartySyntax[];
      readonly holders: readonly PartySyntax[];
    }
  | {
      readonly kind: "flow";
      readonly target: TargetSyntax;
      readonly notes: Notes;
      readonly currency: IndexSyntax | undefined;
      readonly payer: PartySyntax;
      readonly payee: PartySyntax;
      readonly amount: ExpressionSyntax | undefined;
    }
  | {
      readonly kind: "interest";
      readonly asset: IndexSyntax;
      readonly rate: ExpressionSyntax;
      readonly notes: Notes;
    }
  | {
      readonly kind: "change";
      readonly verb: ChangeVerb;
      readonly target: TargetSyntax;
      readonly notes: Notes;
      readonly asset: TargetSyntax;
      readonly from: PartySyntax | undefined;
      readonly to: PartySyntax | undefined;
      readonly amount: ExpressionSyntax | undefined;
    }
  | { readonly kind: "step"; readonly name: string; readonly notes: Notes }
  | { readonly kind: "param"; readonly parameters: readonly ParameterSyntax[] }
  | {
      readonly kind: "noise";
      readonly target: TargetSyntax;
      readonly distribution: DistributionSyntax;
      readonly notes: Notes;
    }
  | {
      readonly kind: "table";
      readonly name: string;
      readonly points: readonly (readonly [ExpressionSyntax, ExpressionSyntax])[];
      readonly notes: Notes;
    }
  | {
      readonly kind: "equation";
      readonly target: TargetSyntax;
      readonly value: ExpressionSyntax;
      readonly notes: Notes;
    }
  | {
      readonly kind: "init";
      readonly steady: boolean;
      readonly values: readonly {
        readonly target: TargetSyntax;
        readonly lag: number;
        readonly value: ExpressionSyntax;
      }[];
    }
  | { readonly kind: "close"; readonly party: PartySyntax; readonly variable: TargetSyntax }
  | {
      readonly kind: "scenario";
      readonly name: string;
      readonly notes: Notes;
      readonly with: readonly IndexSyntax[];
      readonly changes: readonly ChangeSyntax[];
    }
  | {
      readonly kind: "check";
      readonly of: ExpressionSyntax;
      readonly equals: ExpressionSyntax | undefined;
      readonly notes: Notes;
    }
);

export type StatementOf<Kind extends Statement["kind"]> = Extract<Statement, { kind: Kind }>;
