import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A file as it is sent, with its encodings made when they are first asked for. */
export interface SentFile {
  readonly type: string;
  readonly tag: string;
  /** True if its name changes with its content, so that it may be kept for ever. */
  readonly lasting: boolean;
  readonly plain: Buffer;
  readonly gzip: () => Buffer;
  readonly brotli: () => Buffer;
}

/** Where the build puts the app, beside the compiled rooms. */
export const builtApp = fileURLToPath(new URL("../../dist/web", import.meta.url));

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A text or bytes ready to be sent. */
export function sentFile(
  content: string | Buffer,
  type: string,
  options: { readonly lasting?: boolean } = {},
): SentFile {
  const plain = typeof content === "string" ? Buffer.from(content) : content;
  let gzip: Buffer | undefined;
  let brotli: Buffer | undefined;
  return {
    type: types[type] ?? type,
    tag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    lasting: options.lasting ?? false,
    plain,
    gzip: () => (gzip ??= gzipSync(plain, { level: 9 })),
    brotli: () =>
      (brotli ??= brotliCompressSync(plain, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        },
      })),
  };
}

/** Every file of the built app by its path on the server, read once: no path of a request reaches the disk. */
export function readAppFiles(folder: string): ReadonlyMap<string, SentFile> {
  const files = new Map<string, SentFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length).split(sep).filter(Boolean).join("/");
    const type = extname(entry.name);
    files.set(`/app/${name}`, sentFile(readFileSync(path), type, { lasting: name.startsWith("assets/") }));
  }
  return files;
}
