import { parentPort } from "node:worker_threads";
import { type ApiJob, performApiJob } from "./api-jobs.ts";

parentPort?.on("message", (job: ApiJob) => {
  try {
    parentPort?.postMessage({ result: performApiJob(job) });
  } catch (error) {
    parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
