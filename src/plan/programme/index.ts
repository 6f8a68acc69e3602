export { type Programme } from "./draft.ts";
export * from "./goals.ts";
export * from "./goals-schema.ts";
export * from "./parameter.ts";
export * from "./planning.ts";
export * from "./programme.ts";
export * from "./stages.ts";
export { harmony } from "./wishes.ts";
