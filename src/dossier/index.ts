export * from "./dossier.ts";
