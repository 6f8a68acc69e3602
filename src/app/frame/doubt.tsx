import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { Figure, Tie } from "../../dossier/index.ts";
import { useView } from "../view.ts";
import { sayEvidence } from "./evidence-words.ts";
import { amountInWords, unitInWords } from "./evidence-words.ts";

/** Another value for a figure or tie: everything is computed anew. */
export function Doubt({ item }: { readonly item: Figure | Tie }): JSX.Element {
  const view = useView();
  const { doubts, language } = view.state;
  const id = useId();
  const doubted = Object.hasOwn(doubts, item.id);
  const shown = doubted ? doubts[item.id] : item.amount!.value;
  const { [item.id]: _, ...others } = doubts;
  return (
    <form
      class="doubt"
      key={item.id}
      onSubmit={(event) => {
        event.preventDefault();
        const value = new FormData(event.currentTarget).get("value");
        const number = typeof value === "string" ? Number(value.replace(",", ".")) : NaN;
        if (Number.isFinite(number)) view.change({ doubts: { ...doubts, [item.id]: number } });
      }}
    >
      <h4>{sayEvidence(language, "doubt")}</h4>
      <p class="quiet">{sayEvidence(language, "doubtText")}</p>
      <label for={id}>{sayEvidence(language, "doubtValue", { unit: unitInWords(item) })}</label>
      <span class="field">
        <input
          id={id}
          name="value"
          type="number"
          step="any"
          required
          defaultValue={String(shown)}
          key={shown}
        />
        <button type="submit">{sayEvidence(language, "doubtTry")}</button>
      </span>
      {doubted && (
        <p>
          {sayEvidence(language, "doubtWas", { value: amountInWords(item, view) })}{" "}
          <a href={view.href({ doubts: others })}>{sayEvidence(language, "doubtEnd")}</a>
        </p>
      )}
    </form>
  );
}
