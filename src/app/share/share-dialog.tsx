import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { share as german } from "../../text/de/share.ts";
import { share as english } from "../../text/en/share.ts";
import { citeScreen } from "../state/citation.ts";
import { fingerprint } from "../state/fingerprint.ts";
import { type View, useView } from "../view.ts";
import { appText, speaker } from "../words.ts";
import { printedMeasurement } from "../worker/measure-job.ts";
import { commandOf } from "./command.ts";
import { drawPicture } from "./picture.tsx";
import { pngOf, saveFile } from "./save.ts";
import { writePayments } from "./tables.ts";

const say = speaker(english, german);
const dayMilliseconds = 86_400_000;

/** Everything that leaves the app: link, embedding, citation, files; each with its sources and date. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const view = useView();
  const { state, dossier, measured } = view;
  const { language } = state;
  const word = (key: keyof typeof english): string => say(language, key);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const address = location.origin + view.href({});
  const fixed = fingerprint(state, measured.hash);
  return (
    <dialog class="share" ref={dialog} onClose={onClose} aria-labelledby="share-title">
      <form method="dialog" class="dialog-head">
        <h2 id="share-title">{word("title")}</h2>
        <button type="submit">{appText(language, "close")}</button>
      </form>
      <Copyable label={word("link")} text={address} note={word("linkNote")} />
      <p>
        {state.fixed === fixed ? (
          <b>{say(language, "fixed", { hash: fixed })}</b>
        ) : (
          <button type="button" onClick={() => view.change({ fixed })}>
            {word("fix")}
          </button>
        )}{" "}
        <span class="quiet">{word("fixNote")}</span>
      </p>
      <h3>{word("files")}</h3>
      <Files view={view} address={address} />
      <Copyable label={word("embed")} text={embedCode(view, address)} note={word("embedNote")} />
      <Copyable
        label={word("command")}
        text={commandOf(view)}
        note={Object.keys(state.doubts).length > 0 ? word("commandDoubts") : ""}
      />
      <Copyable
        label={word("cite")}
        text={citeScreen({
          title: dossier.title[language],
          address,
          dossier,
          asOf: measured.measurement.asOf,
          hash: measured.hash,
          accessed: Math.floor(Date.now() / dayMilliseconds),
        })}
      />
    </dialog>
  );
}

function embedCode(view: View, address: string): string {
  const source = address.replace(location.origin, `${location.origin}/embed`);
  return `<iframe src="${source}" title="${view.dossier.title[view.state.language]}" width="100%" height="640" loading="lazy"></iframe>`;
}

function Copyable(props: {
  readonly label: string;
  readonly text: string;
  readonly note?: string;
}): JSX.Element {
  const id = useId();
  const { state } = useView();
  const rows = Math.min(8, props.text.split("\n").length);
  return (
    <div class="copyable">
      <label for={id}>{props.label}</label>
      <span class="field">
        <textarea
          id={id}
          readOnly
          rows={rows}
          value={props.text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" data-copy={props.text}>
          {appText(state.language, "copy")}
        </button>
      </span>
      {props.note && <p class="quiet">{props.note}</p>}
    </div>
  );
}

function Files({ view, address }: { readonly view: View; readonly address: string }): JSX.Element {
  const { state, measured } = view;
  const { measurement } = measured;
  const word = (key: keyof typeof english): string => say(state.language, key);
  const name = `kreislauf-${measurement.dossier}-${measurement.asOf}-${measurement.circuit.status}`;
  const svg = drawPicture(view, address);
  const png = async (): Promise<void> => {
    if (svg !== undefined) saveFile(`${name}.png`, await pngOf(svg), "image/png");
  };
  return (
    <div class="files">
      {svg === undefined ? (
        <p class="quiet">{word("noPicture")}</p>
      ) : (
        <>
          <button type="button" onClick={() => saveFile(`${name}.svg`, svg, "image/svg+xml")}>
            {word("svg")}
          </button>
          <button type="button" onClick={() => void png()}>
            {word("png")}
          </button>
          <button
            type="button"
            onClick={() => saveFile(`${name}.csv`, writePayments(view, address), "text/csv;charset=utf-8")}
          >
            {word("csv")}
          </button>
        </>
      )}
      <button
        type="button"
        onClick={() => saveFile(`${name}.json`, printedMeasurement(measurement), "application/json")}
      >
        {word("json")}
      </button>
      <button type="button" onClick={() => globalThis.print()}>
        {word("print")}
      </button>
    </div>
  );
}
