import { readDossier } from "../../dossier/read-dossier.ts";
import type { JobResult } from "./jobs.ts";

/** Reads and checks a dossier from the texts of its files. */
export function readFiles(files: ReadonlyMap<string, string>): JobResult<"read"> {
  const { value, problems } = readDossier(files);
  return { dossier: value, problems };
}
