// Labour values and gross output of synthetic economies: each product takes 100 inputs drawn evenly from all products
// (the worst order for a cache), column sums between 0.3 and 0.65. The same sweeps in plain JavaScript stand beside.
import { philox } from "../src/core/index.ts";
import {
  allocateTechnique,
  type LargeTechnique,
  solveLargeContent,
  solveLargeOutput,
} from "../src/plan/index.ts";
import { fastest, peakMemory, report } from "./promise.ts";

const inputs = 100;
const words = new Uint32Array(4);

/** Four numbers between 0 and 1 for a place; nothing else decides them. */
function draw(row: number, place: number): readonly [number, number, number, number] {
  philox([row, place, 0, 0], [20251117, 0], words);
  return [words[0] / 4294967296, words[1] / 4294967296, words[2] / 4294967296, words[3] / 4294967296];
}

function synthesise(products: number, engine: "WebAssembly" | "JavaScript"): LargeTechnique {
  const technique = allocateTechnique(products, products * inputs, { engine });
  const { bound, input, amount } = technique;
  for (let j = 0; j < products; j++) {
    bound[j] = j * inputs;
    let sum = 0;
    for (let k = 0; k < inputs; k += 2) {
      const [first, second, third, fourth] = draw(j, k);
      const at = j * inputs + k;
      input[at] = Math.floor(first * products);
      input[at + 1] = Math.floor(second * products);
      amount[at] = third;
      amount[at + 1] = fourth;
      sum += third + fourth;
    }
    const scale = (0.3 + 0.35 * draw(j, inputs)[0]) / sum;
    for (let k = 0; k < inputs; k++) amount[j * inputs + k] *= scale;
  }
  bound[products] = products * inputs;
  return technique;
}

function measure(products: number, name: string, budget: number, runs: number, compared: boolean): void {
  const technique = synthesise(products, "WebAssembly");
  const labour = Float64Array.from({ length: products }, (_, j) => 0.2 + draw(j, inputs + 1)[0]);
  const demand = Float64Array.from({ length: products }, (_, j) => draw(j, inputs + 2)[0]);
  const values = solveLargeContent(technique, labour);
  const output = solveLargeOutput(technique, demand);
  if (values.engine !== "WebAssembly") throw new Error("There is no WebAssembly here.");
  let left = 0;
  let right = 0;
  for (let j = 0; j < products; j++) {
    left += values.value[j] * demand[j];
    right += labour[j] * output.value[j];
  }
  if (!(Math.abs(left / right - 1) < 1e-8)) throw new Error(`λ·y and l·x differ: ${left} and ${right}.`);
  console.log(
    `  ${name}: ${values.sweeps} and ${output.sweeps} sweeps, λ·y / l·x − 1 = ${(left / right - 1).toExponential(1)}`,
  );
  const found = fastest(() => solveLargeContent(technique, labour), runs);
  const shipped = fastest(() => solveLargeOutput(technique, demand), runs);
  if (!compared) {
    report({ what: `${name}, labour values`, found, unit: "ms", budget });
    report({ what: `${name}, gross output`, found: shipped, unit: "ms", budget });
    return;
  }
  const plain = synthesise(products, "JavaScript");
  const script = (run: () => unknown): { readonly name: string; readonly found: number } => ({
    name: "JavaScript",
    found: fastest(run, runs),
  });
  report({
    what: `${name}, labour values`,
    found,
    unit: "ms",
    budget,
    oracle: script(() => solveLargeContent(plain, labour)),
  });
  report({
    what: `${name}, gross output`,
    found: shipped,
    unit: "ms",
    budget,
    oracle: script(() => solveLargeOutput(plain, demand)),
  });
}

measure(100_000, "10⁵ products × 100 inputs", 500, 7, true);
measure(1_000_000, "10⁶ products × 100 inputs", 9000, 3, false);
report({ what: "memory", found: peakMemory(), unit: "MB" });
