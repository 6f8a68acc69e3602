export { LoopsSection, SelfFinancedSection } from "./circuit-sections.tsx";
export { ClaimsSection } from "./claims-section.tsx";
export * from "./finding.tsx";
export { HowFound } from "./how-found.tsx";
export * from "./links.tsx";
export {
  aboutResult,
  chooseRows,
  MeasureCards,
  type ResultList,
  resultLists,
  scaleFor,
} from "./measure-cards.tsx";
export { chartOfMeasure } from "./measure-chart.tsx";
export { Lead, mapDefaults } from "./map-section.tsx";
export * from "./report.tsx";
export { renderLoopMap } from "./standalone-map.tsx";
export type { Citations } from "./citations.ts";
export { SourceTitle } from "./row-sections.tsx";
export { type Page, periodInWords, type Reading, readings, type State, type Subject } from "./subject.ts";
export * from "./stated-value.ts";
