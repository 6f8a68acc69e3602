import type { Bilingual } from "../text/language.ts";
import type { GuideIncidence } from "./guide.ts";
import type { Incidence, IncidenceRow } from "./incidence.ts";
import { type CellRange, rangeOf } from "./incidence-ensemble.ts";

/** A column of who pays: a group of households, a sector, the state. */
export interface Payer {
  readonly id: string;
  readonly label: Bilingual;
}

/** What a kind of payment brings to or takes from everyone; it adds to zero. */
export interface PaymentGroup {
  /** Id of a group of the guide, or `prices`, `writeOffs`, `real`, `worth`. */
  readonly id: string;
  /** In the order of the payers. */
  readonly values: readonly number[];
  readonly total: number;
  /** Where values come from, largest first. */
  readonly rows: readonly IncidenceRow[];
}

/** Who pays, row by row added up to few groups: payments, prices, write-offs, real stocks, and all of them together. */
export interface WhoPays {
  readonly payers: readonly Payer[];
  readonly groups: readonly PaymentGroup[];
  readonly variables: readonly IncidenceRow[];
  /** Rounding between a payer's groups and the change of its net worth, over net worth. */
  readonly gap: number;
}

/** Adds the rows of an incidence up to the groups of a guide. */
export function groupIncidence(found: Incidence, guide: Pick<GuideIncidence, "groups">): WhoPays {
  const last = guide.groups[guide.groups.length - 1].id;
  const groupOf = (row: IncidenceRow): string => {
    switch (row.kind) {
      case "payment":
        return guide.groups.find(({ rows }) => rows.includes(row.label.en))?.id ?? last;
      case "gain":
        return "prices";
      case "loss":
        return "writeOffs";
      default:
        return row.kind;
    }
  };
  const rowsOf = (id: string): readonly IncidenceRow[] =>
    found.rows.filter((row) => row.kind !== "variable" && groupOf(row) === id);
  const ids = [...guide.groups.map(({ id }) => id), "prices", "writeOffs", "real", "worth"];
  const groups = ids.map((id): PaymentGroup => {
    const rows = [...rowsOf(id)].sort((a, b) => sizeOf(b) - sizeOf(a));
    const values = found.columns.map((_, column) => rows.reduce((sum, row) => sum + row.values[column], 0));
    return { id, values, total: values.reduce((sum, value) => sum + value, 0), rows };
  });
  const variables = found.rows.filter(({ kind }) => kind === "variable");
  return { payers: found.columns, groups, variables, gap: found.gap };
}

function sizeOf({ values }: IncidenceRow): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Ranges of the groups over members of an ensemble, by id of the group and in the order of the payers. */
export type WhoPaysRanges = Readonly<Record<string, readonly CellRange[]>>;

/** How far the groups of who pays reach over members; within each they add as always, medians need not. */
export function rangeWhoPays(members: readonly WhoPays[]): WhoPaysRanges {
  return Object.fromEntries(
    members[0].groups.map(({ id, values }, place) => [
      id,
      values.map((_, payer) => rangeOf(members.map(({ groups }) => groups[place].values[payer]))),
    ]),
  );
}
