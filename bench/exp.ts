import { findConflict, loadSolver, Planner, tradeOffCurve } from "../src/plan/index.ts";
import { openEconomy, openGoals } from "../test/plan/open-economy.ts";
const wishes = {
  years: 10,
  targets: {
    health: 1.1,
    care: 1.2,
    education: 1.1,
    transit: 1.2,
    housing: 1.1,
    defence: 0.7,
    cars: 0.8,
    finance: 0.8,
  },
  limits: { accounts: { ghg: { level: 0.75, from: 2 } } },
};
const states = openEconomy("us-2023");
const solver = await loadSolver();
const cpu = () => process.cpuUsage().user / 1e6;
let s = cpu();
const lap = (what: string) => {
  const n = cpu();
  console.log(what, (n - s).toFixed(2));
  s = n;
};
for (const g of [{ week: 26, accounts: { ghg: { level: 0.35, from: 2 } } }]) {
  const { planning, goals } = openGoals(states, { ...wishes, years: 8, limits: g });
  const p = new Planner(solver).plan(states.economy, states.coefficients, planning, goals, {
    onProgress: ({ step, iterations }) => {
      if (iterations % 1000 === 0) lap(step + iterations);
      return false;
    },
  });
  lap(
    "infeasible all " +
      p.status +
      JSON.stringify(p.conflict?.rules.map((r) => r.rule.kind + (r.rule.need ?? ""))) +
      JSON.stringify(
        p.relaxations.map((r) => [r.kind, r.changes.length, r.workingWeek.at(-1), r.certificate?.holds]),
      ),
  );
}
