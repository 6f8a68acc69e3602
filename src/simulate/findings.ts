import type { Problem } from "../core/problem.ts";
import type { Program } from "../model/program/program.ts";
import type { System } from "../model/system.ts";
import { createProblem } from "../text/problem.ts";
import type { Choices } from "./choices.ts";
import type { Ensemble } from "./ensemble.ts";
import type { MemberFailure, Run } from "./run.ts";

const failuresTold = 10;
const variablesTold = 12;
/** Share of turnover that rounding may explain. */
const balanceTolerance = 1e-9;

/** Turns failures, balances and checks of an ensemble into problems and the parts of a run's report. */
export function describeRun(
  program: Program,
  choices: Choices,
  ensemble: Ensemble,
): { readonly parts: Pick<Run, "balance" | "solver">; readonly problems: readonly Problem[] } {
  const { system, steps } = program;
  const problems = describeFailures(system, ensemble.failed, choices.members);
  const balances = system.balances.map(({ label }, index) => {
    const [maxResidual, member] = largest(ensemble.monitors[index]);
    if (maxResidual > balanceTolerance) {
      const values = { label, residual: maxResidual, member: choices.first + member };
      problems.push(createProblem("balance-broken", { file: system.name, line: 0, column: 0 }, values));
    }
    return { label, maxResidual };
  });
  system.checks.forEach(({ label, where }, index) => {
    const broken = ensemble.monitors[system.balances.length + index];
    const member = broken.findIndex((period) => period > 0);
    if (member < 0) return;
    const count = broken.reduce((sum, period) => sum + (period > 0 ? 1 : 0), 0);
    const values = {
      label,
      period: broken[member],
      member: choices.first + member,
      count,
      members: choices.members,
    };
    problems.push(createProblem("check-broken", where, values));
  });
  const blocks = steps.flatMap((step) =>
    step.kind === "block"
      ? [{ variables: step.variables.length, tears: step.tears.length, linear: step.linear }]
      : [],
  );
  const maxResidual = balances.reduce((most, balance) => Math.max(most, balance.maxResidual), 0);
  const solver = { equations: system.variables.length, blocks, ...ensemble.counts };
  return { parts: { balance: { maxResidual, balances }, solver }, problems };
}

function describeFailures(system: System, failed: readonly MemberFailure[], members: number): Problem[] {
  const problems = failed.slice(0, failuresTold).map(({ member, period, failure }) => {
    const { name, where } = system.variables[failure.variable];
    if (failure.kind === "not-finite")
      return createProblem("not-finite", where, { period, member, variable: name });
    if (failure.kind === "unsettled") {
      const { periods, change } = failure;
      return createProblem("no-steady-state", where, {
        member,
        periods,
        variable: name,
        change: rounded(change),
      });
    }
    const names = failure.variables.map((variable) => system.variables[variable].name);
    const told = names.slice(0, variablesTold).join(", ") + (names.length > variablesTold ? ", …" : "");
    const values = { period, member, variable: name, variables: told, residual: rounded(failure.residual) };
    return createProblem("unsolved", where, values);
  });
  if (failed.length > failuresTold) {
    const where = { file: system.name, line: 0, column: 0 };
    problems.push(createProblem("more-failures", where, { count: failed.length, members }));
  }
  return problems;
}

/** Two digits tell how far off something is. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}

function largest(values: Float64Array): readonly [number, number] {
  let at = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[at]) at = i;
  return [values[at] ?? 0, at];
}
