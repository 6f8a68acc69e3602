export * from "./circuit/network.ts";
export * from "./measurement.ts";
