import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { createProblem } from "../../text/problem.ts";
import type { Language } from "../../text/language.ts";
import { DocumentPage } from "../docs/docs-still.tsx";
import { documentsOf, fetchDocument, findDocument } from "../docs/library.ts";
import { LiveBlock } from "../docs/live/live-block.tsx";
import { liveChartsOf } from "../docs/live-chart.ts";
import { type Block, readMarkdown } from "../docs/markdown.tsx";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

interface Document {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

const kept = new Map<Language, readonly Document[]>();

/** The documents of Kreislauf in the language of the page, with charts that can be moved. */
export function Docs(): JSX.Element {
  const view = useView();
  const { language, part } = view.state;
  const [, redraw] = useState(0);
  useEffect(() => {
    fetchDocuments(language).then(
      () => redraw((count) => count + 1),
      () => view.notify([createProblem("server-gone", { file: "", line: 0, column: 0 })]),
    );
  }, [language]);
  const contents = kept.get(language);
  const shown = contents?.find(({ name }) => name === findDocument(language, part));
  if (!contents || !shown) return <p class="quiet">{appText(language, "loading")}</p>;
  const charts = liveChartsOf(shown.blocks);
  const drawn = (_: Block, index: number): JSX.Element | undefined => {
    const { chart, above = "" } = charts.get(index) ?? {};
    return chart && <LiveBlock key={`${shown.name} ${index}`} {...{ chart, above }} />;
  };
  return <DocumentPage {...shown} {...{ contents, drawn }} />;
}

/** Fetches all documents of a language, once. */
export async function fetchDocuments(language: Language): Promise<void> {
  if (kept.has(language)) return;
  kept.set(language, await Promise.all(documentsOf(language).map((name) => read(name, language))));
}

async function read(name: string, language: Language): Promise<Document> {
  const blocks = readMarkdown(await fetchDocument(language, name));
  const heading = blocks.find((block) => block.kind === "heading");
  return { name, title: heading?.text ?? name, blocks };
}
