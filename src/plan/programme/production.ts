import { atLeast, atMost, type Draft, eachEntry, exactly, yearsOf } from "./draft.ts";
import { levelAt } from "./goals.ts";

/** Coefficients below this move nothing that anyone could measure, but slow the solver. */
const smallestInput = 1e-6;
/** Beyond this share a product is imported whatever we do: only the trade limit holds it. */
const mostlyImported = 0.85;

/**
 * What is made, used, imported and stored: for every product and year
 *   use = inputs of all outputs + investment + consumption + techniques
 *   output + imports + store of last year · (1 − loss) ≥ use + exports + store
 * and imports within a band around their share of the base year. `use` is a variable, so that the table of inputs
 * stands once in the program and not three times.
 */
export function writeProduction(draft: Draft): void {
  const { builder, coefficients, columns, rows, economy, units } = draft;
  const { input, importShare, output } = coefficients;
  const exports = exportsOf(draft);
  const flexibility = draft.parameter("import_flexibility");
  const kept = 1 - draft.parameter("storage_loss");
  const shrunk = 1 - draft.parameter("shrinking");
  for (const year of yearsOf(draft)) {
    const make = new Int32Array(coefficients.size);
    const use = new Int32Array(coefficients.size);
    const imports = new Int32Array(coefficients.size);
    const store = new Int32Array(coefficients.size).fill(-1);
    const useRow = new Int32Array(coefficients.size);
    const balance = new Int32Array(coefficients.size);
    for (let product = 0; product < coefficients.size; product++) {
      const label = { year, product };
      const base = output[product] / units.money;
      // What nobody makes today has no technique, so it cannot be made tomorrow.
      const first = year === 1 ? base * shrunk : 0;
      make[product] = builder.column(
        { kind: "output", ...label },
        { lower: first, upper: base > 0 ? Infinity : 0 },
      );
      use[product] = builder.column({ kind: "use", ...label }, { lower: -Infinity, upper: Infinity });
      imports[product] = builder.column({ kind: "imports", ...label }, atLeast(0));
      useRow[product] = builder.row({ kind: "use", ...label }, exactly(0), [[use[product], -1]]);
      balance[product] = builder.row({ kind: "balance", ...label }, atLeast(exports[product]), [
        [make[product], 1],
        [imports[product], 1],
        [use[product], -1],
      ]);
      if (year > 1) {
        builder.row({ kind: "shrinking", ...label }, atLeast(0), [
          [make[product], 1],
          [columns.output[year - 2][product], -shrunk],
        ]);
      }
      const share = importShare[product];
      if (economy.products[product].competitive && share <= mostlyImported) {
        builder.row({ kind: "import-ceiling", ...label }, atMost(0), [
          [imports[product], 1],
          [use[product], -share * (1 + flexibility)],
        ]);
        if (share > 0) {
          builder.row({ kind: "import-floor", ...label }, atLeast(0), [
            [imports[product], 1],
            [use[product], -share * (1 - flexibility)],
          ]);
        }
      }
      if (draft.planning.stored.has(product)) {
        store[product] = builder.column({ kind: "store", ...label }, atLeast(0));
        builder.entry(balance[product], store[product], -1);
        if (year > 1) builder.entry(balance[product], columns.store[year - 2][product], kept);
      }
    }
    eachEntry(input, smallestInput, (row, column, value) => builder.entry(useRow[row], make[column], value));
    columns.output.push(make);
    columns.use.push(use);
    columns.imports.push(imports);
    columns.store.push(store);
    rows.use.push(useRow);
    rows.balance.push(balance);
  }
}

/** All imports of a year stay below those of the base year, for each person. */
export function writeTrade(draft: Draft): void {
  const { builder, columns, goals, units, economy, population } = draft;
  let base = 0;
  for (const imports of economy.imports) base += imports / units.money;
  if (!(base > 0)) return;
  const column = builder.column({ kind: "relaxation", year: 0 }, exactly(0));
  const rows = yearsOf(draft).map((year) => {
    const limit = base * population[year] * levelAt(goals.imports, year);
    const row = builder.row({ kind: "trade", year }, atMost(limit), [[column, -limit]]);
    for (const imports of columns.imports[year - 1]) builder.entry(row, imports, 1);
    return row;
  });
  draft.rules.push({ kind: "trade", column, rows });
}

function exportsOf({ economy, units }: Draft): Float64Array {
  const { finalDemand, purposes } = economy;
  const exports = new Float64Array(economy.products.length);
  purposes.forEach(({ kind }, column) => {
    if (kind !== "exports") return;
    for (let product = 0; product < exports.length; product++) {
      exports[product] += finalDemand.value[product * finalDemand.columns + column] / units.money;
    }
  });
  return exports;
}
