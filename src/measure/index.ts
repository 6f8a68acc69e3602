export * from "./circuit/network.ts";
export * from "./finding.ts";
