export {
  bundleContent,
  type Content,
  type ContentOptions,
  contentOf,
  type ImportTreatment,
  knowsCapital,
  usedUpCapital,
} from "./content.ts";
export * from "./footprints.ts";
export * from "./labour-values.ts";
export { solveContent, type LeontiefMethod, type LeontiefOptions, solveOutput } from "./leontief.ts";
export * from "./multipliers.ts";
export {
  allocateTechnique,
  type LargeOptions,
  type LargeSolution,
  type LargeTechnique,
  solveLargeContent,
  solveLargeOutput,
} from "./large-economy.ts";
export * from "./values-report.ts";
export { valuesSchema } from "./values-schema.ts";
export * from "./purposes.ts";
