export * from "./folder.ts";
export * from "./whole-file.ts";
