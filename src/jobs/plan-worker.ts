import { parentPort, workerData } from "node:worker_threads";
import { loadSolver, planFromFiles, type PlanRequest } from "../plan/index.ts";
import type { PlanMessage } from "./plan-job.ts";

const say = (message: PlanMessage): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
};

try {
  const outcome = planFromFiles(await loadSolver(), workerData as PlanRequest, {
    onProgress: (progress) => {
      say({ progress });
      return false;
    },
  });
  say({ outcome });
} catch (error) {
  // An error of the solver would otherwise be printed with a line of 150 kB.
  say({ fault: error instanceof Error ? error.message : String(error) });
}
