import { deriveCoefficients, columnSums, rowSums } from "./coefficients.ts";
import type { Economy } from "./economy.ts";
import { spectralRadius } from "./spectral-radius.ts";

/** Two sums that ought to be equal: `difference = left − right`, and its share of the larger one. */
export interface Residual {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  readonly share: number;
}

/** Every accounting identity of an economy with its residuals, money in millions; lists in the order of the tables. */
export interface IdentityReport {
  /** By product: made and imported against used. */
  readonly products: readonly Residual[];
  /** By sector: output against inputs, margins and value added. */
  readonly sectors: readonly Residual[];
  /** By sector: output against the sum of what it makes. */
  readonly makes: readonly Residual[];
  /** By product: imports against the imported cells. */
  readonly imports: readonly Residual[];
  /** Value added and taxes on products against final use less imports. */
  readonly domesticProduct: Residual;
  readonly spectralRadius: number;
  readonly domesticSpectralRadius: number;
  /** The product that weighs most in the cycle of inputs, with the sum of its own inputs a unit. */
  readonly heaviest: { readonly id: string; readonly inputs: number };
}

/**
 * Checks the accounting identities of an economy: each product's row, each sector's column, makes against outputs,
 * gross domestic product by income and by expenditure, and the spectral radius of the input coefficients, which has
 * to be below 1. Residuals are data; `readEconomy` makes problems of those above the economy's tolerance.
 */
export function checkIdentities(economy: Economy): IdentityReport {
  const { use, make, finalDemand, useImported, finalDemandImported, purposes } = economy;
  const made = columnSums(make);
  const makes = rowSums(make);
  const used = rowSums(use);
  const final = rowSums(finalDemand);
  const inputs = columnSums(use);
  const added = economy.output.map((_, i) => economy.compensation[i] + economy.taxes[i] + economy.surplus[i]);
  const importedFinal = rowSums(finalDemandImported);
  const importedCells = rowSums(useImported).map((sum, i) => sum + importedFinal[i]);
  const productTaxes = purposes.reduce((sum, { productTaxes: taxes }) => sum + taxes, 0);
  const coefficients = deriveCoefficients(economy);
  const { radius, vector } = spectralRadius(coefficients.input);
  const heaviest = vector.reduce((best, weight, i) => (weight > vector[best] ? i : best), 0);
  const { input } = coefficients;
  let heaviestInputs = 0;
  input.column.forEach((product, k) => {
    if (product === heaviest) heaviestInputs += input.value[k];
  });
  return {
    products: economy.products.map(({ id }, i) =>
      residual(id, made[i] + economy.imports[i], used[i] + final[i]),
    ),
    sectors: economy.sectors.map(({ id }, i) =>
      residual(id, economy.output[i], inputs[i] + economy.margins[i] + added[i]),
    ),
    makes: economy.sectors.map(({ id }, i) => residual(id, economy.output[i], makes[i])),
    imports: economy.products.map(({ id }, i) => residual(id, economy.imports[i], importedCells[i])),
    domesticProduct: residual(
      economy.id,
      total(added) + productTaxes,
      total(final) - total(economy.imports) - total(economy.margins) + productTaxes,
    ),
    spectralRadius: radius,
    domesticSpectralRadius: spectralRadius(coefficients.domesticInput).radius,
    heaviest: { id: economy.products[heaviest]?.id ?? "", inputs: heaviestInputs },
  };
}

/** The residual with the largest absolute difference. */
export function largestResidual(residuals: readonly Residual[]): Residual | undefined {
  return residuals.reduce<Residual | undefined>(
    (worst, one) => (worst && Math.abs(worst.difference) >= Math.abs(one.difference) ? worst : one),
    undefined,
  );
}

function residual(id: string, left: number, right: number): Residual {
  const difference = left - right;
  const scale = Math.max(Math.abs(left), Math.abs(right));
  return { id, left, right, difference, share: scale > 0 ? Math.abs(difference) / scale : 0 };
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
