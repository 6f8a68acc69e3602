import type { JSX } from "preact";
import { useView } from "../../view.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import { say } from "./words.ts";

/** What the text says of its parameters: meaning, unit, range, source. */
export function NamesTable({ card }: { readonly card: ModelCard }): JSX.Element | null {
  const { language } = useView().state;
  const names = card.names.filter(({ label, unit }) => label[language] !== "" || unit !== "");
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{say(language, "units")}</summary>
      <div class="scroll" tabIndex={0} role="group" aria-label={say(language, "units")}>
        <table>
          <tbody>
            {names.map(({ name, label, unit, source }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{label[language]}</td>
                <td>{unit}</td>
                <td class="quiet">{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
