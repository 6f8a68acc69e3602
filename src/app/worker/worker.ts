import type { Job, Workshop } from "./jobs.ts";
import { answerShares, measureLook } from "./measure-job.ts";

/** What is seldom needed, or large, is loaded with its first job. */
const workshop: Workshop = {
  measure: ({ dossier, look }) => measureLook(dossier, look),
  shares: ({ dossier, look, steps }) => answerShares(dossier, look, steps),
  plan: async ({ order, quick }, progress) =>
    (await import("./plan-job.ts")).planOrder(order, quick, progress),
  "ready-plan": async ({ economy }) => (await import("./plan-job.ts")).readyDesk(economy),
  "trade-off": async ({ order }, progress) => (await import("./plan-job.ts")).tradeOffOrder(order, progress),
  "compare-resources": async ({ order, bundle }) =>
    (await import("./plan-job.ts")).compareOrder(order, bundle),
  "beside-boom": async (job) => (await import("./boom-job.ts")).setBesideBoom(job),
  read: async ({ files }) => (await import("./read-job.ts")).readFiles(files),
  "read-economy": async ({ files }) => (await import("./economy-job.ts")).readEconomyFiles(files),
  describe: async ({ model }) => (await import("./model-card.ts")).describeModel(model),
  explain: async ({ model, graph }) => (await import("./model-card.ts")).explainGraph(model, graph),
  simulate: async ({ order }, progress) => (await import("./simulate-job.ts")).simulateOrder(order, progress),
  compareRuns: async ({ orders }, progress) =>
    (await import("./comparison-job.ts")).compareRuns(orders, progress),
  contrasts: async (job, progress) => (await import("./contrasts-job.ts")).computeContrasts(job, progress),
  source: async ({ name }) => {
    const { fetchModel, fetchModelNames } = await import("./opened-models.ts");
    return { ...(await fetchModel(name)), names: await fetchModelNames() };
  },
  books: async ({ order }) => (await import("./books-job.ts")).readBooks(order),
  whoPays: async ({ order }) => (await import("./who-pays-job.ts")).whoPays(order),
  whoPaysRanges: async ({ order }, progress) =>
    (await import("./who-pays-job.ts")).whoPaysRanges(order, progress),
  simulatedMap: async ({ order }) => (await import("./simulated-map-job.ts")).simulatedMap(order),
  halt: async () => (await import("./simulate-job.ts")).haltOrders(),
};

const port = globalThis as unknown as {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (
    kind: "message",
    listener: (event: { readonly data: { readonly id: number; readonly job: Job } }) => void,
  ) => void;
};

port.addEventListener("message", ({ data: { id, job } }) => {
  const work = workshop[job.kind] as (job: Job, progress: (share: number, step?: string) => void) => unknown;
  const progress = (share: number, step?: string): void => port.postMessage({ id, progress: share, step });
  Promise.resolve()
    .then(() => work(job, progress))
    .then((result) => port.postMessage({ id, result }))
    .catch((error: unknown) =>
      port.postMessage({ id, failure: error instanceof Error ? error.message : String(error) }),
    );
});
