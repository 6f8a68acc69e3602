import type { Economy } from "../economy/economy.ts";
import type { Content } from "./content.ts";

/**
 * What each purpose of final use contains (in the order of `purposes`), with imports treated as in the content: in
 * million hours for labour values, in the unit of the account otherwise. With `left-out` the purposes add up to all
 * that is worked or emitted at home.
 */
export function contentByPurpose(
  { purposes, products, finalDemand, finalDemandImported }: Economy,
  { imports, total, perImport }: Content,
): Float64Array {
  return Float64Array.from(purposes, (_, column) => {
    let sum = 0;
    products.forEach((__, i) => {
      const used = finalDemand.value[i * finalDemand.columns + column];
      const imported = finalDemandImported.value[i * finalDemand.columns + column];
      if (imports === "as-made-here") sum += total[i] * used;
      else sum += total[i] * (used - imported) + (perImport ?? 0) * imported;
    });
    return sum;
  });
}
