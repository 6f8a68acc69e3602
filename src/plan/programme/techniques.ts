import { atLeast, atMost, type Draft, exactly, yearsOf } from "./draft.ts";

/**
 * Other ways of making things: level y of a technique (output made that way, or share of households) with
 *   y ≤ highest share · output,  y ≤ y of last year + spread · output of the base year,  Σ use · y ≤ stock
 *   stock' = (1 − 1/life) · stock + built
 * A technique only writes what it changes against today's, so x with it is still exact and the program stays small.
 */
export function writeTechniques(draft: Draft): void {
  const { builder, planning, goals, columns, rows, units, horizon, coefficients } = draft;
  const { stocks, techniques } = planning;
  const allowed = techniques.map(({ kind }) => goals.techniques[kind]);
  const used = stocks.map((_, stock) =>
    techniques.some(({ uses }, index) => allowed[index] && uses.some((use) => use.stock === stock)),
  );
  const size = (stock: number): number => (stocks[stock].isOutput ? units.money : 1);
  for (let year = 1; year <= horizon + 1; year++) {
    columns.stock.push(
      Int32Array.from(stocks, ({ initial }, stock) =>
        used[stock]
          ? builder.column(
              { kind: "stock", year, stock },
              year === 1 ? exactly(initial / size(stock)) : atLeast(0),
            )
          : -1,
      ),
    );
  }
  for (const year of yearsOf(draft)) {
    const useRows = rows.use[year - 1];
    const stockRows = stocks.map((_, stock) =>
      used[stock]
        ? builder.row({ kind: "stock", year, stock }, atMost(0), [[columns.stock[year - 1][stock], -1]])
        : -1,
    );
    const built = stocks.map(({ life, build, largestBuild }, stock) => {
      if (!used[stock]) return -1;
      const label = { year, stock };
      const column = builder.column({ kind: "build", ...label }, { lower: 0, upper: largestBuild });
      builder.row({ kind: "stock-accumulation", ...label }, exactly(0), [
        [columns.stock[year][stock], 1],
        [columns.stock[year - 1][stock], 1 / life - 1],
        [column, -1],
      ]);
      for (const { product, amount } of build) {
        builder.entry(useRows[product], column, (amount * size(stock)) / units.money);
      }
      return column;
    });
    columns.build.push(Int32Array.from(built));
    const levels = new Int32Array(techniques.length).fill(-1);
    techniques.forEach((technique, index) => {
      if (!allowed[index]) return;
      const { product, highestShare, diffusion, inputs, uses } = technique;
      const label = { year, technique: index };
      const base = product === undefined ? 1 : coefficients.output[product] / units.money;
      if (!(base > 0)) return;
      // A level counts money where it is output, so inputs of money stay as they are.
      const scale = product === undefined ? 1 / units.money : 1;
      const column = builder.column(
        { kind: "technique", ...label },
        {
          lower: 0,
          upper: Math.min(
            product === undefined ? highestShare : Infinity,
            year === 1 ? diffusion * base : Infinity,
          ),
        },
      );
      levels[index] = column;
      if (product !== undefined) {
        builder.row({ kind: "technique-share", ...label, product }, atMost(0), [
          [column, 1],
          [columns.output[year - 1][product], -highestShare],
        ]);
      }
      if (year > 1 && diffusion < 1) {
        const limit = atMost(diffusion * base);
        builder.row({ kind: "technique-spread", ...label }, limit, [
          [column, 1],
          [columns.technique[year - 2][index], -1],
        ]);
      }
      for (const { product: input, amount } of inputs) builder.entry(useRows[input], column, amount * scale);
      for (const { stock, amount } of uses) {
        const perLevel = product === undefined ? amount : (amount * units.money) / size(stock);
        builder.entry(stockRows[stock], column, perLevel);
      }
    });
    columns.technique.push(levels);
  }
}
