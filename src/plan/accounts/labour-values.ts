import type { Coefficients } from "../economy/economy.ts";
import { type Content, type ContentOptions, contentOf } from "./content.ts";

/**
 * Labour values: the hours that a unit of each product takes in all, `λ = l + λ A = l (I − A)⁻¹`, with fixed capital
 * `λ = l + λ (A + D)`; hours a unit of currency (million hours per million). They equal the dual prices of the static
 * plan that makes a final demand with the least labour (Pasinetti 1977; Morishima 1973; Cockshott & Cottrell 1993).
 *
 * @example
 * import { readFileSync } from "node:fs";
 * import { deriveCoefficients, readEconomy, valueLabour } from "kreislauf/plan";
 * const files = ["economy.yaml", "products.csv", "sectors.csv", "use.csv", "final-demand.csv", "capital-flow.csv"];
 * const text = (file) => readFileSync(`economies/lehrbeispiel/${file}`, "utf8");
 * const { value: economy } = readEconomy(new Map(files.map((file) => [file, text(file)])));
 * const values = valueLabour(deriveCoefficients(economy));
 * 1000 * values.direct[4]; // → 18.666…
 * 1000 * values.total[4]; // → 23.854…
 */
export function valueLabour(coefficients: Coefficients, options: ContentOptions = {}): Content {
  return contentOf(coefficients, coefficients.labour, options);
}
