import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../core/problem.ts";
import type { Dossier } from "../../dossier/index.ts";
import type { ProblemCode } from "../../text/en/problems.ts";
import { defaults } from "../state/state.ts";
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
  const [ownRead, setOwnRead] = useState(false);
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
      setOwnRead(true);
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
    // What is not the first choice may be the user's own, or nothing at all: the library knows.
    const known = library?.some(({ id }) => id === wanted);
    if (dossier || !ownRead || (wanted !== defaults.dossier && library === undefined)) return;
    const load = async (): Promise<void> => {
      try {
        hold(await fetchDossier(wanted), false);
      } catch {
        tell("server-gone");
      }
    };
    if (known !== false || !library || library.length === 0) void load();
    else {
      tell("dossier-unknown", { name: wanted, known: library.map(({ id }) => id).join(", ") });
      store.change({ dossier: library[0].id });
    }
  }, [wanted, ownRead, dossier, wanted === defaults.dossier || library]);

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
