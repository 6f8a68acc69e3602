// Strongly connected components of a million nodes, without recursion.
import { createSparse, findComponents } from "../src/core/index.ts";
import { fastest, report } from "./promise.ts";
import { randomNumbers } from "./random-network.ts";

const size = 1_000_000;
const row = Int32Array.from({ length: size - 1 }, (_, i) => i);
const ones = (count: number): Float64Array => new Float64Array(count).fill(1);
const chain = createSparse(
  size,
  row,
  row.map((i) => i + 1),
  ones(size - 1),
);
if (findComponents(chain).count !== size) throw new Error("A chain has as many components as nodes.");
const ring = createSparse(
  size,
  Int32Array.from({ length: size }, (_, i) => i),
  Int32Array.from({ length: size }, (_, i) => (i + 1) % size),
  ones(size),
);
if (findComponents(ring).count !== 1) throw new Error("A ring is one component.");
const random = randomNumbers(1);
const arcs = 8 * size;
const pick = (): Int32Array => Int32Array.from({ length: arcs }, () => Math.floor(random() * size));
const mesh = createSparse(size, pick(), pick(), ones(arcs));
report({ what: "a chain of 10⁶", found: fastest(() => findComponents(chain), 5), unit: "ms", budget: 500 });
report({ what: "a ring of 10⁶", found: fastest(() => findComponents(ring), 5), unit: "ms", budget: 500 });
report({
  what: "10⁶ nodes, 8·10⁶ arcs at random",
  found: fastest(() => findComponents(mesh), 3),
  unit: "ms",
  budget: 2500,
});
