import type { Purpose, Sector, Table } from "./economy.ts";
import type { CellTable } from "./read-rows.ts";

/** Without a table of makes each sector makes the product of its own name, and all of it. */
export function namesakeMake(
  sectors: readonly Sector[],
  product: ReadonlyMap<string, number>,
  output: Float64Array,
): Table {
  const make = {
    rows: sectors.length,
    columns: product.size,
    value: new Float64Array(sectors.length * product.size),
  };
  sectors.forEach(({ id }, i) => {
    const j = product.get(id);
    if (j !== undefined) make.value[i * make.columns + j] = output[i];
  });
  return make;
}

/**
 * The imported part of use and final use. Where a table does not state it, each use at home takes the same share
 * of imports of a product (the proportionality assumption of most statistical offices); exports take none.
 */
export function spreadImports(
  use: CellTable,
  final: CellTable,
  imports: Float64Array,
  purposes: readonly Purpose[],
): { readonly use: Table; readonly final: Table } {
  if (use.imported && final.imported) return { use: use.imported, final: final.imported };
  const share = importShares(use.total, final.total, imports, purposes);
  const portion = (table: Table, takes: (column: number) => boolean): Table => ({
    ...table,
    value: table.value.map((amount, at) =>
      takes(at % table.columns) ? amount * share[Math.floor(at / table.columns)] : 0,
    ),
  });
  return {
    use: use.imported ?? portion(use.total, () => true),
    final: final.imported ?? portion(final.total, (column) => purposes[column].kind !== "exports"),
  };
}

/** Imports of each product as a share of its use at home, held between 0 and 1. */
export function importShares(
  use: Table,
  final: Table,
  imports: Float64Array,
  purposes: readonly Purpose[],
): Float64Array {
  return imports.map((amount, product) => {
    let home = 0;
    for (let j = 0; j < use.columns; j++) home += use.value[product * use.columns + j];
    purposes.forEach(({ kind }, j) => {
      if (kind !== "exports") home += final.value[product * final.columns + j];
    });
    if (!(amount > 0)) return 0;
    return home > 0 ? Math.min(1, amount / home) : 1;
  });
}
