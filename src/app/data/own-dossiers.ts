import type { Dossier } from "../../dossier/index.ts";
import { keptStore } from "./kept-store.ts";

const kept = keptStore<Dossier>("kreislauf", "dossiers", "id");

/** Dossiers that the user brought: kept in this browser and nowhere else. */
export const ownDossiers = kept.all;

/** Keeps a dossier; fails if the browser has no room. */
export async function keepDossier(dossier: Dossier): Promise<void> {
  await kept.keep(dossier);
}

export const forgetDossier = kept.forget;
