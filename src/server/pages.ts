import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { formatDay } from "../core/period.ts";
import type { Problem } from "../core/problem.ts";
import { nearestName } from "../core/nearest-name.ts";
import {
  type Reading,
  readings,
  renderLoopMap,
  renderReport,
  reportStyle,
  type Subject,
} from "../report/index.ts";
import { createProblem, type Language } from "../text/index.ts";

/** What an address may ask for: `?as-of=2025-11-17&status=paid`. */
export interface PageQuery {
  readonly "as-of"?: string;
  readonly status?: string;
}

/** A text with its entity tag. */
export interface Body {
  readonly text: string;
  readonly tag: string;
  /** The text as gzip packs it, packed when it is first asked for. */
  readonly packed: () => Buffer;
}

/** The pages of a dossier, rendered when they are first asked for and kept. */
export interface Pages {
  readonly stylesheet: Body;
  readonly page: (
    language: Language,
    query: PageQuery,
  ) => { readonly page: Body | undefined; readonly problems: readonly Problem[] };
  /** The loop map of a page as an SVG document. */
  readonly loopMap: (
    language: Language,
    query: PageQuery,
  ) => { readonly page: Body | undefined; readonly problems: readonly Problem[] };
  /** The measurement behind a page. */
  readonly measurement: (query: PageQuery) => {
    readonly page: Body | undefined;
    readonly problems: readonly Problem[];
  };
}

/** Pages from a dossier and its measurements, for a server that sends the style sheet on its own. */
export function createPages(subject: Subject): Pages {
  const vintages = [...new Set(subject.measurements.map(({ asOf }) => asOf))];
  const kept = new Map<string, Body>();
  const keep = (key: string, render: () => string): Body => {
    let body = kept.get(key);
    if (!body) {
      body = withTag(render());
      kept.set(key, body);
    }
    return body;
  };
  return {
    stylesheet: withTag(reportStyle(subject.measurements)),
    page: (language, query) => {
      const { vintage, reading, problems } = readQuery(query, vintages);
      if (problems.length > 0) return { page: undefined, problems };
      const search = new URLSearchParams(
        Object.entries({ "as-of": vintage, status: reading }).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, value]],
        ),
      ).toString();
      const other = `/${language === "de" ? "en" : "de"}/report${search && `?${search}`}`;
      const page = keep(`${language} ${vintage} ${reading}`, () =>
        renderReport(subject, {
          language,
          stylesheet: "/style.css",
          otherLanguage: other,
          ...(vintage !== undefined && { vintage }),
          ...(reading !== undefined && { reading }),
        }),
      );
      return { page, problems };
    },
    loopMap: (language, query) => {
      const { vintage, reading, problems } = readQuery(query, vintages);
      if (problems.length > 0) return { page: undefined, problems };
      const wanted = {
        vintage: vintage ?? formatDay(subject.dossier.asOf),
        reading: reading ?? readings[0],
      };
      const body = keep(
        `map ${language} ${wanted.vintage} ${wanted.reading}`,
        () => renderLoopMap(subject, { language, ...wanted, pageAddress: `/${language}/report` }) ?? "",
      );
      return { page: body.text === "" ? undefined : body, problems };
    },
    measurement: (query) => {
      const { vintage, reading, problems } = readQuery(query, vintages);
      const found = subject.measurements.find(
        ({ asOf, circuit }) =>
          asOf === (vintage ?? formatDay(subject.dossier.asOf)) &&
          circuit.status === (reading ?? readings[0]),
      );
      if (problems.length > 0 || !found) return { page: undefined, problems };
      return {
        page: keep(`json ${found.asOf} ${found.circuit.status}`, () => JSON.stringify(found)),
        problems,
      };
    },
  };
}

/** Values that were asked for, each one of a short list, so that no more pages are kept than there are. */
function readQuery(
  query: PageQuery,
  vintages: readonly string[],
): { vintage: string | undefined; reading: Reading | undefined; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const choose = <Choice extends string>(
    name: keyof PageQuery,
    choices: readonly Choice[],
  ): Choice | undefined => {
    const value: unknown = query[name];
    if (value === undefined) return undefined;
    const known = choices.find((choice) => choice === value);
    if (known === undefined) {
      const seen = typeof value === "string" ? value : JSON.stringify(value);
      const values = { option: name, value: seen, wanted: choices.join(", ") };
      problems.push(
        createProblem("bad-option-value", { file: "", line: 0, column: 0 }, values, {
          hint: nearestName(seen.slice(0, 40), choices),
        }),
      );
    }
    return known;
  };
  return { vintage: choose("as-of", vintages), reading: choose("status", readings), problems };
}

function withTag(text: string): Body {
  let packed: Buffer | undefined;
  return {
    text,
    tag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`,
    packed: () => (packed ??= gzipSync(text)),
  };
}
