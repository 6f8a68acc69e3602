export * from "./system.ts";
export { compile, type CompileOptions, type Model } from "./compile.ts";
