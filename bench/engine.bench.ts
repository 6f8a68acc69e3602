// The engine on one thread: GROWTH of Godley & Lavoie, and a made-up model of 300 equations.
import { CompiledProgram } from "../src/model/emit-wasm/instance.ts";
import { emitModule } from "../src/model/emit-wasm/emit.ts";
import { compileProgram } from "../src/model/program/program.ts";
import { compile } from "../src/model/compile.ts";
import type { System } from "../src/model/system.ts";
import { simulate } from "../src/simulate/index.ts";
import { Machine } from "../src/simulate/machine.ts";
import { computeStart, orderStart } from "../src/simulate/start-values.ts";
import { createGrowth } from "./growth-system.ts";
import { fastest, report } from "./promise.ts";
import { createSynthetic } from "./synthetic-system.ts";
import { writeSynthetic } from "./synthetic-text.ts";

/** Milliseconds a member, two members side by side. */
function timeMembers(system: System, periods: number, engine: "wasm" | "interpreter", pairs: number): number {
  const program = compileProgram(system);
  const outputs = [0, 1, 2];
  const machine = new Machine(
    program,
    periods,
    outputs,
    engine === "wasm" ? new CompiledProgram(program, outputs) : undefined,
  );
  const parameters = Float64Array.from(system.parameters, ({ value }) => value);
  const start = computeStart(system, orderStart(system), parameters, program.frames);
  const run = (): void => {
    for (let pair = 0; pair < pairs; pair++) {
      for (let lane = 0; lane < machine.lanes; lane++) machine.load(lane, parameters, start);
      if (machine.run(1, periods).length > 0) throw new Error(`${system.name} fails`);
    }
  };
  run();
  return fastest(run, 21) / pairs / machine.lanes;
}

/** Milliseconds from a text to the series of one run: the first of all, and the best of more. */
function timeFirst(text: string): { readonly cold: number; readonly warm: number } {
  const times = Array.from({ length: 40 }, () => {
    const start = performance.now();
    const { value } = compile(text);
    if (value === undefined || simulate(value.system).problems.length > 0) throw new Error("does not run");
    return performance.now() - start;
  });
  return { cold: times[0], warm: Math.min(...times) };
}

const first = timeFirst(writeSynthetic());
const growth = createGrowth();
report({
  what: "GROWTH, 100 periods, 1,000 members",
  found: timeMembers(growth, 100, "wasm", 200) * 1000,
  unit: "ms",
  budget: 25,
  // Measured with the vignette of sfcr 0.2.1.9 on R 4.2.2 on such a machine: 0.89 s a run by its fastest method.
  oracle: { name: "sfcr, 1,000 runs as measured once", found: 890_000 },
});
report({
  what: "  the same by the interpreter, the oracle",
  found: timeMembers(growth, 100, "interpreter", 5) * 1000,
  unit: "ms",
});
const straight = createSynthetic(false);
report({
  what: "300 equations, 800 periods: a million evaluations of one",
  found: (timeMembers(straight, 800, "wasm", 20) * 1e6) / (300 * 800),
  unit: "ms",
  budget: 2,
});
const blocks = createSynthetic(true);
report({
  // 1,020 evaluations a period, as ten sweeps over the loops take, at 2 ns each.
  what: "300 equations with loops solved to machine precision, 80 periods, 1,000 members",
  found: timeMembers(blocks, 80, "wasm", 50) * 1000,
  unit: "ms",
  budget: 163,
});
report({
  what: "300 equations, from their text to the first result",
  found: first.warm,
  unit: "ms",
  budget: 20,
});
report({ what: "  the same as the first work of a process", found: first.cold, unit: "ms" });
for (const system of [growth, blocks]) {
  const all = system.variables.map((_, index) => index);
  const { bytes } = emitModule(compileProgram(system), all);
  report({ what: `module of ${system.name}`, found: bytes.length / 1e6, unit: "MB", budget: 0.1 });
}
