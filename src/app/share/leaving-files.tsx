import type { JSX } from "preact";
import { writeCsv } from "../../core/csv-table.ts";
import { engineVersion } from "../../core/version.ts";
import { createProblem } from "../../text/problem.ts";
import { useView } from "../view.ts";
import type { Leaving, LeavingPicture, LeavingTable } from "./leaving.ts";
import { pngOf, saveFile } from "./save.ts";
import { say } from "./say.ts";

/** All that can be saved of a screen: pictures, tables, documents, each in every format it has. */
export function LeavingFiles(props: { readonly leaving: Leaving; readonly address: string }): JSX.Element {
  const { leaving, address } = props;
  const view = useView();
  const { language } = view.state;
  const { stem, source, hash, date } = leaving;
  const svg = async ({ name, draw }: LeavingPicture, format: "svg" | "png"): Promise<void> => {
    const drawn = draw();
    if (drawn === undefined) return;
    if (format === "svg") return saveFile(`${stem}-${name}.svg`, drawn, "image/svg+xml");
    try {
      saveFile(`${stem}-${name}.png`, await pngOf(drawn), "image/png");
    } catch {
      view.notify([createProblem("picture-failed", { file: `${stem}-${name}.png`, line: 0, column: 0 })]);
    }
  };
  const csv = ({ name, table }: LeavingTable): void =>
    saveFile(`${stem}-${name}.csv`, writeCsv(table(), [source]), "text/csv;charset=utf-8");
  const parquet = async ({ name, table }: LeavingTable): Promise<void> => {
    try {
      const { writeParquet } = await import("./parquet.ts");
      const bytes = writeParquet(table(), {
        "kreislauf.source": source,
        "kreislauf.date": date,
        "kreislauf.version": engineVersion,
        "kreislauf.hash": hash,
        "kreislauf.address": address,
      });
      saveFile(`${stem}-${name}.parquet`, bytes, "application/vnd.apache.parquet");
    } catch {
      view.notify([createProblem("server-gone", { file: "", line: 0, column: 0 })]);
    }
  };
  const picture = (one: LeavingPicture): JSX.Element => (
    <Item key={one.name} label={one.label} kind={say(language, "kindPicture")}>
      {[
        ["PNG", () => void svg(one, "png")],
        ["SVG", () => void svg(one, "svg")],
      ]}
    </Item>
  );
  const [first, ...others] = leaving.pictures;
  return (
    <ul class="leaving">
      {first && picture(first)}
      {others.length > 0 && (
        <li>
          <details>
            <summary>{say(language, "morePictures", { count: others.length })}</summary>
            <ul class="leaving">{others.map(picture)}</ul>
          </details>
        </li>
      )}
      {leaving.tables.map((table) => (
        <Item key={table.name} label={table.label} kind={say(language, "kindTable")}>
          {[
            ["CSV", () => csv(table)],
            ["Parquet", () => void parquet(table)],
          ]}
        </Item>
      ))}
      {leaving.documents.map(({ file, label, type, text }) => (
        <li key={file}>
          <button type="button" onClick={() => saveFile(file, text(), type)}>
            {label}
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={() => globalThis.print()}>
          {say(language, "print")}
        </button>
      </li>
    </ul>
  );
}

/** One thing with a button for each format. */
function Item(props: {
  readonly label: LeavingPicture["label"];
  readonly kind: string;
  readonly children: readonly (readonly [string, () => void])[];
}): JSX.Element {
  const { label, kind, children } = props;
  return (
    <li>
      <span class="leaving-label">
        {label} <span class="quiet">{kind}</span>
      </span>
      {children.map(([format, save]) => (
        <button key={format} type="button" aria-label={`${label}: ${format}`} onClick={save}>
          {format}
        </button>
      ))}
    </li>
  );
}
