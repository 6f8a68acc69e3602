import { boomModel } from "../../simulate/index.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasErrors, type Problem } from "../../core/problem.ts";
import { readPeriod } from "../../core/period.ts";
import type { Figure } from "../../model/index.ts";
import type { ApiJob, ApiResult } from "../../jobs/api-jobs.ts";
import type { DeskAnswer } from "../../jobs/desk.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { createProblem, describeProblem, type Language } from "../../text/index.ts";
import { openApi } from "./open-api.ts";
import { dayOf, readRequest, type RequestName, type RequestOf, requestSchemas } from "./requests.ts";

type Files = Readonly<Record<string, string>>;

/** A model that comes with Kreislauf. */
export interface BuiltInModel {
  readonly text: string;
  readonly files: Files;
  /** Figures that it may name, by evidence id. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface ApiOptions {
  /** Texts of the built-in dossiers' folders. */
  readonly dossiers: ReadonlyMap<string, Files>;
  /** Texts of the built-in economies' folders. */
  readonly economies: ReadonlyMap<string, Files>;
  readonly models: ReadonlyMap<string, BuiltInModel>;
  readonly measurementSchema: unknown;
  readonly run: (job: ApiJob) => Promise<DeskAnswer<ApiResult>>;
  readonly languageOf: (request: FastifyRequest) => Language;
  readonly refuse: (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    ...problems: readonly Problem[]
  ) => FastifyReply;
}

const retrySeconds = 2;

/** Adds the HTTP API to a server: every request is checked here and worked on in a thread with limits. */
export function addApi(server: FastifyInstance, options: ApiOptions): void {
  const { dossiers, models, economies, refuse } = options;
  const document = JSON.stringify(openApi(options.measurementSchema));
  server.get("/api", (_, reply) => reply.type("application/json; charset=utf-8").send(document));
  for (const [kind, all] of Object.entries({ dossiers, models, economies })) {
    server.get(`/api/${kind}`, (_, reply) => reply.send({ [kind]: [...all.keys()].sort() }));
  }
  for (const name of Object.keys(requestSchemas) as RequestName[]) {
    server.post(`/api/${name}`, async (request, reply) => {
      const { value, problems } = readRequest(name, request.body, options.languageOf(request));
      if (value === undefined) return refuse(request, reply, 400, ...problems);
      const job = jobOf(name, value, options);
      if ("problem" in job) return refuse(request, reply, 400, job.problem);
      return settle(request, reply, await options.run(job), options);
    });
  }
}

function settle(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: DeskAnswer<ApiResult>,
  { refuse, languageOf }: ApiOptions,
): FastifyReply {
  const where = { file: request.url, line: 0, column: 0 };
  switch (answer.kind) {
    case "full":
      return refuse(
        request,
        reply.header("retry-after", String(retrySeconds)),
        429,
        createProblem("api-full", where, { seconds: retrySeconds }),
      );
    case "ended":
      return refuse(request, reply, 422, createProblem(`api-${answer.reason}`, where));
    case "failed":
      request.log.error({ reason: answer.reason });
      return refuse(request, reply, 500, createProblem("our-fault", where, { reason: "500" }));
    case "done": {
      const { problems, value } = answer.result;
      const checked = request.url.startsWith("/api/check");
      if (hasErrors(problems) && !checked) return refuse(request, reply, 422, ...problems);
      const language = languageOf(request);
      return reply.header("content-language", language).send({
        problems: problems.map((problem) => ({ ...problem, sentence: describeProblem(problem, language) })),
        ...(value === undefined ? {} : { value }),
      });
    }
  }
}

function jobOf(
  name: RequestName,
  value: RequestOf<RequestName>,
  { dossiers, models, economies }: Pick<ApiOptions, "dossiers" | "models" | "economies">,
): ApiJob | { readonly problem: Problem } {
  switch (name) {
    case "check-dossier":
    case "measure": {
      const { asOf, status, window, ...source } = value as RequestOf<"measure">;
      const texts = textsOf(source, dossiers, "no-such-dossier");
      if ("problem" in texts) return texts;
      if (name === "check-dossier") return { kind: name, ...texts };
      return {
        kind: name,
        ...texts,
        asOf: dayOf(asOf),
        status,
        window: window ? readPeriod(window) : undefined,
      };
    }
    case "check-model":
    case "simulate": {
      const { name: wanted = "", text, files = {}, runs, ...options } = value as RequestOf<"simulate">;
      const model = text === undefined ? builtInModel(models, wanted) : { text, files, figures: {} };
      if (!model) return unknownName(wanted, models, "no-such-model");
      if (name === "check-model") return { kind: name, ...model };
      return { kind: "simulate", ...model, options: withoutUndefined({ ...options, members: runs }) };
    }
    case "check-economy":
    case "plan": {
      const { goals, set = {}, objective, years, boom, ...source } = value as RequestOf<"plan">;
      const texts = textsOf(source, economies, "no-such-economy");
      if ("problem" in texts) return texts;
      if (name === "check-economy") return { kind: name, ...texts };
      const model = models.get(boomModel);
      if (boom !== undefined && !model) return unknownName(boomModel, models, "no-such-model");
      const settings = Object.entries(set).map(([setting, level]) => ({
        name: setting,
        value: level,
        where: place(`set.${setting}`),
      }));
      return {
        kind: name,
        ...texts,
        goals,
        options: withoutUndefined({ objective, years, settings }),
        ...(boom !== undefined && model && { boom: { model, year: boom } }),
      };
    }
    case "tally": {
      const { text, ...rest } = value as RequestOf<typeof name>;
      return { kind: name, text, options: { rule: "mes", ...withoutUndefined(rest) } };
    }
  }
}

/** A model by its name; `sim` stands for `textbook/sim`, as on the command line. */
function builtInModel(models: ApiOptions["models"], name: string): BuiltInModel | undefined {
  const full = [...models.keys()].find((known) => known === name || known.endsWith(`/${name}`));
  return full === undefined ? undefined : models.get(full);
}

/** The folder that was sent along, or the built-in one of a name. */
function textsOf(
  { name = "", files }: { readonly name?: string | undefined; readonly files?: Files | undefined },
  known: ReadonlyMap<string, Files>,
  code: "no-such-dossier" | "no-such-economy",
): { readonly files: Files } | { readonly problem: Problem } {
  const texts = files ?? known.get(name);
  return texts ? { files: texts } : unknownName(name, known, code);
}

function unknownName(
  name: string,
  all: ReadonlyMap<string, unknown>,
  code: "no-such-dossier" | "no-such-model" | "no-such-economy",
): { readonly problem: Problem } {
  const known = [...all.keys()].sort();
  const hint = nearestName(name, known);
  return { problem: createProblem(code, place("name"), { name, known: known.join(", ") }, { hint }) };
}

function place(file: string): Problem["where"] {
  return { file, line: 0, column: 0 };
}

/** The same without keys that hold nothing: an absent option is not an option set to nothing. */
function withoutUndefined<Options extends object>(
  options: Options,
): { readonly [Key in keyof Options]: Exclude<Options[Key], undefined> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { readonly [Key in keyof Options]: Exclude<Options[Key], undefined> };
}
