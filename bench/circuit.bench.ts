// All circuit measures of 1,000 actors and 8,000 ties, for every actor, in 5 s and 500 MB.
import {
  concentratePayers,
  cycleIndices,
  dependenceOn,
  findCirculation,
  findCore,
  rankLoops,
  selfFinancedRevenue,
  traceProvenance,
} from "../src/measure/index.ts";
import { mix } from "../src/measure/circuit/visits.ts";
import { fastest, peakMemory, report } from "./promise.ts";
import { randomNetwork } from "./random-network.ts";

const network = randomNetwork(1000, 8000);
const kinds = { outlays: ["purchase"], revenue: ["purchase"] };
let total = 0;
const part = (what: string, run: () => unknown): void => {
  const found = fastest(run, 1);
  total += found;
  report({ what, found, unit: "ms" });
};
part("core", () => findCore(network));
const mixing = mix(network);
part("loops", () => rankLoops(network, {}, mixing));
part("indices", () => cycleIndices(network, mixing));
part("circulation", () => findCirculation(network));
part("provenance and concentration of all", () =>
  network.nodes.map((_, node) => {
    const sources = traceProvenance(network, node, mixing);
    return concentratePayers(network, node, mixing, sources).ultimate + sources.length;
  }),
);
part("dependence on all", () => network.nodes.map((_, node) => dependenceOn(network, node, mixing)));
part("self-financed revenue of all", () =>
  network.nodes.map(({ actor }) => selfFinancedRevenue(network, actor, kinds, mixing)),
);
report({ what: "all together", found: total, unit: "ms", budget: 5000 });
report({ what: "most memory", found: peakMemory(), unit: "MB", budget: 500 });
