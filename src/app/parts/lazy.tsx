import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { createProblem } from "../../text/problem.ts";
import { useView } from "../view.ts";

type Component<Props> = (props: Props) => JSX.Element | null;

export interface Lazy<Props> {
  /** Draws nothing, or `waiting`, until the part is here. */
  readonly Part: (props: Props & { readonly waiting?: JSX.Element }) => JSX.Element | null;
  /** Fetches the part, so that it is drawn at once. */
  readonly ready: () => Promise<void>;
}

/** A part of the page that is fetched when it is first drawn; if the server is gone the user is told. */
export function lazy<Props extends object>(load: () => Promise<Component<Props>>): Lazy<Props> {
  let loaded: Component<Props> | undefined;
  const ready = async (): Promise<void> => {
    loaded ??= await load();
  };
  return {
    ready,
    Part: (props) => {
      const { notify } = useView();
      const [, redraw] = useState(0);
      useEffect(() => {
        if (loaded) return;
        ready().then(
          () => redraw((count) => count + 1),
          () => notify([createProblem("server-gone", { file: "", line: 0, column: 0 })]),
        );
      }, []);
      const Shown = loaded;
      return Shown ? <Shown {...props} /> : (props.waiting ?? null);
    },
  };
}
