import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

const lineLength = 66;
const mostRows = 8;

/** A text to take along: shown whole, selected by a click, copied by a button; notes stand below. */
export function Copyable(props: {
  readonly label: string;
  readonly text: string;
  readonly notes?: readonly string[];
}): JSX.Element {
  const id = useId();
  const { state } = useView();
  const rows = props.text.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / lineLength), 0);
  return (
    <div class="copyable">
      <label for={id}>{props.label}</label>
      <span class="field">
        <textarea
          id={id}
          readOnly
          rows={Math.min(mostRows, rows)}
          value={props.text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" data-copy={props.text}>
          {appText(state.language, "copy")}
        </button>
      </span>
      {props.notes?.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
    </div>
  );
}
