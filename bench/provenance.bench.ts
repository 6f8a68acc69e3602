// Where one source's money goes, and where one actor's money comes from, on 100,000 actors and 800,000 ties in 100 ms.
import { traceProvenance } from "../src/measure/index.ts";
import { mix, spread } from "../src/measure/circuit/visits.ts";
import { fastest, report } from "./promise.ts";
import { randomNetwork } from "./random-network.ts";

const network = randomNetwork(100_000, 800_000);
const mixing = mix(network);
const source = new Float64Array(mixing.size);
source[0] = network.inflow[0];
report({
  what: "one source's money to every actor, 100,000 actors, 800,000 ties",
  found: fastest(() => spread(mixing, source), 9),
  unit: "ms",
  budget: 100,
});
report({
  what: "one actor's money from every source",
  found: fastest(() => traceProvenance(network, 0, mixing), 9),
  unit: "ms",
});
report({ what: "its preparation, once a network", found: fastest(() => mix(network), 3), unit: "ms" });
