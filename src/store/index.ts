export * from "./folder.ts";
export * from "./whole-file.ts";
export * from "./text-file.ts";
