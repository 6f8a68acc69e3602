export * from "./report.tsx";
export { type Reading, readings, type Subject } from "./subject.ts";
