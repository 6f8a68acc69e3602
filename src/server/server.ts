import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Problem } from "../core/problem.ts";
import { chooseLanguage, createProblem, describeProblem, type Language, languages } from "../text/index.ts";
import { addApi, type ApiOptions } from "./api/routes.ts";
import type { PageQuery, Pages } from "./pages.ts";
import { securityHeaders } from "./security.ts";
import { addWeb, type Web } from "./web-routes.ts";

export interface ServerOptions {
  readonly pages: Pages;
  /** The web app; without it there are only the reports. */
  readonly web?: Web;
  readonly schemas: Readonly<Record<string, unknown>>;
  /** What the API needs; without it there is none. */
  readonly api?: Pick<ApiOptions, "dossiers" | "models" | "economies" | "measurementSchema" | "run">;
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
  const { pages, schemas } = options;

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
    server.get<{ Querystring: PageQuery }>(`/${language}/loop-map.svg`, (request, reply) => {
      const { page, problems } = pages.loopMap(language, request.query);
      if (problems.length > 0) return refuse(request, reply, 400, ...problems);
      if (page === undefined) return reply.callNotFound();
      return send(request, reply, "image/svg+xml; charset=utf-8", page);
    });
    server.get(`/${language}`, (_, reply) => reply.redirect(`/${language}/`, 301));
  }
  if (options.web) addWeb(server, options.web, refuse);
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
  body: { readonly text: string; readonly tag: string; readonly packed?: () => Buffer },
): FastifyReply {
  const packs = /\bgzip\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers["accept-encoding"] ?? "");
  const packed = packs ? body.packed?.() : undefined;
  const tag = packed ? body.tag.replace(/"$/, '-gzip"') : body.tag;
  reply.header("etag", tag).header("cache-control", "no-cache").header("vary", "accept-encoding");
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  reply.type(type);
  return packed ? reply.header("content-encoding", "gzip").send(packed) : reply.send(body.text);
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
