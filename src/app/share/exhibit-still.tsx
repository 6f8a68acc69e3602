import type { JSX } from "preact";
import { formatNumber } from "../../text/index.ts";
import { BookTable } from "../screens/model/books.tsx";
import { Cautions } from "../screens/simulate/cautions.tsx";
import { say as simulateWords } from "../screens/simulate/words.ts";
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
  return (
    <div class={screen === "model" ? "model-still" : screen}>
      <header>
        <h1>
          {screen === "model"
            ? exhibit.card.title[language]
            : simulateWords(language, headings[screen as Headed])}
        </h1>
        {isOther && <AskedPicture />}
        <p class="quiet">{note()}</p>
      </header>
      <p class="lead">{content.title}</p>
      <PictureFigures {...{ content, language }} />
      {exhibit.kind === "model" &&
        exhibit.books.map(
          (book) => book.rows.length > 0 && <BookTable key={book.kind} {...{ book, language }} />,
        )}
      <div class="quiet">
        {content.source.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Cautions card={exhibit.card} />
    </div>
  );

  function note(): string {
    switch (exhibit.kind) {
      case "model":
        return say(language, "stillModel", { runs: formatNumber(exhibit.simulated.runs, language) });
      case "payers":
        return say(language, "stillPayers");
      default:
        return say(language, "stillDefault");
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

const headings = { simulate: "title", "who-pays": "whoPays" } as const;
type Headed = keyof typeof headings;
