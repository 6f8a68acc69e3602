// The engine on one thread: GROWTH of Godley & Lavoie, and a made-up model of 300 equations.
import { CompiledProgram } from "../src/model/emit-wasm/instance.ts";
import { emitModule } from "../src/model/emit-wasm/emit.ts";
import { compileProgram } from "../src/model/program/program.ts";
import type { System } from "../src/model/system.ts";
import { simulate } from "../src/simulate/index.ts";
import { Machine } from "../src/simulate/machine.ts";
import { computeStart, orderStart } from "../src/simulate/start-values.ts";
import { createGrowth } from "./growth-system.ts";
import { fastest, report } from "./promise.ts";
import { createSynthetic } from "./synthetic-system.ts";

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

/** Milliseconds from a system never seen to the series of one run: the first of all, and the best of more. */
function timeFirst(create: () => System): { readonly cold: number; readonly warm: number } {
  const times = Array.from({ length: 25 }, () => {
    const system = create();
    const start = performance.now();
    simulate(system);
    return performance.now() - start;
  });
  return { cold: times[0], warm: Math.min(...times) };
}

const first = timeFirst(() => createSynthetic(true));
const growth = createGrowth();
report({
  what: "GROWTH, 100 periods, a member",
  found: timeMembers(growth, 100, "wasm", 200) * 1000,
  unit: "µs",
  budget: 25,
});
report({
  what: "  the same by the interpreter, the oracle",
  found: timeMembers(growth, 100, "interpreter", 5) * 1000,
  unit: "µs",
});
const straight = createSynthetic(false);
const evaluations = 300 * 80 * 10;
report({
  what: "300 equations, 240,000 evaluations, one of them",
  found: (timeMembers(straight, 800, "wasm", 20) * 1e6) / evaluations,
  unit: "ns",
  budget: 2,
});
const blocks = createSynthetic(true);
report({
  what: "300 equations with loops solved to machine precision, 80 periods, a member (ten sweeps at 2 ns: 163 µs)",
  found: timeMembers(blocks, 80, "wasm", 50) * 1000,
  unit: "µs",
  budget: 163,
});
report({
  what: "300 equations, from a system never seen to its first result",
  found: first.warm,
  unit: "ms",
  budget: 20,
});
report({ what: "  the same as the first work of a process", found: first.cold, unit: "ms" });
for (const system of [growth, blocks]) {
  const all = system.variables.map((_, index) => index);
  const { bytes } = emitModule(compileProgram(system), all);
  report({ what: `module of ${system.name}`, found: bytes.length / 1000, unit: "kB", budget: 100 });
}
