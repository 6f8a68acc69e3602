import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../core/problem.ts";
import type { Dossier } from "../../dossier/index.ts";
import type { ProblemCode } from "../../text/en/problems.ts";
import type { Store } from "../state/store.ts";
import type { DossierEntry } from "../view.ts";
import { fetchDossier, fetchLibrary } from "./library.ts";
import { forgetDossier, keepDossier, ownDossiers } from "./own-dossiers.ts";

export type Tell = (code: ProblemCode, values?: Problem["values"]) => void;

/** The dossiers that can be opened, and the one that is wanted as soon as it is here. */
export function useDossiers(
  store: Store,
  tell: Tell,
): {
  readonly dossier: Dossier | undefined;
  readonly library: readonly DossierEntry[];
  readonly open: (id: string) => Promise<Dossier>;
  readonly add: (dossier: Dossier) => void;
  readonly forget: (id: string) => void;
} {
  const wanted = store.state.value.dossier;
  const [dossiers, setDossiers] = useState<ReadonlyMap<string, Dossier>>(new Map());
  const [library, setLibrary] = useState<readonly DossierEntry[]>();
  const hold = (dossier: Dossier, own: boolean): void => {
    setDossiers((known) => new Map([...known, [dossier.id, dossier]]));
    if (!own) return;
    const entry = { id: dossier.id, title: dossier.title, own };
    setLibrary((known = []) => [...known.filter(({ id }) => id !== dossier.id), entry]);
  };

  useEffect(() => {
    const load = async (): Promise<void> => {
      // A browser that keeps nothing for us (a private window) still shows what the server has.
      const own = await ownDossiers().catch(() => []);
      for (const dossier of own) hold(dossier, true);
      try {
        const offered = await fetchLibrary();
        setLibrary((known = []) => [...offered, ...known.filter((entry) => entry.own)]);
      } catch {
        setLibrary((known = []) => known);
      }
    };
    void load();
  }, []);

  const dossier = dossiers.get(wanted);
  useEffect(() => {
    if (dossier) return;
    const load = async (): Promise<void> => {
      try {
        hold(await fetchDossier(wanted), false);
      } catch (error) {
        // Own dossiers are known only when the library is here.
        if (!library) return;
        const known = library.filter(({ id }) => id !== wanted);
        if (library.length > known.length || known.length === 0) tell("server-gone");
        else {
          tell("dossier-unknown", { name: wanted, known: known.map(({ id }) => id).join(", ") });
          store.change({ dossier: known[0].id });
        }
        if (!(error instanceof Error)) throw error;
      }
    };
    void load();
  }, [wanted, library, dossier]);

  return {
    dossier,
    library: library ?? [],
    open: async (id) => {
      const known = dossiers.get(id);
      if (known) return known;
      const fetched = await fetchDossier(id);
      hold(fetched, false);
      return fetched;
    },
    add: (added) => {
      hold(added, true);
      keepDossier(added).catch(() => tell("storage-full", { name: added.id }));
    },
    forget: (id) => {
      setLibrary((known = []) => known.filter((entry) => entry.id !== id));
      if (wanted !== id) setDossiers((known) => new Map([...known].filter(([key]) => key !== id)));
      forgetDossier(id).catch(() => undefined);
    },
  };
}
