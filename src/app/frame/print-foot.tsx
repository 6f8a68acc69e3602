import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Leave } from "../share/leaving.ts";
import { useView } from "../view.ts";

type Sources = (leave: Leave) => readonly string[];
const dayMilliseconds = 86_400_000;
/** After all that a first look needs. */
const idle = 2000;
let sources: Sources | undefined;

/** Fetches what says where the numbers of a screen come from; without it a printed page has date and address only. */
export async function fetchSources(): Promise<void> {
  try {
    sources = (await import("../share/leaving.ts")).printedSources;
  } catch {
    // The server is gone: what needs it more says so.
  }
}

/**
 * What stands below a printed page: sources, date, result, the call that repeats it, and the address. It is written when
 * the page is printed, always in the colours of paper.
 */
export function PrintFoot(): JSX.Element {
  const view = useView();
  const foot = useRef<HTMLElement>(null);
  const current = useRef(view);
  current.current = view;
  useEffect(() => {
    const { dataset } = document.documentElement;
    const before = (): void => {
      const { href } = current.current;
      const address = location.origin + href({});
      const today = new Date(Math.floor(Date.now() / dayMilliseconds) * dayMilliseconds)
        .toISOString()
        .slice(0, 10);
      const lines = sources?.({ view: current.current, address, today }) ?? [`${today}. ${address}`];
      foot.current?.replaceChildren(
        ...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })),
      );
      dataset["theme"] = "light";
    };
    const after = (): void => {
      dataset["theme"] = current.current.state.theme;
    };
    globalThis.addEventListener("beforeprint", before);
    globalThis.addEventListener("afterprint", after);
    const timer = setTimeout(() => void fetchSources(), idle);
    return () => {
      clearTimeout(timer);
      globalThis.removeEventListener("beforeprint", before);
      globalThis.removeEventListener("afterprint", after);
    };
  }, []);
  return <footer class="print-foot" ref={foot} />;
}
