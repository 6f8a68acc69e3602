import type { JSX } from "preact";
import { array, assert, constantFrom, property, string } from "fast-check";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { anchorOf, type Block, Markdown, readMarkdown } from "./markdown.tsx";

const html = (text: string): string =>
  renderToString(<Markdown blocks={readMarkdown(text)} hrefOf={(address) => address} />);

describe("Markdown of the docs", () => {
  it("knows headings, paragraphs, lists, code and tables", () => {
    expect(html("# A `b`\ntext\nmore\n\n- one\n  two\n- **three**\n\n1. x\n```\n<a>\n```")).toBe(
      '<h1>A <code>b</code></h1><p>text more</p><ul><li>one two</li><li><strong>three</strong></li></ul><ol><li>x</li></ol><pre tabindex="0"><code>&lt;a></code></pre>',
    );
    expect(readMarkdown("| a | b |\n| --- | :-: |\n| 1 | x \\| y |")).toEqual([
      { kind: "table", head: ["a", "b"], rows: [["1", "x | y"]] },
    ]);
  });

  it("links, and leaves markup of other languages as text", () => {
    expect(html("[a](b.md#c) <https://x.org/> <b>x</b> *y*")).toBe(
      '<p><a href="b.md#c">a</a> <a href="https://x.org/">https://x.org/</a> &lt;b>x&lt;/b> <em>y</em></p>',
    );
    expect(anchorOf("What is “it”, really?")).toBe("what-is-it-really");
  });

  it("keeps what kind of code a block holds, and lets something else be drawn in its place", () => {
    const blocks = readMarkdown("```kl leak\na\n```\n```kreislauf\n/en/\n```");
    expect(blocks).toEqual([
      { kind: "code", info: "kl leak", text: "a" },
      { kind: "code", info: "kreislauf", text: "/en/" },
    ]);
    const drawn = (block: Block): JSX.Element | undefined =>
      block.kind === "code" && block.info === "kreislauf" ? <i>{block.text}</i> : undefined;
    const page = <Markdown blocks={blocks} hrefOf={() => undefined} drawn={drawn} />;
    expect(renderToString(page)).toBe('<pre tabindex="0"><code>a</code></pre><i>/en/</i>');
  });

  it("ends on any text and loses no word", () => {
    const line = constantFrom("# h", "- a", "1. b", "| c |", "```", "text", "", "   ", "-", "#", "|", "* *");
    assert(
      property(array(line, { maxLength: 12 }), string(), (lines, word) => {
        expect(html([...lines, word].join("\n"))).toBeDefined();
      }),
    );
  });
});
