/**
 * What every measure returns beside its value: how it was computed, from what, and what would speak against
 * it. `method`, `paper` and `against` are keys of `text/en/measures.ts`.
 */
export interface Finding<Value> {
  readonly measure: string;
  readonly value: Value;
  readonly method: string;
  readonly paper: string;
  /** The options and readings the value rests on, as used. */
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
  /** Ids of the figures and ties behind the value. */
  readonly evidence: readonly string[];
  readonly against: readonly string[];
}
