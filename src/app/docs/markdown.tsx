import type { JSX } from "preact";

/** A piece of a document: what the docs of Kreislauf use of Markdown, and no more. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "code"; readonly info: string; readonly text: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** The blocks of a Markdown text. */
export function readMarkdown(text: string): readonly Block[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    const heading = /^(#{1,4}) (.+)$/.exec(line);
    if (heading) {
      blocks.push({ kind: "heading", level: heading[1].length, text: heading[2] });
      at++;
    } else if (line.startsWith("```")) {
      const end = lines.findIndex((other, index) => index > at && other.startsWith("```"));
      const stop = end < 0 ? lines.length : end;
      blocks.push({ kind: "code", info: line.slice(3).trim(), text: lines.slice(at + 1, stop).join("\n") });
      at = stop + 1;
    } else if (line.startsWith("|")) {
      const rows: (readonly string[])[] = [];
      while (at < lines.length && lines[at].startsWith("|")) rows.push(cellsOf(lines[at++]));
      const [head, ...rest] = rows.filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell)));
      blocks.push({ kind: "table", head, rows: rest });
    } else if (listItem.test(line)) {
      const ordered = /^\d/.test(line);
      const items: string[] = [];
      while (
        at < lines.length &&
        (listItem.test(lines[at]) || (/^\s+\S/.test(lines[at]) && items.length > 0))
      ) {
        const item = listItem.exec(lines[at]);
        if (item) items.push(item[1]);
        else items[items.length - 1] += ` ${lines[at].trim()}`;
        at++;
      }
      blocks.push({ kind: "list", ordered, items });
    } else if (line.trim() === "") at++;
    else {
      const start = at;
      while (at < lines.length && lines[at].trim() !== "" && !opensBlock.test(lines[at])) at++;
      // A line that only looks like the start of a block is text all the same.
      if (at === start) at++;
      blocks.push({ kind: "paragraph", text: lines.slice(start, at).join(" ") });
    }
  }
  return blocks;
}

const listItem = /^(?:[-*]|\d+\.) (.+)$/;
const opensBlock = /^(?:#{1,4} |```|\||[-*] |\d+\. )/;

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\||\|\s*$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/**
 * A document as page content; `hrefOf` turns the address of a link, undefined leaves its text. `drawn` puts something in
 * place of a block.
 */
export function Markdown(props: {
  readonly blocks: readonly Block[];
  readonly hrefOf: (address: string) => string | undefined;
  readonly drawn?: (block: Block, index: number) => JSX.Element | undefined;
}): JSX.Element {
  const inline = (text: string): JSX.Element => <Inline text={text} hrefOf={props.hrefOf} />;
  return (
    <>
      {props.blocks.map((block, index) => {
        const drawn = props.drawn?.(block, index);
        if (drawn) return drawn;
        switch (block.kind) {
          case "heading": {
            const Heading = `h${block.level}` as "h1";
            return (
              <Heading key={index} id={block.level > 1 ? anchorOf(block.text) : undefined}>
                {inline(block.text)}
              </Heading>
            );
          }
          case "code":
            return (
              <pre key={index} tabIndex={0}>
                <code>{block.text}</code>
              </pre>
            );
          case "list": {
            const List = block.ordered ? "ol" : "ul";
            return (
              <List key={index}>
                {block.items.map((item, place) => (
                  <li key={place}>{inline(item)}</li>
                ))}
              </List>
            );
          }
          case "table":
            return (
              <div key={index} class="scroll" tabIndex={0}>
                <table>
                  <thead>
                    <tr>
                      {block.head.map((cell, place) => (
                        <th key={place} scope="col">
                          {inline(cell)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {block.rows.map((row, line) => (
                      <tr key={line}>
                        {row.map((cell, place) => (
                          <td key={place}>{inline(cell)}</td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            );
          default:
            return <p key={index}>{inline(block.text)}</p>;
        }
      })}
    </>
  );
}

/** The anchor of a heading, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");
}

const mark = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\[[^\]]+\]\([^)\s]+\)|<https?:[^>\s]+>)/;

function Inline(props: {
  readonly text: string;
  readonly hrefOf: (address: string) => string | undefined;
}): JSX.Element {
  const link = (text: string, address: string, key: number): JSX.Element | string => {
    const href = props.hrefOf(address);
    return href === undefined ? (
      text
    ) : (
      <a key={key} href={href}>
        {text}
      </a>
    );
  };
  return (
    <>
      {props.text.split(mark).map((part, index) => {
        if (index % 2 === 0) return part;
        if (part.startsWith("`")) return <code key={index}>{part.slice(1, -1)}</code>;
        if (part.startsWith("**")) return <strong key={index}>{part.slice(2, -2)}</strong>;
        if (part.startsWith("*")) return <em key={index}>{part.slice(1, -1)}</em>;
        if (part.startsWith("<")) return link(part.slice(1, -1), part.slice(1, -1), index);
        const [, text, address] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part)!;
        return link(text.replaceAll("`", ""), address, index);
      })}
    </>
  );
}
