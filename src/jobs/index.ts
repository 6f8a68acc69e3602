export * from "./plan-job.ts";
