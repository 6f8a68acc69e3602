import { type LinearProgram, ProgramBuilder } from "../solve/linear-program.ts";
import type { FiveYearTables } from "./five-year-tables.ts";

/** A plan for the tables of 5yearplan, whoever found it: runs of each technique and what is left for final use. */
export interface FiveYearPlan {
  /** By year and sector: runs of the technique. */
  readonly runs: readonly Float64Array[];
  /** By year and good: output less what is used up and less what is added to the stocks. */
  readonly netOutput: readonly Float64Array[];
}

export interface FiveYearProgramme {
  readonly program: LinearProgram;
  readonly read: (primal: ArrayLike<number>) => FiveYearPlan;
}

const atLeastZero = { lower: 0, upper: Infinity } as const;

/**
 * The linear programme of 5yearplan: the largest sum over the years of the least fulfilment `c_i / target_i`; outputs
 * are limited by flows, labour and the sector's own stocks, which this year's accumulation adds to from next year on;
 * no terminal condition. It minimises, so its objective is the negative sum. Source: Cockshott (2019), 5yearplan.
 */
export function buildFiveYearProgramme(tables: FiveYearTables): FiveYearProgramme {
  const { goods, flows, labour, output, capital, depreciation, targets, labourSupply } = tables;
  const builder = new ProgramBuilder<string>();
  const runs = targets.map((_, t) => goods.map((good) => builder.column(`runs|${good}|${t}`, atLeastZero)));
  const finals = targets.map((_, t) =>
    goods.map((good) => builder.column(`final|${good}|${t}`, atLeastZero)),
  );
  const stocks = goods.flatMap((_, k) => goods.flatMap((__, i) => (capital[k][i] > 0 ? [{ k, i }] : [])));
  let before: { readonly stock: number; readonly added: number }[] = [];
  targets.forEach((target, t) => {
    const fulfilment = builder.column(`fulfilment|${t}`, { lower: -Infinity, upper: Infinity }, -1);
    target.forEach((wanted, i) => {
      if (wanted > 0) {
        builder.row(`target|${goods[i]}|${t}`, { lower: -Infinity, upper: 0 }, [
          [fulfilment, 1],
          [finals[t][i], -1 / wanted],
        ]);
      }
    });
    builder.row(
      `labour|${t}`,
      { lower: -Infinity, upper: labourSupply[t] },
      goods.map((_, i) => [runs[t][i], labour[i]] as const),
    );
    const balance = goods.map((good, k) =>
      builder.row(`balance|${good}|${t}`, atLeastZero, [
        [finals[t][k], -1],
        [runs[t][k], output[k]],
        ...goods.map((_, i) => [runs[t][i], -flows[k][i]] as const),
      ]),
    );
    before = stocks.map(({ k, i }, place) => {
      const name = `${goods[k]}|${goods[i]}|${t}`;
      const stock = builder.column(`stock|${name}`, { lower: 0, upper: t === 0 ? capital[k][i] : Infinity });
      const added = builder.column(`added|${name}`, atLeastZero);
      builder.entry(balance[k], added, -1);
      builder.row(`capacity|${name}`, { lower: -Infinity, upper: 0 }, [
        [runs[t][i], capital[k][i]],
        [stock, -1],
      ]);
      if (t > 0) {
        builder.row(`kept|${name}`, { lower: -Infinity, upper: 0 }, [
          [stock, 1],
          [before[place].stock, depreciation[k][i] - 1],
          [before[place].added, -1],
        ]);
      }
      return { stock, added };
    });
  });
  return {
    program: builder.build(),
    read: (primal) => ({
      runs: runs.map((year) => Float64Array.from(year, (column) => primal[column])),
      netOutput: finals.map((year) => Float64Array.from(year, (column) => primal[column])),
    }),
  };
}

/** Least fulfilment `c_i / target_i` of each year over the goods that are wanted. */
export function fulfilmentOf(tables: FiveYearTables, plan: FiveYearPlan): Float64Array {
  return Float64Array.from(tables.targets, (target, t) =>
    target.reduce(
      (least, wanted, i) => (wanted > 0 ? Math.min(least, plan.netOutput[t][i] / wanted) : least),
      Infinity,
    ),
  );
}
