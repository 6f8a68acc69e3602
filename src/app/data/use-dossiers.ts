import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../core/problem.ts";
import type { Dossier } from "../../dossier/index.ts";
import type { ProblemCode } from "../../text/en/problems.ts";
import { defaults } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { DossierEntry } from "../view.ts";
import { storageProblem } from "./storage-problem.ts";
import { fetchDossier, fetchLibrary } from "./library.ts";
import { forgetDossier, keepDossier, ownDossiers } from "./own-dossiers.ts";

export type Tell = (code: ProblemCode, values?: Problem["values"]) => void;

type Dossiers = ReadonlyMap<string, Dossier>;

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
  /** What the server offers; undefined until it is known, empty if it does not answer. */
  const [offered, setOffered] = useState<readonly DossierEntry[]>();
  const [fetched, setFetched] = useState<Dossiers>(new Map());
  const [own, setOwn] = useState<Dossiers>();

  useEffect(() => {
    const load = async (): Promise<void> => {
      // A browser that keeps nothing for us (a private window) still shows what the server has.
      const nothing = { values: [], damaged: [] };
      const kept = await ownDossiers().catch(() => nothing);
      setOwn(new Map(kept.values.map((dossier) => [dossier.id, dossier])));
      for (const key of kept.damaged) tell("storage-damaged", { name: key });
      setOffered(await fetchLibrary().catch(() => []));
    };
    void load();
  }, []);

  const dossier = own?.get(wanted) ?? fetched.get(wanted);
  const fetchInto = async (id: string): Promise<Dossier> => {
    const one = await fetchDossier(id);
    setFetched((known) => new Map([...known, [id, one]]));
    return one;
  };
  // Only the first choice is fetched before it is known what there is.
  const askable = own !== undefined && (wanted === defaults.dossier || offered !== undefined);
  useEffect(() => {
    if (dossier || !askable) return;
    const known = [...(own?.keys() ?? []), ...(offered ?? []).map(({ id }) => id)];
    if (offered && offered.length > 0 && !known.includes(wanted)) {
      tell("dossier-unknown", { name: wanted, known: known.join(", ") });
      store.change({ dossier: offered[0].id });
    } else {
      fetchInto(wanted).catch(() => tell("server-gone"));
    }
  }, [wanted, askable, dossier]);

  const without = (dossiers: Dossiers | undefined, id: string): Dossiers =>
    new Map([...(dossiers ?? [])].filter(([key]) => key !== id));
  return {
    dossier,
    library: [...(offered ?? []), ...[...(own ?? [])].map(([id, { title }]) => ({ id, title, own: true }))],
    open: async (id) => own?.get(id) ?? fetched.get(id) ?? fetchInto(id),
    add: (added) => {
      setOwn((known) => new Map([...without(known, added.id), [added.id, added]]));
      keepDossier(added).catch((error: unknown) =>
        store.notify([storageProblem(error, added.title[store.state.value.language])]),
      );
    },
    forget: (id) => {
      setOwn((known) => without(known, id));
      if (wanted === id) store.change({ dossier: defaults.dossier, evidence: "", part: "" });
      forgetDossier(id).catch(() => undefined);
    },
  };
}
