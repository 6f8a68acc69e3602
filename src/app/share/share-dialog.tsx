import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { citeScreen } from "../state/citation.ts";
import { fingerprint } from "../state/fingerprint.ts";
import { type View, useView } from "../view.ts";
import { appText } from "../words.ts";
import { Copyable } from "./copyable.tsx";
import { type Leaving, leavingOf, resultHash } from "./leaving.ts";
import { LeavingFiles } from "./leaving-files.tsx";
import { say, type ShareWord } from "./say.ts";
import { dayOf } from "./today.ts";

/** Everything that leaves the app: link, embedding, citation, files; each with its sources and date. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const view = useView();
  const { state, measured } = view;
  const { language } = state;
  const word = (key: ShareWord): string => say(language, key);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const address = location.origin + view.href({});
  const today = dayOf(Date.now());
  const found = leavingOf({ view, address, today });
  const leaving = found === "page" ? undefined : found;
  const hash = resultHash(found, measured);
  const fixed = fingerprint(state, hash);
  return (
    <dialog class="share" ref={dialog} onClose={onClose} aria-labelledby="share-title">
      <form method="dialog" class="dialog-head">
        <h2 id="share-title">{word("title")}</h2>
        <button type="submit">{appText(language, "close")}</button>
      </form>
      <Copyable
        label={word("link")}
        text={address}
        notes={leaving && leaving.linkNotes.length > 0 ? leaving.linkNotes : [word("linkNote")]}
      />
      <p>
        {state.fixed === fixed ? (
          <b>{say(language, "fixed", { hash: fixed })}</b>
        ) : (
          <button type="button" disabled={hash === ""} onClick={() => view.change({ fixed })}>
            {word("fix")}
          </button>
        )}{" "}
        <span class="quiet">{word("fixNote")}</span>
      </p>
      <h3>{word("files")}</h3>
      {leaving ? (
        <LeavingFiles {...{ leaving, address }} />
      ) : (
        <p class="quiet" role="status">
          {word(found === "page" ? "nothingToSave" : "waiting")}
        </p>
      )}
      {leaving && <WaysOut {...{ leaving, view, address, today }} />}
    </dialog>
  );
}

function WaysOut(props: {
  readonly leaving: Leaving;
  readonly view: View;
  readonly address: string;
  readonly today: string;
}): JSX.Element {
  const { leaving, view, address, today } = props;
  const { language } = view.state;
  const { command, commandNotes, hash, title, stem, date, method } = leaving;
  return (
    <>
      {leaving.canEmbed && (
        <Copyable
          label={say(language, "embed")}
          text={embedCode(title, address)}
          notes={[say(language, "embedNote")]}
        />
      )}
      <Copyable label={say(language, "command")} text={command} notes={commandNotes} />
      <Copyable
        label={say(language, "cite")}
        text={citeScreen({
          id: stem.includes(date) ? stem : `${stem}-${date}`,
          title,
          address,
          method,
          hash,
          accessed: today,
        })}
      />
    </>
  );
}

function embedCode(title: string, address: string): string {
  const source = address.replace(location.origin, `${location.origin}/embed`);
  const words = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${source.replaceAll("&", "&amp;")}" title="${words}" width="100%" height="640" loading="lazy"></iframe>`;
}
