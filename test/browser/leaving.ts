import { readFileSync } from "node:fs";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import type { Download, Page } from "playwright-core";

/** The open share dialog: what it says, and what its buttons save. */
export interface ShareDialog {
  readonly text: (label: RegExp) => Promise<string>;
  readonly words: () => Promise<string>;
  readonly save: (button: string | RegExp) => Promise<Buffer>;
}

/** Opens the share dialog of a page in English or German. */
export async function openShare(page: Page): Promise<ShareDialog> {
  await page.getByRole("button", { name: /^(Share|Teilen)$/ }).click();
  const dialog = page.locator("dialog[open]");
  await dialog.locator(".leaving").first().waitFor();
  for (const fold of await dialog.locator("summary").all()) await fold.click();
  return {
    text: (label) => dialog.getByLabel(label).inputValue(),
    words: async () => (await dialog.textContent()) ?? "",
    save: async (button) => {
      const click = async (timeout: number): Promise<Download> => {
        const [download] = await Promise.all([
          page.waitForEvent("download", { timeout }),
          dialog.getByRole("button", { name: button, exact: true }).click(),
        ]);
        return download;
      };
      // About one in a hundred downloads that follow at once upon another is dropped by Chromium, though the page asked.
      const download = await click(6_000).catch(() => click(30_000));
      return readFileSync(await download.path());
    },
  };
}

/** The words of a command line as a shell would pass them on, without the name of the program. */
export function wordsOf(line: string): readonly string[] {
  const words = line.match(/'[^']*'|\S+/g) ?? [];
  return words.slice(1).map((word) => word.replace(/^'(.*)'$/, "$1"));
}

/** Rows of a CSV file; the head first. */
export function csvRows(bytes: Buffer): readonly (readonly string[])[] {
  const lines = bytes.toString("utf8").trimEnd().split("\r\n");
  return lines.map((line) => {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^",]*)(,|$)/g)];
    const last = cells.findIndex(([, , end]) => end === "");
    return cells.slice(0, last + 1).map(([, cell]) => cell.replace(/^"(.*)"$/, "$1").replaceAll('""', '"'));
  });
}

/** A Parquet file as rows of the words that a CSV file has for them, and its key-value metadata. */
export async function readParquet(bytes: Buffer): Promise<{
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly about: ReadonlyMap<string, string>;
}> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const { schema, key_value_metadata: about = [] } = parquetMetadata(file);
  const columns = schema.slice(1).map(({ name }) => name);
  const records = await parquetReadObjects({ file });
  const word = (value: string | number | null): string => (value === null ? "" : String(value));
  return {
    columns,
    rows: records.map((record) => columns.map((column) => word(record[column] as string | number | null))),
    about: new Map(about.map(({ key, value }) => [key, value ?? ""])),
  };
}

/** Width and height of a PNG, out of its first chunk. */
export function pngSize(bytes: Buffer): readonly [number, number] {
  if (bytes.subarray(1, 4).toString() !== "PNG") throw new Error("This is no PNG.");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** Width and height of an SVG that stands alone. */
export function svgSize(bytes: Buffer): readonly [number, number] {
  const [, width, height] = /^<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(bytes.toString()) ?? [];
  return [Number(width), Number(height)];
}
