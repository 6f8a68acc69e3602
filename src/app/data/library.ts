import { type Dossier, readWrittenDossier } from "../../dossier/index.ts";
import type { DossierEntry } from "../view.ts";

/** The dossiers the server offers, each prepared as JSON under `/data/<id>.json`. */
export async function fetchLibrary(): Promise<readonly DossierEntry[]> {
  const list = JSON.parse(await fetchText("/data/dossiers.json")) as readonly Omit<DossierEntry, "own">[];
  return list.map((entry) => ({ ...entry, own: false }));
}

/** A dossier of the server, ready to be measured. */
export async function fetchDossier(id: string): Promise<Dossier> {
  return readWrittenDossier(await fetchText(`/data/${encodeURIComponent(id)}.json`));
}

/** The texts of a built-in dossier's files, by path. */
export async function fetchFiles(id: string): Promise<ReadonlyMap<string, string>> {
  const files = JSON.parse(await fetchText(`/data/${encodeURIComponent(id)}.files.json`)) as Readonly<
    Record<string, string>
  >;
  return new Map(Object.entries(files));
}

async function fetchText(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
