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

/** A model that comes with Kreislauf. */
export interface BuiltInModel {
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  /** Figures that it may name, by evidence id. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface ApiOptions {
  /** Texts of the built-in economies' folders. */
  readonly economies: ReadonlyMap<string, Readonly<Record<string, string>>>;
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
  const { models, economies, refuse } = options;
  const document = JSON.stringify(openApi(options.measurementSchema));
  server.get("/api", (_, reply) => reply.type("application/json; charset=utf-8").send(document));
  server.get("/api/models", (_, reply) => reply.send({ models: [...models.keys()].sort() }));
  server.get("/api/economies", (_, reply) => reply.send({ economies: [...economies.keys()].sort() }));
  for (const name of Object.keys(requestSchemas) as RequestName[]) {
    server.post(`/api/${name}`, async (request, reply) => {
      const { value, problems } = readRequest(name, request.body);
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
  { models, economies }: Pick<ApiOptions, "models" | "economies">,
): ApiJob | { readonly problem: Problem } {
  switch (name) {
    case "check-dossier":
      return { kind: name, files: (value as RequestOf<typeof name>).files };
    case "measure": {
      const { files, asOf, status, window } = value as RequestOf<typeof name>;
      return {
        kind: name,
        files,
        asOf: dayOf(asOf),
        status,
        window: window ? readPeriod(window) : undefined,
      };
    }
    case "check-model":
    case "simulate": {
      const { name: modelName, text, files = {}, ...options } = value as RequestOf<"simulate">;
      const model = text === undefined ? models.get(modelName ?? "") : { text, files, figures: {} };
      if (!model) {
        const known = [...models.keys()].sort();
        const values = { name: modelName ?? "", known: known.join(", ") };
        const hint = nearestName(modelName ?? "", known);
        return {
          problem: createProblem("no-such-model", { file: "name", line: 0, column: 0 }, values, { hint }),
        };
      }
      if (name === "check-model") return { kind: name, ...model };
      return { kind: "simulate", ...model, options: withoutUndefined(options) };
    }
    case "plan": {
      const {
        name: economy = "",
        files,
        goals,
        set = {},
        objective,
        years,
      } = value as RequestOf<typeof name>;
      const texts = files ?? economies.get(economy);
      if (!texts) {
        const known = [...economies.keys()].sort();
        const values = { name: economy, known: known.join(", ") };
        const hint = nearestName(economy, known);
        return { problem: createProblem("no-such-economy", place("name"), values, { hint }) };
      }
      const settings = Object.entries(set).map(([setting, level]) => ({
        name: setting,
        value: level,
        where: place(`set.${setting}`),
      }));
      return { kind: name, files: texts, goals, options: withoutUndefined({ objective, years, settings }) };
    }
    case "tally": {
      const { text, ...rest } = value as RequestOf<typeof name>;
      return { kind: name, text, options: { rule: "mes", ...withoutUndefined(rest) } };
    }
  }
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
