import { z } from "zod";
import { engineVersion } from "../../core/version.ts";
import { sideBySideReportSchema } from "../../plan/index.ts";
import { type RequestName, requestSchemas } from "./requests.ts";

const posts: Readonly<Record<RequestName, { readonly summary: string; readonly result: string }>> = {
  "check-dossier": { summary: "All problems of a dossier", result: "Problems" },
  "check-economy": { summary: "All problems of an economy", result: "Problems" },
  "check-model": { summary: "All problems of a model", result: "Problems" },
  measure: { summary: "Measure a dossier, built in or sent along", result: "Measurement" },
  simulate: { summary: "Simulate a model, built in or sent along", result: "Run" },
  plan: { summary: "Plan an economy, built in or sent along", result: "Plan" },
  tally: { summary: "Count an election and explain each result", result: "Tally" },
};

const text = { type: "string" } as const;
const problemSchema = {
  type: "object",
  required: ["code", "severity", "where", "values"],
  properties: {
    code: text,
    severity: { enum: ["error", "warning"] },
    where: {
      type: "object",
      properties: { file: text, line: { type: "integer" }, column: { type: "integer" } },
    },
    values: { type: "object" },
    hint: text,
    sentence: { ...text, description: "In the language asked for by Accept-Language" },
  },
} as const;
const problems = { type: "array", items: { $ref: "#/components/schemas/Problem" } } as const;

const notDrawn = {
  404: { description: "There is no such view, or no picture of it" },
  422: { description: "The link asks for what cannot be computed" },
  429: { description: "Too many pictures wait; see Retry-After" },
} as const;

/** The API as an OpenAPI 3.1 document. */
export function openApi(measurementSchema: unknown): Readonly<Record<string, unknown>> {
  const refused = (description: string): object => ({
    description,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Refusal" } } },
  });
  const paths = Object.fromEntries(
    Object.entries(posts).map(([name, { summary, result }]) => [
      `/api/${name}`,
      {
        post: {
          summary,
          operationId: name,
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: z.toJSONSchema(requestSchemas[name as RequestName], { io: "input" }),
              },
            },
          },
          responses: {
            200: {
              description: "The result, with the warnings met on the way",
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    required: ["problems"],
                    properties: {
                      problems,
                      ...(result === "Problems" ? {} : { value: { $ref: `#/components/schemas/${result}` } }),
                    },
                  },
                },
              },
            },
            400: refused("The request is not sound"),
            413: refused("The body is larger than 1 MiB"),
            422: refused("The input has errors, or its work took too long"),
            429: refused("Too many requests wait; see Retry-After"),
          },
        },
      },
    ]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Kreislauf",
      version: engineVersion,
      license: { name: "MIT", identifier: "MIT" },
      description:
        "Measure, simulate and plan: the same numbers as the library and the command line, to the bit. Nothing is stored.",
    },
    paths: {
      ...paths,
      ...Object.fromEntries(
        ["dossiers", "models", "economies"].map((kind) => [
          `/api/${kind}`,
          { get: { summary: `Names of the built-in ${kind}`, responses: { 200: { description: "OK" } } } },
        ]),
      ),
      "/picture/{language}/{screen}": {
        get: {
          summary: "A view of the app as an SVG that stands alone; the query is that of its link",
          responses: { 200: { description: "SVG" }, ...notDrawn },
        },
      },
      "/embed/{language}/{screen}": {
        get: {
          summary: "The same as a page without script for frames of other sites",
          responses: { 200: { description: "HTML" }, ...notDrawn },
        },
      },
      "/oembed": {
        get: {
          summary: "oEmbed 1.0: the frame that shows a link to this server",
          responses: {
            200: { description: "JSON" },
            404: { description: "Not a link to a view of this server" },
          },
        },
      },
      "/healthz": { get: { summary: "Alive", responses: { 200: { description: "OK" } } } },
      "/readyz": { get: { summary: "Ready for requests", responses: { 200: { description: "OK" } } } },
    },
    components: {
      schemas: {
        Problem: problemSchema,
        Refusal: {
          description: "RFC 9457",
          type: "object",
          required: ["type", "title", "status", "detail", "problems"],
          properties: { type: text, title: text, status: { type: "integer" }, detail: text, problems },
        },
        Measurement: measurementSchema,
        Run: {
          type: "object",
          required: ["model", "seed", "periods", "members", "series", "hash", "balance", "solver"],
          properties: {
            model: text,
            seed: { type: "integer" },
            periods: { type: "integer" },
            members: { type: "integer" },
            hash: { ...text, description: "SHA-256 of the series, the same on every engine" },
            series: {
              type: "object",
              description: "periods + 1 numbers a member, member after member; null where there is no value",
              additionalProperties: { type: "array", items: { type: ["number", "null"] } },
            },
            balance: { type: "object" },
            solver: { type: "object" },
          },
        },
        Plan: {
          type: "object",
          required: ["status"],
          description:
            "As `kreislauf plan --json`: status, working week, binding limits, prices, conflict, ways out",
          properties: { boom: z.toJSONSchema(sideBySideReportSchema) },
        },
        Tally: { type: "object" },
      },
    },
  };
}
