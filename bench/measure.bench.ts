// Everything measured on a dossier of 1,000 actors and 8,000 ties, in 5 s and 500 MB.
import { measureDossier } from "../src/measure/index.ts";
import { fastest, peakMemory, report } from "./promise.ts";
import { inventDossier } from "./synthetic-dossier.ts";

const dossier = inventDossier(1000, 8000);
report({
  what: "all measures of 1,000 actors and 8,000 ties",
  found: fastest(() => measureDossier(dossier), 3),
  unit: "ms",
  budget: 5000,
});
report({ what: "most memory", found: peakMemory(), unit: "MB", budget: 500 });
