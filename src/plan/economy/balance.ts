import type { Problem, Where } from "../../core/problem.ts";
import { createProblem } from "../../text/problem.ts";
import type { Economy } from "./economy.ts";
import { columnSums, rowSums } from "./coefficients.ts";
import { checkIdentities, type Residual } from "./identities.ts";

/** Where the row of each product and of each sector stands. */
export interface Places {
  readonly products: readonly Where[];
  readonly sectors: readonly Where[];
}

/** Rounding of a published table leaves this much (million) in any sum. */
const roundingMillion = 1e-6;

/** Accounting identities that do not hold, products that nobody makes, and inputs beyond what is made. */
export function checkBalance(economy: Economy, places: Places): readonly Problem[] {
  const { tolerance, products, sectors } = economy;
  const problems: Problem[] = [];
  const report = checkIdentities(economy);
  const smallest = totalOf(economy.output) * 1e-6 * tolerance;
  const disagrees = ({ share, difference }: Residual): boolean =>
    share > tolerance && Math.abs(difference) > smallest + roundingMillion;
  const name = (
    code: "product-disagrees" | "sector-disagrees" | "make-disagrees",
    residuals: readonly Residual[],
    where: readonly Where[],
  ): void => {
    residuals.forEach((one, index) => {
      if (!disagrees(one)) return;
      const percent = Number((100 * one.share).toPrecision(2));
      const amount = (value: number): number => Number(value.toPrecision(9));
      const values = {
        name: one.id,
        left: amount(one.left),
        right: amount(one.right),
        difference: amount(one.difference),
        percent,
      };
      problems.push(createProblem(code, where[index], values));
    });
  };

  const made = columnSums(economy.make);
  const used = rowSums(economy.use);
  const users = (product: number): number => {
    const { columns, value } = economy.use;
    return value.subarray(product * columns, (product + 1) * columns).filter((cell) => cell > 0).length;
  };
  const unmade = products.map((_, i) => made[i] <= 0 && economy.imports[i] <= 0 && used[i] > 0);
  products.forEach(({ id }, i) => {
    if (!unmade[i]) return;
    problems.push(createProblem("product-unmade", places.products[i], { name: id, users: users(i) }));
  });
  const inputs = columnSums(economy.use);
  sectors.forEach(({ id }, i) => {
    if (economy.output[i] > 0 || inputs[i] <= 0) return;
    problems.push(createProblem("inputs-without-output", places.sectors[i], { name: id, inputs: inputs[i] }));
  });
  name(
    "product-disagrees",
    report.products.map((one, i) => (unmade[i] ? { ...one, share: 0 } : one)),
    places.products,
  );
  name("sector-disagrees", report.sectors, places.sectors);
  name("make-disagrees", report.makes, places.sectors);
  if (report.spectralRadius >= 1) {
    const index = products.findIndex(({ id }) => id === report.heaviest.id);
    problems.push(
      createProblem("eats-more-than-it-makes", places.products[index], {
        radius: report.spectralRadius.toPrecision(4),
        name: report.heaviest.id,
        inputs: report.heaviest.inputs.toPrecision(3),
      }),
    );
  }
  return problems;
}

function totalOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
