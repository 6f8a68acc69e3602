// Ranked loops of at most 4 actors on 10,000 actors and 80,000 ties in 50 ms.
import { rankLoops } from "../src/measure/index.ts";
import { fastest, report } from "./promise.ts";
import { randomNetwork } from "./random-network.ts";

const network = randomNetwork(10_000, 80_000);
const ranked = { longest: 4, top: 50, by: "possible", weigh: false } as const;
console.log(`  ${rankLoops(network, ranked).found} loops`);
report({
  what: "rank loops ≤ 4, 10,000 actors, 80,000 ties",
  found: fastest(() => rankLoops(network, ranked), 15),
  unit: "ms",
  budget: 50,
});
report({
  what: "the same, and the expected amounts of the first 10",
  found: fastest(() => rankLoops(network, { ...ranked, top: 10, weigh: true }), 3),
  unit: "ms",
});
const dossier = randomNetwork(1000, 8000);
report({
  what: "loops ≤ 5, all weighed and ranked by expected amount, 1,000 actors, 8,000 ties",
  found: fastest(() => rankLoops(dossier, { longest: 5 }), 3),
  unit: "ms",
});
