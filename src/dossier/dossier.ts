import type { Period } from "../core/period.ts";
import type { Where } from "../core/problem.ts";
import type { Actor, ActorId, Instrument, Range, Status } from "../ledger/ledger.ts";
import type { Bilingual } from "../text/language.ts";

/** Where a figure was read. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Days on which it may have appeared; a month or year if no day is known, undefined if not dated at all. */
  readonly date: Period | undefined;
  /** Address, or empty for our own arithmetic. */
  readonly link: string;
  readonly where: Where;
}

export type FigureStatus = "reported" | "estimated" | "forecast" | "announced" | "contracted";
export type Confidence = "high" | "medium" | "low";

/** Who says it: the starting article, an independent source, or arithmetic on other figures. */
export type Origin = "article" | "independent" | "derived";

/** One sourced statement of a quantity (or of a category, where there is no number). */
export interface Figure {
  readonly id: string;
  /** Id of an actor, or the name of a thing that is no actor (“US grid”). */
  readonly subject: string;
  readonly counterparty: string;
  readonly measure: string;
  readonly amount: Range | undefined;
  /** A fact without a number, as a short word that can be compared (`memorandum`). */
  readonly category: string;
  /** Unit of the registry in `core/unit.ts`: `bn`, `percent`, `GW` … */
  readonly unit: string;
  /** Currency code for money, else empty. */
  readonly currency: string;
  readonly period: Period | undefined;
  /** The period as its source words it: `FY2026`, `2025-H1`. */
  readonly periodLabel: string;
  readonly status: FigureStatus;
  readonly confidence: Confidence;
  readonly origin: Origin;
  readonly sources: readonly string[];
  /** First day on which it was known for certain: the last possible day of its first source. */
  readonly known: number;
  /** Arithmetic on other figures, for derived ones: `C014 - C015`. */
  readonly derivation: string;
  /** Ids of figures that say something else about the same thing. */
  readonly conflicts: readonly string[];
  /** Id of the figure this one replaces. */
  readonly replaces: string;
  readonly note: string;
  readonly where: Where;
}

/** A tie between two actors, as agreed, announced or paid. */
export interface Tie {
  readonly id: string;
  readonly from: ActorId;
  readonly to: ActorId;
  readonly kind: Instrument;
  /** Undefined if no source gives an amount: the tie is drawn, and no sum contains it. */
  readonly amount: Range | undefined;
  readonly unit: string;
  readonly currency: string;
  /** Day on which it was agreed or became known; vintages go by its last possible day. */
  readonly date: Period;
  /** Days between which the money moves; undefined if no source says and nothing was assumed. */
  readonly term: Period | undefined;
  /** Amounts by part of the term, in the unit of the tie; empty means evenly by day. */
  readonly schedule: readonly { readonly period: Period; readonly amount: number }[];
  readonly datesBasis: "stated" | "assumed";
  readonly condition: string;
  readonly rank: number | undefined;
  readonly status: Status;
  /** Ids of ties that this one takes the place of. */
  readonly replaces: readonly string[];
  /** Id of the tie whose money may only be spent on this one. */
  readonly earmark: string;
  readonly total: "received" | "spent" | undefined;
  /** Share of the issuer held, 0 to 1, for equity and warrants. */
  readonly share: number | undefined;
  readonly figures: readonly string[];
  readonly sources: readonly string[];
  readonly note: string;
  readonly where: Where;
}

export type Comparison = "<" | "<=" | ">" | ">=";

/** One computation that a statement has to pass. Formulas are arithmetic on figure ids. */
export type ClaimTest =
  /** The stated value lies within `tolerance` (relative) of what each independent figure or formula gives. */
  | {
      readonly kind: "near";
      readonly stated: string;
      readonly found: readonly string[];
      readonly tolerance: number;
    }
  /** Each formula, evaluated, compares with the bound as stated. */
  | {
      readonly kind: "bound";
      readonly found: readonly string[];
      readonly is: Comparison;
      readonly than: string;
    }
  /** The stated value lies inside the span of all independent figures together. */
  | { readonly kind: "span"; readonly stated: string; readonly found: readonly string[] }
  /** The stated category equals the found one. */
  | { readonly kind: "category"; readonly stated: string; readonly found: readonly string[] }
  /** Money flows along the chain of actors in the ledger, at this status or a firmer one. */
  | {
      readonly kind: "path";
      readonly through: readonly ActorId[];
      readonly status: Exclude<Status, "lapsed">;
    };

/**
 * A statement of the article with the computation that tests it. The verdict is computed: `supported` if all
 * tests pass on all their evidence, `contradicted` if a decisive test passes on none, `unverified` if no test
 * has independent evidence of at least medium confidence, `loose` otherwise.
 */
export interface Claim {
  readonly id: string;
  readonly statement: Bilingual;
  readonly tests: readonly (ClaimTest & { readonly decisive: boolean; readonly about: Bilingual })[];
  /** What speaks against the verdict, or limits it. */
  readonly caveat: Bilingual | undefined;
  readonly where: Where;
}

export interface Series {
  readonly id: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly sources: readonly string[];
  readonly days: Float64Array;
  readonly values: Float64Array;
}

/** One unit of `base` costs `value` units of `quote` on `day`. */
export interface ExchangeRate {
  readonly day: number;
  readonly base: string;
  readonly quote: string;
  readonly value: number;
  readonly source: string;
}

/** What a word of the tables is called: a subject, counterparty, measure, category, period label or condition. */
export interface WordName {
  readonly word: string;
  readonly name: Bilingual;
}

/** A body of sourced evidence: what a folder with `dossier.yaml` and its tables holds. */
export interface Dossier {
  readonly id: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly currency: string;
  /** The vintage shown first, and all vintages worth comparing. */
  readonly asOf: number;
  readonly vintages: readonly number[];
  /** The window over which flows are added, unless a caller names another. */
  readonly window: Period;
  /** The actor whose self-financed revenue is shown first. */
  readonly focus: ActorId;
  readonly actors: readonly Actor[];
  readonly sources: readonly Source[];
  readonly figures: readonly Figure[];
  readonly ties: readonly Tie[];
  readonly claims: readonly Claim[];
  readonly series: readonly Series[];
  readonly rates: readonly ExchangeRate[];
  readonly names: readonly WordName[];
}
