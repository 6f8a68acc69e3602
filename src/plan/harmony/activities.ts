import type { FiveYearPlan } from "./five-year-programme.ts";
import type { FiveYearTables } from "./five-year-tables.ts";

/** Something that is used or made, by its place in the list of goods, labour and stocks of all years. */
export interface Share {
  readonly place: number;
  readonly amount: number;
}

/** A technique in one year, or the building of one stock in one year. */
export interface Activity {
  readonly kind: "technique" | "building";
  readonly inputs: readonly Share[];
  readonly outputs: readonly Share[];
}

export interface Expansion {
  /** In the order of the years. */
  readonly activities: readonly Activity[];
  /** Numbers of the activities of each year. */
  readonly byYear: readonly (readonly number[])[];
  /** Places below this are goods; labour and stocks follow. */
  readonly goodPlaces: number;
  /** What there is without anybody's work: labour of each year, and the first stocks as they wear. */
  readonly resources: Float64Array;
  readonly planOf: (runs: Float64Array, net: Float64Array, goods: number) => FiveYearPlan;
}

/**
 * Writes the years side by side: places are goods by year, then labour by year, then stocks by year. A stock built in
 * a year stands in every later one, less its wear, so that one list of activities holds the whole plan.
 */
export function expandYears(tables: FiveYearTables): Expansion {
  const { goods, flows, labour, output, capital, depreciation, labourSupply } = tables;
  const years = tables.targets.length;
  const count = goods.length;
  const stocks = goods.flatMap((_, k) => goods.flatMap((__, i) => (capital[k][i] > 0 ? [{ k, i }] : [])));
  const good = (i: number, t: number): number => t * count + i;
  const work = (t: number): number => years * count + t;
  const stock = (s: number, t: number): number => years * (count + 1) + t * stocks.length + s;
  const resources = new Float64Array(years * (count + 1 + stocks.length));
  const activities: Activity[] = [];
  const technique: number[][] = [];
  const byYear: number[][] = [];
  for (let t = 0; t < years; t++) {
    const first = activities.length;
    resources[work(t)] = labourSupply[t];
    technique.push(
      goods.map((_, i) => {
        const inputs = [
          ...goods.map((__, k) => ({ place: good(k, t), amount: flows[k][i] })),
          { place: work(t), amount: labour[i] },
          ...stocks.map((one, s) => ({ place: stock(s, t), amount: one.i === i ? capital[one.k][i] : 0 })),
        ].filter(({ amount }) => amount > 0);
        return (
          activities.push({
            kind: "technique",
            inputs,
            outputs: [{ place: good(i, t), amount: output[i] }],
          }) - 1
        );
      }),
    );
    (t + 1 < years ? stocks : []).forEach(({ k, i }, s) => {
      let left = 1;
      const outputs: Share[] = [];
      for (let later = t + 1; later < years; later++) {
        outputs.push({ place: stock(s, later), amount: left });
        left *= 1 - depreciation[k][i];
      }
      activities.push({ kind: "building", inputs: [{ place: good(k, t), amount: 1 }], outputs });
    });
    byYear.push(Array.from({ length: activities.length - first }, (_, a) => first + a));
  }
  stocks.forEach(({ k, i }, s) => {
    let left = capital[k][i];
    for (let t = 0; t < years; t++) {
      resources[stock(s, t)] = left;
      left *= 1 - depreciation[k][i];
    }
  });
  return {
    activities,
    byYear,
    goodPlaces: years * count,
    resources,
    planOf: (runs, net, size) => ({
      runs: technique.map((year) => Float64Array.from(year, (a) => runs[a])),
      netOutput: technique.map((_, t) => net.slice(good(0, t), good(0, t) + size)),
    }),
  };
}
