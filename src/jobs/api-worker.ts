import { parentPort } from "node:worker_threads";
import { type ApiJob, performApiJob } from "./api-jobs.ts";

async function perform(job: ApiJob): Promise<void> {
  try {
    parentPort?.postMessage({ result: await performApiJob(job) });
  } catch (error) {
    parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
}

parentPort?.on("message", (job: ApiJob) => void perform(job));
