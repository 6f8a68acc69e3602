import type { JSX } from "preact";
import type { Language } from "../../text/language.ts";
import { writeAddress } from "../state/address.ts";
import { useView } from "../view.ts";
import { appText } from "../words.ts";
import { nameInLanguage, orderDocuments } from "./contents.ts";
import { type LiveChart, liveChartsOf } from "./live-chart.ts";
import { type Block, Markdown, readMarkdown } from "./markdown.tsx";
import { say } from "./live/words.ts";

/** A document with the names and titles of all of its language. */
export interface StillDocument {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly contents: readonly { readonly name: string; readonly title: string }[];
}

/** The document of a name out of texts by `<language>/<name>`; undefined if there is none. */
export function stillDocument(
  language: Language,
  part: string,
  texts: ReadonlyMap<string, string>,
): StillDocument | undefined {
  const own = [...texts.keys()].filter((key) => key.startsWith(`${language}/`));
  const names = orderDocuments(
    language,
    own.map((key) => key.slice(language.length + 1)),
  );
  const name = nameInLanguage(language, part, names);
  const text = texts.get(`${language}/${name}`);
  if (text === undefined) return undefined;
  return {
    name,
    blocks: readMarkdown(text),
    contents: names.map((one) => ({
      name: one,
      title: /^# (.+)$/m.exec(texts.get(`${language}/${one}`) ?? "")?.[1] ?? one,
    })),
  };
}

/** A document as the server sends it: a live chart is its picture and the way to its screen. */
export function DocsStill({ document }: { readonly document: StillDocument }): JSX.Element {
  const view = useView();
  const { language } = view.state;
  const charts = liveChartsOf(document.blocks);
  return (
    <DocumentPage
      {...document}
      drawn={(_, index) => {
        const chart = charts.get(index)?.chart;
        return chart && <ChartStill key={index} chart={chart} language={language} />;
      }}
    />
  );
}

function ChartStill({
  chart,
  language,
}: {
  readonly chart: LiveChart;
  readonly language: Language;
}): JSX.Element {
  const address = writeAddress(chart.state);
  return (
    <section class={`live-chart live-${chart.kind}`} aria-label={say(language, "try")}>
      <p class="kicker">{say(language, "try")}</p>
      {chart.kind === "ballot" ? null : (
        // Only asked for where no script draws the chart itself.
        <noscript>
          <img src={`/picture${address}`} alt={say(language, "picture")} loading="lazy" />
        </noscript>
      )}
      <p class="onward">
        <a href={address}>{say(language, "open")}</a>
      </p>
    </section>
  );
}

/** The contents beside a document. */
export function DocumentPage(props: {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly contents: StillDocument["contents"];
  readonly drawn: (block: Block, index: number) => JSX.Element | undefined;
}): JSX.Element {
  const { name, blocks, contents, drawn } = props;
  const view = useView();
  const { language } = view.state;
  const names = contents.map((one) => one.name);
  const hrefOf = (address: string): string | undefined => {
    if (/^https?:/.test(address) || address.startsWith("#")) return address;
    const [, target] = /(?:^|\/)([\w-]+)\.md(?:#.*)?$/.exec(address) ?? [];
    return target === undefined ? undefined : view.href({ part: nameInLanguage(language, target, names) });
  };
  return (
    <div class="docs">
      <nav aria-label={appText(language, "docs")}>
        {contents.map((one) => (
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
        <Markdown key={name} {...{ blocks, hrefOf, drawn }} />
      </article>
    </div>
  );
}
