// The specification of the boom model with mutable books, run quarter by quarter.
import { abs, max, o, sum } from "./arithmetic.mjs";
import { createBooks } from "./books.mjs";
import { demand } from "./demand.mjs";
import { CL, HH, LA, P0, SEC } from "./firms.mjs";
import { planChips, planClouds, planLabs } from "./firms-plans.mjs";
import { close, countNature, trade } from "./market.mjs";
import { pay } from "./payments.mjs";
import { finance, settle } from "./settlement.mjs";
import { startState } from "./start.mjs";
import { adopt, setTrends } from "./trends.mjs";

/** Values of every quarter, and the largest gap in the books. */
export function run(changes = {}, quarters = 41) {
  const p = { ...P0, ...changes };
  const b = createBooks(p);
  let z = startState(p, b);
  const out = [];
  let residual = 0;
  for (let t = 1; t <= quarters; t++) {
    const x = { kr0: b.nw("B") / b.L.B, N0: z.N0, aC: z.aC, XB0: z.XB0, rev: {}, EB: {}, tx: {}, dv: {} };
    Object.assign(b, {
      cur: {},
      los: {},
      open: { C: { ...b.C }, L: { ...b.L }, V: { ...b.V }, Bd: { ...b.Bd } },
      raise: o(LA, () => []),
    });
    const quarter = { x, z, b, p, t, D0: { ...b.D } };
    for (const part of [
      setTrends,
      adopt,
      planLabs,
      planClouds,
      planChips,
      demand,
      pay,
      finance,
      settle,
      trade,
      close,
      countNature,
    ])
      part(quarter);
    const gaps = ["D", "L", "C", "V", "Bd", "PC", "FS"].map((k) => abs(sum(SEC, (s) => b[k][s])));
    residual = max(residual, ...gaps, abs(sum(SEC, b.nw) - sum(SEC, (s) => b.K[s])));
    Object.assign(x, {
      Bd: -b.Bd.G,
      nwH: o(HH, b.nw),
      PCt: b.PC.W + b.PC.P,
      kr: b.nw("B") / b.L.B,
      KO: b.K.O,
      KC: sum(CL, (c) => b.K[c]),
    });
    out.push(x);
    z = x;
  }
  return { out, residual };
}
