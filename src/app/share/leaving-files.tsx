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
  const pictures = leaving.pictures.flatMap((picture) => {
    const svg = picture.draw();
    return svg === undefined ? [] : [{ ...picture, svg }];
  });
  const png = async (name: string, svg: string): Promise<void> =>
    saveFile(`${name}.png`, await pngOf(svg), "image/png");
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
  return (
    <ul class="leaving">
      {leaving.pictures.length > 0 && pictures.length === 0 && (
        <li class="quiet">{say(language, "noPicture")}</li>
      )}
      {pictures.map(({ name, label, svg }) => (
        <Item key={name} {...{ label }} kind={say(language, "kindPicture")}>
          {[
            ["PNG", () => void png(`${stem}-${name}`, svg)],
            ["SVG", () => saveFile(`${stem}-${name}.svg`, svg, "image/svg+xml")],
          ]}
        </Item>
      ))}
      {leaving.tables.map((table) => (
        <Item key={table.name} label={table.label} kind={say(language, "kindTable")}>
          {[
            [
              "CSV",
              () =>
                saveFile(
                  `${stem}-${table.name}.csv`,
                  writeCsv(table.table(), [source]),
                  "text/csv;charset=utf-8",
                ),
            ],
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
