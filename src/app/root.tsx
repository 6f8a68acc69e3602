import type { JSX } from "preact";
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { createProblem } from "../text/index.ts";
import { App } from "./app.tsx";
import { type Tell, useDossiers } from "./data/use-dossiers.ts";
import { Trouble } from "./frame/trouble.tsx";
import { pageOf } from "./page.ts";
import type { ScreenResults } from "./results.ts";
import { fetchParts } from "./screen-view.tsx";
import { stillScreens } from "./screens/registry.ts";
import { writeAddress } from "./state/address.ts";
import { lookOf } from "./state/look.ts";
import type { AppState } from "./state/state.ts";
import type { Store } from "./state/store.ts";
import { type StillPage, stillOf } from "./still-page.tsx";
import type { RunNote, View } from "./view.ts";
import type { Connection } from "./worker/connection.ts";
import { dossierAt } from "./worker/measure-job.ts";
import { useMeasured } from "./worker/use-measured.ts";

/**
 * Keeps the measurement in step with the state and draws the app. Until the first measurement is there the page stays
 * as the server sent it; then `onReady` is called once.
 */
export function Root(props: {
  readonly store: Store;
  readonly connection: Connection;
  /** What the server drew in place of a screen that computes first. */
  readonly still: StillPage | undefined;
  readonly onReady: () => void;
}): JSX.Element {
  const { store, connection } = props;
  const state = store.state.value;
  const tell: Tell = (code, values = {}) =>
    store.notify([createProblem(code, { file: "", line: 0, column: 0 }, values)]);
  const { dossier, library, open, add, forget } = useDossiers(store, tell);
  const { opened, busy } = useMeasured(dossier, lookOf(state), connection, { tell, notify: store.notify });
  const offline = useOffline();
  const [ran, noteRun] = useState<RunNote>();
  const results = useRef(signal<ScreenResults | undefined>(undefined)).current;
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    // A part that cannot be fetched now says so when it is drawn.
    const fetchFirst = (): Promise<void> => fetchParts(state).catch(() => undefined);
    void fetchFirst().then(() => setWhole(true));
  }, []);
  // Before the paint: the page that the server sent and this one are never on the screen together.
  useLayoutEffect(() => {
    if (!opened || !whole) return;
    props.onReady();
    // What comes next in most visits is fetched while nothing else is to be done.
    setTimeout(() => fetchLikely().catch(() => undefined), idleMilliseconds);
  }, [opened === undefined, whole]);
  const shown = useMemo(() => opened && dossierAt(opened.original, opened.look), [opened]);
  if (!opened || !shown || !whole)
    return <Trouble language={state.language} problems={store.notices.value} />;
  const href = (patch: Partial<AppState>): string =>
    writeAddress({ ...state, ...(Object.keys(patch).length > 0 && { fixed: "" }), ...patch });
  const view: View = {
    state,
    original: opened.original,
    dossier: shown,
    still: stillOf(props.still, state),
    measured: opened.measured,
    page: pageOf(shown, opened.measured, state, href),
    library,
    busy,
    offline,
    notices: store.notices.value,
    canUndo: store.canUndo.value,
    canRedo: store.canRedo.value,
    href,
    change: store.change,
    notify: store.notify,
    run: (job, options) => connection.run(job, options),
    stop: () => connection.stop(),
    openDossier: open,
    addDossier: add,
    forgetDossier: forget,
    ran,
    noteRun,
    results,
  };
  return <App view={view} />;
}

const idleMilliseconds = 300;

async function fetchLikely(): Promise<void> {
  for (const screen of stillScreens) await fetchParts({ screen, evidence: "-", doubts: { "-": 0 } });
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = (): void => setOffline(!navigator.onLine);
    for (const kind of ["online", "offline"]) globalThis.addEventListener(kind, look);
    return () => {
      for (const kind of ["online", "offline"]) globalThis.removeEventListener(kind, look);
    };
  }, []);
  return offline;
}
