import type { JSX } from "preact";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

/** Says that something is being calculated, how far it is, and lets it be stopped. */
export function Busy(props: {
  readonly progress?: number | undefined;
  /** How it is stopped; without it the worker is ended with all its work. */
  readonly stop?: () => void;
}): JSX.Element {
  const { state, stop } = useView();
  const { progress } = props;
  return (
    <p class="busy" role="status">
      {appText(state.language, "calculating")}{" "}
      {progress !== undefined && (
        <progress value={progress} max={1} aria-label={appText(state.language, "calculating")} />
      )}{" "}
      <button type="button" onClick={props.stop ?? stop}>
        {appText(state.language, "stop")}
      </button>
    </p>
  );
}
