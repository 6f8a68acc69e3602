export { deriveCoefficients, type CoefficientOptions } from "./coefficients.ts";
export * from "./economy.ts";
export * from "./identities.ts";
export { type EconomyFiles, readEconomy } from "./read-economy.ts";
export * from "./schema-document.ts";
export { spectralRadius } from "./spectral-radius.ts";
