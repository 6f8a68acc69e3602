import type { JSX } from "preact";
import { formatNumber } from "../../text/index.ts";
import { BookTable } from "../screens/model/books.tsx";
import { Cautions } from "../screens/simulate/cautions.tsx";
import { SimulationStill } from "../screens/simulate/simulation-still.tsx";
import { whoPaysOrderOf } from "../screens/simulate/policy.ts";
import { WhoPaysHead } from "../screens/simulate/who-pays-head.tsx";
import { Jobs } from "../screens/simulate/who-pays.tsx";
import { writeAddress } from "../state/address.ts";
import { defaults } from "../state/state.ts";
import { useView } from "../view.ts";
import { type Exhibit, exhibitKey, isComputed } from "./exhibit.ts";
import { PictureFigures } from "./picture-figures.tsx";
import { pictureOf } from "./picture-of.ts";
import { say } from "./picture-words.ts";

/**
 * A screen of the second verb as the server sends it, readable without script: the model as it stands, and if the link
 * asks for more, the picture of that, which a browser without script fetches on its own.
 */
export function ExhibitStill({ exhibit }: { readonly exhibit: Exhibit }): JSX.Element | null {
  const { state } = useView();
  const { language, screen, model, theme } = state;
  const plain = { ...defaults, language, screen, model, theme };
  const content = pictureOf(exhibit, plain);
  if (!content || !("card" in exhibit)) return null;
  const isOther = isComputed(state) && isComputed(plain) && exhibitKey(state) !== exhibitKey(plain);
  const { card } = exhibit;
  const asked = isOther && <AskedPicture />;
  return (
    <div class={screen === "model" ? "model-still" : screen} data-still={screen}>
      {drawn()}
      <div class="quiet">
        {content.source.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Cautions card={card} />
    </div>
  );

  function drawn(): JSX.Element | null {
    const figures = content && <PictureFigures content={{ ...content, lead: [] }} {...{ language }} />;
    switch (exhibit.kind) {
      case "simulation":
        return content ? (
          <SimulationStill
            shown={exhibit.simulated}
            note={say(language, "stillDefault")}
            {...{ card: exhibit.card, content, asked }}
          />
        ) : null;
      case "payers":
        return (
          <>
            <WhoPaysHead
              card={exhibit.card}
              guide={exhibit.guide}
              order={whoPaysOrderOf(plain, exhibit.card.guide)}
            />
            {asked}
            <Jobs found={exhibit.found.found} />
            {figures}
            <p class="quiet">{say(language, "stillPayers")}</p>
          </>
        );
      case "model": {
        const runs = formatNumber(exhibit.simulated.runs, language);
        return (
          <>
            <h1>{exhibit.card.title[language]}</h1>
            {asked}
            <p class="lead">{content?.title}</p>
            <p class="quiet">{say(language, "stillModel", { runs })}</p>
            {figures}
            {exhibit.books.map(
              (book) => book.rows.length > 0 && <BookTable key={book.kind} {...{ book, language }} />,
            )}
          </>
        );
      }
      default:
        return null;
    }
  }
}

/** The picture of exactly what the link asks for, fetched by browsers without script alone. */
export function AskedPicture(): JSX.Element {
  const { state } = useView();
  const { language } = state;
  const asked = writeAddress({ ...state, evidence: "" });
  return (
    <noscript>
      <p>{say(language, "stillOther")}</p>
      <img class="still" src={`/picture${asked}`} alt={say(language, "stillAlt")} />
      <p>
        <a href={`/embed${asked}`}>{say(language, "stillTables")}</a>
      </p>
    </noscript>
  );
}
