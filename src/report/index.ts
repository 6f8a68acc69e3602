export * from "./report.tsx";
export { type Reading, readings, type Subject } from "./subject.ts";
export * from "./stated-value.ts";
