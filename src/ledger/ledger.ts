import type { Period } from "../core/period.ts";
import type { Bilingual } from "../text/language.ts";

export type ActorId = string;

/** What an actor does in the circuit; the loop map places and colours by it. */
export type Role = "chips" | "cloud" | "lab" | "lender" | "user" | "state" | "household" | "other";

/**
 * Someone who owes and pays. A boundary actor (investors, bondholders, customers) stands for the outside
 * world: money enters and leaves there, and never passes through.
 */
export interface Actor {
  readonly id: ActorId;
  readonly name: Bilingual;
  readonly roles: readonly Role[];
  readonly boundary: boolean;
}

/** What a tie is. `credit` is paid in kind (cloud credits) and carries no cash. */
export type Instrument =
  | "equity"
  | "loan"
  | "bond"
  | "purchase"
  | "lease"
  | "warrant"
  | "guarantee"
  | "prepayment"
  | "credit";

/** How far a tie has come. Sums never mix: a reading at `contracted` holds paid and contracted ties. */
export type Status = "announced" | "contracted" | "paid" | "lapsed";

/** A central value with the bounds its sources give; all three are equal if there is only one figure. */
export interface Range {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Money (or, in a plan, goods in kind) that moves from one actor to another over a period. */
export interface Flow {
  readonly id: string;
  readonly from: ActorId;
  readonly to: ActorId;
  readonly instrument: Instrument;
  readonly amount: Range;
  /** Currency code, or a physical unit. */
  readonly unit: string;
  readonly period: Period;
  /** Parts of the amount dated more closely than the period; they add to the amount. */
  readonly schedule?: readonly { readonly period: Period; readonly share: number }[];
  readonly status: Status;
  /** The flow whose money may only be spent on this one (a tranche tied to a campus). */
  readonly earmark?: string;
  /** The amount is the actor's total for the period and contains its other flows of the same side. */
  readonly total?: "received" | "spent";
  /** True if the dates of the period or schedule are an assumption, not stated by a source. */
  readonly assumedDates?: boolean;
  /** Ids of figures or sources behind the amount. */
  readonly evidence: readonly string[];
}

/** What one actor holds of another's promises or shares at a date. */
export interface Holding {
  readonly id: string;
  readonly holder: ActorId;
  readonly issuer: ActorId;
  readonly instrument: Instrument;
  /** Amount outstanding in `unit`, or undefined if only a share is known. */
  readonly amount?: Range;
  /** Share of the issuer's equity, 0 to 1. */
  readonly share?: number;
  readonly unit: string;
  readonly day: number;
  /** Order of service: 1 is paid first. */
  readonly rank?: number;
  readonly status: Status;
  readonly evidence: readonly string[];
}

/** Who owes and pays whom: the one idea that dossiers, simulations and plans share. */
export interface Ledger {
  readonly id: string;
  readonly actors: readonly Actor[];
  readonly flows: readonly Flow[];
  readonly holdings: readonly Holding[];
  /** Day up to which things were known. */
  readonly asOf: number;
}
