export * from "./comparison.ts";
export {
  buildFiveYearProgramme,
  type FiveYearPlan,
  type FiveYearProgramme,
  fulfilmentOf,
} from "./five-year-programme.ts";
export * from "./five-year-tables.ts";
export { harmonyOf, type HarmonyOptions, type HarmonyPlan, planByHarmony, totalHarmony } from "./harmony.ts";
