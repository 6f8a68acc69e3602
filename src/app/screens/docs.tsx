import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { createProblem } from "../../text/problem.ts";
import { documentsOf, fetchDocument, findDocument } from "../docs/library.ts";
import { LiveBlock } from "../docs/live/live-block.tsx";
import { liveChartsOf } from "../docs/live-chart.ts";
import { type Block, Markdown, readMarkdown } from "../docs/markdown.tsx";
import { useView } from "../view.ts";
import { appText } from "../words.ts";

interface Document {
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The documents of Kreislauf in the language of the page. */
export function Docs(): JSX.Element {
  const view = useView();
  const { language, part } = view.state;
  const name = findDocument(language, part);
  const [documents, setDocuments] = useState<readonly Document[]>([]);
  useEffect(() => {
    const load = async (): Promise<void> => {
      try {
        setDocuments(await Promise.all(documentsOf(language).map((one) => read(one, language))));
      } catch {
        view.notify([createProblem("server-gone", { file: "", line: 0, column: 0 })]);
      }
    };
    void load();
  }, [language]);
  const shown = documents.find((one) => one.name === name && one.language === language);
  if (!shown) return <p class="quiet">{appText(language, "loading")}</p>;
  const hrefOf = (address: string): string | undefined => {
    if (/^https?:/.test(address) || address.startsWith("#")) return address;
    const [, target] = /(?:^|\/)([\w-]+)\.md(?:#.*)?$/.exec(address) ?? [];
    return target !== undefined && findDocument(language, target) !== ""
      ? view.href({ part: findDocument(language, target) })
      : undefined;
  };
  const charts = liveChartsOf(shown.blocks);
  const drawn = (_: Block, index: number): JSX.Element | undefined => {
    const { chart, above = "" } = charts.get(index) ?? {};
    return chart && <LiveBlock key={`${shown.name} ${index}`} {...{ chart, above }} />;
  };
  return (
    <div class="docs">
      <nav aria-label={appText(language, "docs")}>
        {documents.map((one) => (
          <a
            key={one.name}
            href={view.href({ part: one.name })}
            aria-current={one.name === name ? "page" : undefined}
          >
            {one.title}
          </a>
        ))}
      </nav>
      <article>
        <Markdown key={shown.name} blocks={shown.blocks} hrefOf={hrefOf} drawn={drawn} />
      </article>
    </div>
  );
}

async function read(name: string, language: "de" | "en"): Promise<Document> {
  const blocks = readMarkdown(await fetchDocument(language, name));
  const heading = blocks.find((block) => block.kind === "heading");
  return { name, language, title: heading?.text ?? name, blocks };
}
