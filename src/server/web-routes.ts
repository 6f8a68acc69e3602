import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isAppAddress, readAddress } from "../app/state/address.ts";
import { screens } from "../app/state/state.ts";
import type { Problem } from "../core/problem.ts";
import { createProblem, languages } from "../text/index.ts";
import { sentFile, type SentFile } from "./app-files.ts";
import type { AppPages } from "./app-pages.ts";
import { isPictured, picturedScreens, retrySeconds } from "./pictures/picture-pages.ts";
import { embedHeaders, pictureHeaders } from "./security.ts";

/** The web app as the server sends it. */
export interface Web {
  readonly pages: AppPages;
  /** Files of the build by path. */
  readonly files: ReadonlyMap<string, SentFile>;
}

type Refuse = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  ...problems: readonly Problem[]
) => FastifyReply;

const frame = { width: 960, height: 640 } as const;

/**
 * The routes of the web app: a page for every screen in both languages, its files and data, and pictures of shared views
 * for other pages (`/embed/…`, `/picture/…`, `/oembed?url=…`).
 */
export function addWeb(server: FastifyInstance, { pages, files }: Web, refuse: Refuse): void {
  for (const language of languages) {
    const [start, ...others] = screens.map((screen) =>
      screen === "start" ? `/${language}/` : `/${language}/${screen}`,
    );
    for (const path of [start, ...others.flatMap((screen) => [screen, `${screen}/:part`])]) {
      server.get(path, async (request, reply) =>
        sendFile(request, reply.headers(discovery(request)), await pages.page(request.url)),
      );
    }
    for (const screen of picturedScreens) {
      const path = screen === "start" ? start : `/${language}/${screen}`;
      addPictures(server, path, pages, refuse);
      if (screen !== "start") addPictures(server, `${path}/:part`, pages, refuse);
    }
  }
  const shown = [...files.keys(), ...pages.data.keys()].filter((path) => path !== "/app/index.html");
  const list = sentFile(JSON.stringify([...shown, ...languages.map((one) => `/${one}/`)]), ".json");
  for (const [path, file] of [...files, ...pages.data, ["/app/files.json", list] as const]) {
    server.get(path, (request, reply) => {
      if (path === "/app/offline.js") reply.header("service-worker-allowed", "/");
      return sendFile(request, reply, file);
    });
  }
  addOembed(server, refuse);
}

function addPictures(server: FastifyInstance, path: string, pages: AppPages, refuse: Refuse): void {
  const retry = (reply: FastifyReply, status: number): FastifyReply =>
    status === 429 ? reply.header("retry-after", String(retrySeconds)) : reply;
  server.get(`/embed${path}`, async (request, reply) => {
    const { file, refusal } = await pages.embed(request.url.slice("/embed".length));
    if (refusal) retry(reply, refusal.status).code(refusal.status);
    return sendFile(request, reply.headers(embedHeaders), file);
  });
  server.get(`/picture${path}`, async (request, reply) => {
    const { file, refusal } = await pages.picture(request.url.slice("/picture".length), originOf(request));
    if (!refusal) return sendFile(request, reply.headers(pictureHeaders), file);
    const where = nowhere(request);
    const problems = refusal.problems.map((problem) => ({ ...problem, where }));
    return refuse(request, retry(reply, refusal.status), refusal.status, ...problems);
  });
}

/** oEmbed 1.0: how another page shows a link of ours in a frame. Only addresses of this server are answered. */
function addOembed(server: FastifyInstance, refuse: Refuse): void {
  server.get<{ Querystring: { readonly url?: unknown; readonly format?: unknown } }>(
    "/oembed",
    (request, reply) => {
      const { url, format = "json" } = request.query;
      const asked = typeof url === "string" && URL.canParse(url) ? new URL(url) : undefined;
      const address = asked && asked.pathname + asked.search;
      const state = address && isAppAddress(address) ? readAddress(address).state : undefined;
      const isOurs = asked && asked.host === hostOf(request, asked.protocol);
      if (!isOurs || !state || !isPictured(state)) {
        const problem = createProblem("page-missing", nowhere(request), {
          path: typeof url === "string" ? url : "/oembed",
        });
        return refuse(request, reply, 404, problem);
      }
      if (format !== "json") {
        const values = { option: "format", value: String(format), wanted: "json" };
        return refuse(request, reply, 501, createProblem("bad-option-value", nowhere(request), values));
      }
      const { language } = state;
      const source = `${asked.origin}/embed${address}`.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
      return reply.header("access-control-allow-origin", "*").send({
        version: "1.0",
        type: "rich",
        provider_name: "Kreislauf",
        provider_url: `${asked.origin}/${language}/`,
        title: "Kreislauf",
        html: `<iframe src="${source}" title="Kreislauf" width="${frame.width}" height="${frame.height}" loading="lazy"></iframe>`,
        ...frame,
      });
    },
  );
}

/** Tells other pages where the frame of this one is (oEmbed discovery); an address too long for a header is not told. */
function discovery({ protocol, host, url }: FastifyRequest): Record<string, string> {
  if (url.length > 2_000 || !isPictured(readAddress(url).state)) return {};
  const asked = encodeURIComponent(`${protocol}://${host}${url}`);
  return {
    link: `</oembed?url=${asked}>; rel="alternate"; type="application/json+oembed"; title="Kreislauf"`,
  };
}

/** Sends a file in the smallest encoding the client reads. */
function sendFile(request: FastifyRequest, reply: FastifyReply, file: SentFile): FastifyReply {
  reply
    .header("etag", file.tag)
    .header("vary", "accept-encoding")
    .header("cache-control", file.lasting ? "public, max-age=31536000, immutable" : "no-cache");
  if (request.headers["if-none-match"] === file.tag) return reply.code(304).send();
  const wanted = request.headers["accept-encoding"] ?? "";
  const encoding = /\bbr\b/.test(wanted) ? "brotli" : /\bgzip\b/.test(wanted) ? "gzip" : undefined;
  if (encoding) reply.header("content-encoding", encoding === "brotli" ? "br" : "gzip");
  return reply.type(file.type).send(encoding ? file[encoding]() : file.plain);
}

/** The host of a request as an address writes it: without the port that goes without saying. */
function hostOf(request: FastifyRequest, protocol: string): string | undefined {
  const address = `${protocol}//${request.host}`;
  return /^https?:$/.test(protocol) && URL.canParse(address) ? new URL(address).host : undefined;
}

/** Where the server stands for those who ask; empty if the request does not say it soundly. */
function originOf(request: FastifyRequest): string {
  const host = hostOf(request, `${request.protocol}:`);
  return host === undefined ? "" : `${request.protocol}://${host}`;
}

function nowhere(request: FastifyRequest): Problem["where"] {
  return { file: request.url, line: 0, column: 0 };
}
