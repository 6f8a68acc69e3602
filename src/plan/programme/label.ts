/** What a row of the programme says, or a column counts. */
export type RowKind =
  | "use"
  | "balance"
  | "import-floor"
  | "import-ceiling"
  | "trade"
  | "capacity"
  | "accumulation"
  | "shrinking"
  | "technique-share"
  | "technique-spread"
  | "stock"
  | "stock-accumulation"
  | "terminal-capacity"
  | "terminal-total"
  | "hours"
  | "week"
  | "account-total"
  | "account"
  | "hazard-total"
  | "hazard"
  | "target"
  | "floor"
  | "common"
  | "pieces";

export type ColumnKind =
  | "output"
  | "use"
  | "imports"
  | "store"
  | "investment"
  | "capital"
  | "technique"
  | "stock"
  | "build"
  | "consumption"
  | "hours"
  | "account"
  | "hazard"
  | "fulfilment"
  | "common"
  | "piece"
  | "relaxation";

/** The meaning of a row or column, as data: numbers into the lists of the economy and its planning. */
export interface Label<Kind = RowKind | ColumnKind> {
  readonly kind: Kind;
  /** 1 is the first year of the plan; 0 if no year. */
  readonly year: number;
  readonly product?: number;
  readonly need?: number;
  readonly technique?: number;
  readonly stock?: number;
  readonly account?: number;
}

/** A wish or a limit that people set, in all its years: what can be in conflict and what can be relaxed. */
export interface Rule {
  readonly kind: "target" | "floor" | "week" | "account" | "hazard" | "trade";
  readonly need?: number;
  readonly account?: number;
  /** Column that relaxes the rule by a share of itself; 0 unless a conflict is searched. */
  readonly column: number;
  readonly rows: readonly number[];
}
