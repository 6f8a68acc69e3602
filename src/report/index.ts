export * from "./report.tsx";
export { renderLoopMap } from "./standalone-map.tsx";
export { type Reading, readings, type Subject } from "./subject.ts";
export * from "./stated-value.ts";
