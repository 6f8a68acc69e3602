import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Problem } from "../core/problem.ts";
import { chooseLanguage, createProblem, describeProblem, type Language, languages } from "../text/index.ts";
import { screens } from "../app/state/state.ts";
import { sentFile, type SentFile } from "./app-files.ts";
import type { AppPages } from "./app-pages.ts";
import { addApi, type ApiOptions } from "./api/routes.ts";
import type { PageQuery, Pages } from "./pages.ts";
import { embedHeaders, securityHeaders } from "./security.ts";

export interface ServerOptions {
  readonly pages: Pages;
  readonly app: AppPages;
  /** Files of the built app by path. */
  readonly files: ReadonlyMap<string, SentFile>;
  readonly schemas: Readonly<Record<string, unknown>>;
  /** What the API needs; without it there is none. */
  readonly api?: Pick<ApiOptions, "models" | "measurementSchema" | "run">;
  /** Structured log lines on stdout; off in tests. */
  readonly log?: boolean;
}

/**
 * The HTTP server of `kreislauf serve`: pages rendered from a dossier held in memory, their stylesheet and the
 * published schemas. It fetches nothing, keeps no state and sets no cookie. Errors are RFC 9457 documents in
 * the language asked for.
 */
export function createServer(options: ServerOptions): FastifyInstance {
  const server = Fastify({
    logger: options.log ?? false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 10_000,
    // A request on a connection that is already open is still answered while the server drains.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 100 },
    // A path that cannot be decoded never reaches the hooks.
    frameworkErrors: (error, request, reply) => {
      const problem = createProblem("request-refused", place(request), { reason: error.message });
      return refuse(request, reply.headers(securityHeaders), error.statusCode ?? 400, problem);
    },
  });
  const { pages, schemas, app } = options;

  server.addHook("onSend", async (_, reply) => {
    if (!reply.hasHeader("content-security-policy")) reply.headers(securityHeaders);
  });
  server.setNotFoundHandler((request, reply) => {
    const [path] = request.url.split("?");
    if (request.method !== "GET" && server.hasRoute({ method: "GET", url: path })) {
      const values = { method: request.method, path };
      const problem = createProblem("method-refused", place(request), values);
      return refuse(request, reply.header("allow", "GET, HEAD"), 405, problem);
    }
    return refuse(request, reply, 404, createProblem("page-missing", place(request), { path }));
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    const reason = status >= 500 ? "500" : error.message;
    const code = status >= 500 ? "our-fault" : "request-refused";
    return refuse(request, reply, status, createProblem(code, place(request), { reason }));
  });

  server.get("/", (request, reply) => reply.redirect(`/${languageOf(request)}/`, 302));
  for (const language of languages) {
    server.get<{ Querystring: PageQuery }>(`/${language}/report`, (request, reply) => {
      const { page, problems } = pages.page(language, request.query);
      if (page === undefined) return refuse(request, reply, 400, ...problems);
      return send(request, reply, "text/html; charset=utf-8", page);
    });
    server.get(`/${language}`, (_, reply) => reply.redirect(`/${language}/`, 301));
    server.get(`/${language}/`, (request, reply) => sendFile(request, reply, app.page(request.url)));
    for (const screen of screens.slice(1)) {
      for (const path of [`/${language}/${screen}`, `/${language}/${screen}/:part`]) {
        server.get(path, (request, reply) => sendFile(request, reply, app.page(request.url)));
      }
    }
    for (const path of [`/${language}/`, `/${language}/circuit`, `/${language}/circuit/:part`]) {
      server.get(`/embed${path}`, (request, reply) =>
        sendFile(request, reply.headers(embedHeaders), app.embed(request.url.slice("/embed".length))),
      );
      server.get(`/picture${path}`, (request, reply) => {
        const picture = app.picture(request.url.slice("/picture".length));
        if (picture) return sendFile(request, reply.headers(embedHeaders), picture);
        return refuse(
          request,
          reply,
          404,
          createProblem("page-missing", place(request), { path: request.url }),
        );
      });
    }
  }
  const paths = [
    ...options.files.keys(),
    ...app.data.keys(),
    ...languages.map((language) => `/${language}/`),
  ];
  const list = sentFile(JSON.stringify(paths.filter((path) => path !== "/app/index.html")), ".json");
  for (const [path, file] of [...options.files, ...app.data, ["/app/files.json", list] as const]) {
    server.get(path, (request, reply) => {
      if (path === "/app/offline.js") reply.header("service-worker-allowed", "/");
      return sendFile(request, reply, file);
    });
  }
  server.get<{ Querystring: PageQuery }>("/api/measure", (request, reply) => {
    const { page, problems } = pages.measurement(request.query);
    if (page === undefined) return refuse(request, reply, 400, ...problems);
    return send(request, reply, "application/json; charset=utf-8", page);
  });
  server.get("/style.css", (request, reply) =>
    send(request, reply, "text/css; charset=utf-8", pages.stylesheet),
  );
  for (const [name, schema] of Object.entries(schemas)) {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    server.get(`/schemas/${name}.schema.json`, (request, reply) =>
      send(request, reply, "application/schema+json; charset=utf-8", {
        text,
        tag: `"${name}-${text.length}"`,
      }),
    );
  }
  if (options.api) addApi(server, { ...options.api, languageOf, refuse });
  server.get("/readyz", (_, reply) => reply.header("cache-control", "no-store").send({ status: "ready" }));
  server.get("/healthz", (_, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }));
  return server;
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: { readonly text: string; readonly tag: string },
): FastifyReply {
  reply.header("etag", body.tag).header("cache-control", "no-cache");
  if (request.headers["if-none-match"] === body.tag) return reply.code(304).send();
  return reply.type(type).send(body.text);
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

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  ...problems: readonly Problem[]
): FastifyReply {
  const language = languageOf(request);
  const [first] = problems;
  return reply
    .code(status)
    .type("application/problem+json; charset=utf-8")
    .header("content-language", language)
    .send({
      type: `urn:kreislauf:problem:${first?.code ?? "request-refused"}`,
      title: first?.code ?? "request-refused",
      status,
      detail: problems.map((problem) => describeProblem(problem, language)).join(" "),
      problems,
    });
}

function languageOf(request: FastifyRequest): Language {
  const inPath = languages.find((language) => request.url.startsWith(`/${language}/`));
  return inPath ?? chooseLanguage(request.headers["accept-language"]);
}

function place(request: FastifyRequest): Problem["where"] {
  return { file: request.url, line: 0, column: 0 };
}
