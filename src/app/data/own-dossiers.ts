import type { Dossier } from "../../dossier/index.ts";
import { keptStore } from "./kept-store.ts";
import { isTitled } from "./titled.ts";

const lists = [
  "vintages",
  "actors",
  "sources",
  "figures",
  "ties",
  "claims",
  "series",
  "rates",
  "names",
] as const;

const kept = keptStore<Dossier>("kreislauf", "dossiers", { keyPath: "id", isValue: isDossier });

/** Dossiers that the user brought: kept in this browser and nowhere else. */
export const ownDossiers = kept.all;

/** Keeps a dossier; fails if the browser has no room. */
export async function keepDossier(dossier: Dossier): Promise<void> {
  await kept.keep(dossier);
}

export const forgetDossier = kept.forget;

function isDossier(value: unknown): value is Dossier {
  return isTitled(value) && lists.every((list) => Array.isArray((value as Partial<Dossier>)[list]));
}
