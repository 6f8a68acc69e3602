import type { ActorId, Range, Status } from "../ledger/ledger.ts";

/**
 * How a result was found, carried by every result. `method`, `paper` and `against` are keys of
 * `methods`, `papers` and `objections` in `text/en/measures.ts` (put into words by `describeMethod`, `citePaper`,
 * `describeObjection` of `text`); `evidence` are ids of figures and ties; `against` is what would speak against it.
 */
export interface About {
  readonly method: string;
  readonly paper: string;
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
  readonly evidence: readonly string[];
  readonly against: readonly string[];
}

/** A loop of payments, with how much must, on average does, and at most can go round in the window. */
export interface Loop {
  readonly actors: readonly ActorId[];
  /** One leg an actor, to the next one: the flows that run there and their sum. */
  readonly legs: readonly {
    readonly from: ActorId;
    readonly to: ActorId;
    readonly amount: number;
    readonly flows: readonly string[];
  }[];
  readonly certain: number;
  readonly expected: number;
  readonly possible: number;
}

/** Revenue that an actor's own financing outlays pay for. */
export interface SelfFinanced extends About {
  readonly actor: ActorId;
  readonly outlays: number;
  readonly revenue: number;
  readonly certain: number;
  readonly proportional: number;
  readonly possible: number;
  /** Proportional value if inflows that were only inferred (own resources) were half as large again. */
  readonly proportionalIfMoreOwnMoney: number;
}

/** Where an actor's money ultimately comes from: shares of its throughflow by outside source; they add to 1. */
export interface Provenance {
  readonly actor: ActorId;
  readonly throughflow: number;
  readonly sources: readonly { readonly label: string; readonly at: ActorId; readonly share: number }[];
}

/** Share of an actor's revenue that would vanish with another actor (hypothetical extraction). */
export interface Dependence {
  readonly actor: ActorId;
  readonly on: ActorId;
  readonly share: number;
}

export interface Circuit {
  readonly status: Exclude<Status, "lapsed">;
  readonly window: string;
  readonly unit: string;
  readonly totalFlow: number;
  readonly core: {
    readonly actors: readonly ActorId[];
    readonly shareOfFlow: number;
    readonly upstream: readonly ActorId[];
    readonly downstream: readonly ActorId[];
  };
  readonly loops: readonly Loop[];
  /** False if loops were left out by length or number; `loopShare` is then a lower bound. */
  readonly loopsComplete: boolean;
  readonly circulation: {
    /** Most money that can be called circular, and the dual bound that proves it. */
    readonly value: number;
    readonly bound: number;
    readonly gap: number;
    readonly shareOfFlow: number;
    /** Drawing layer of each actor, from the dual. */
    readonly layers: Readonly<Record<ActorId, number>>;
  };
  readonly finnCyclingIndex: number;
  readonly loopShare: number;
  readonly incoherence: number;
  readonly selfFinanced: readonly SelfFinanced[];
  readonly provenance: readonly Provenance[];
  readonly dependence: readonly Dependence[];
  /** Book value over market value of the cross-held firms, and the value counted twice. */
  readonly bookInflation:
    | (About & { readonly factor: number; readonly countedTwice: number; readonly unit: string })
    | undefined;
  /** Flows left out of the sums, and why (no amount, in kind, physical unit, no dates, no rate). */
  readonly leftOut: readonly { readonly flow: string; readonly reason: string }[];
  readonly about: Readonly<
    Record<
      | "loops"
      | "circulation"
      | "finnCyclingIndex"
      | "loopShare"
      | "incoherence"
      | "provenance"
      | "dependence"
      | "core",
      About
    >
  >;
}

/** One number of a list of like results: an index weight, a P/E, a required revenue. */
export interface Result extends About {
  readonly id: string;
  readonly subject: string;
  /** Key of `methods` in `text/en/measures.ts`: what is measured. */
  readonly measure: string;
  /** What it is a share of, or whom it concerns besides the subject. */
  readonly of?: string;
  readonly value: Range;
  /** A unit of `core/unit.ts`, a currency code (whole units of it), or such a code with `/yr`. */
  readonly unit: string;
  readonly period: string;
  /** Set if a figure behind it is the article's own statement, not an independent source. */
  readonly origin?: "article";
}

export type Verdict = "supported" | "contradicted" | "loose" | "unverified";

/** A claim, computed: what the article states, what was found, test by test. */
export interface ClaimResult extends About {
  readonly id: string;
  readonly verdict: Verdict;
  readonly stated: string;
  readonly found: string;
  readonly tests: readonly {
    readonly kind: string;
    readonly decisive: boolean;
    readonly stated: string;
    readonly pieces: readonly {
      readonly formula: string;
      readonly found: string;
      readonly passes: boolean | undefined;
      readonly counted: boolean;
      readonly evidence: readonly string[];
    }[];
  }[];
}

/** Numbers of like kind, list by list; what a dossier has no figures for is empty. */
export interface ResultLists {
  readonly concentration: readonly Result[];
  readonly marketShares: readonly Result[];
  readonly valuation: readonly Result[];
  readonly requiredRevenue: readonly Result[];
  readonly growth: readonly Result[];
  readonly realisation: readonly Result[];
  /** Economic against accounting life of chips. */
  readonly chipLife: readonly Result[];
  readonly leverage: readonly Result[];
  /** Cash burn, operating and net losses, kept apart. */
  readonly losses: readonly Result[];
  readonly footprint: readonly Result[];
}

/** Everything measured on a dossier at one as-of date: the document of `kreislauf measure --json`. */
export interface Measurement extends ResultLists {
  readonly format: 1;
  readonly engine: string;
  readonly dossier: string;
  readonly asOf: string;
  readonly circuit: Circuit;
  readonly claims: readonly ClaimResult[];
}
