import { parentPort, workerData } from "node:worker_threads";
import { type ExhibitJob, type ExhibitSources, exhibitWorkshop } from "./exhibit-job.ts";

const perform = exhibitWorkshop(workerData as ExhibitSources);

async function answer(job: ExhibitJob): Promise<void> {
  try {
    parentPort?.postMessage({ result: await perform(job) });
  } catch (error) {
    parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
}

parentPort?.on("message", (job: ExhibitJob) => void answer(job));
