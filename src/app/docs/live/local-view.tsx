import type { ComponentChildren, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { writeAddress } from "../../state/address.ts";
import type { AppState } from "../../state/state.ts";
import { useView, type View, ViewContext } from "../../view.ts";

/**
 * A state of its own for a chart in a document: parts of the screens work in it as they do there, and moving them
 * leaves the page as it is. Links lead to the screen with that state.
 */
export function LocalView(props: {
  readonly start: AppState;
  readonly children: ComponentChildren;
}): JSX.Element {
  const outer = useView();
  const { language, theme } = outer.state;
  const [moved, setMoved] = useState<Partial<AppState>>({});
  const own = useRef(Symbol("chart")).current;
  const state: AppState = { ...props.start, ...moved, language, theme };
  const view: View = {
    ...outer,
    state,
    href: (patch) => writeAddress({ ...state, ...patch }),
    change: (patch) => setMoved((before) => ({ ...before, ...patch })),
    run: (job, options) =>
      job.kind === "simulate" ? inTurn(own, () => outer.run(job, options)) : outer.run(job, options),
    noteRun: () => undefined,
  };
  return <ViewContext.Provider value={view}>{props.children}</ViewContext.Provider>;
}

let owner: symbol | undefined;
let underWay: Promise<unknown> = Promise.resolve();

/** In the worker a newer simulation takes the place of an older one: right for one chart, not for two of a page. */
async function inTurn<Result>(who: symbol, work: () => Promise<Result>): Promise<Result> {
  while (owner !== undefined && owner !== who) await underWay;
  owner = who;
  const result = work();
  const done = result.then(
    () => undefined,
    () => undefined,
  );
  underWay = done;
  try {
    return await result;
  } finally {
    if (underWay === done) owner = undefined;
  }
}
