import type { JSX } from "preact";
import type { Language } from "../../text/index.ts";
import { appText } from "../words.ts";
import { NumberTable } from "../parts/number-table.tsx";
import type { PictureContent, PictureDrawing, PictureTable } from "./picture-content.ts";

/** A picture as a part of a page that needs no script: sentences, drawings, and each drawing as a table. */
export function PictureFigures(props: {
  readonly content: PictureContent;
  readonly language: Language;
}): JSX.Element {
  const { content, language } = props;
  const { lead, drawings } = content;
  return (
    <>
      {lead.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div class={drawings.length > 1 ? "graph-grid" : "graph-alone"}>
        {drawings.map((drawing) => (
          <PictureFigure key={drawing.id} {...{ drawing, content, language }} />
        ))}
      </div>
    </>
  );
}

/** One drawing of a picture: its finding, the chart, its unit, its numbers as a table. */
export function PictureFigure(props: {
  readonly drawing: PictureDrawing;
  readonly content: Pick<PictureContent, "title">;
  readonly language: Language;
}): JSX.Element {
  const { drawing, content, language } = props;
  const { title, note, chart, table } = drawing;
  return (
    <figure class="graph">
      {title && <h2>{title}</h2>}
      {chart}
      {note && <figcaption>{note}</figcaption>}
      {table && <Numbers {...{ table, language }} label={title || content.title} />}
    </figure>
  );
}

function Numbers(props: {
  readonly table: PictureTable;
  readonly language: Language;
  readonly label: string;
}): JSX.Element {
  const { table, language, label } = props;
  return (
    <details>
      <summary>
        {appText(language, "table")} <span class="unseen">{label}</span>
      </summary>
      <NumberTable label={label} heads={table.head} rows={table.rows} />
    </details>
  );
}
