import type { Problem } from "../../core/problem.ts";
import { evaluateMatrix, type Matrix } from "../../model/index.ts";
import { simulate } from "../../simulate/index.ts";
import type { Bilingual } from "../../text/language.ts";
import { type ModelRef, openModel, type OpenedModel } from "./opened-models.ts";

/** A matrix of a model's accounts: symbols, and values where a period is asked for. */
export interface Book {
  readonly kind: Matrix["kind"];
  readonly columns: readonly string[];
  /** What the model calls the columns; empty where it says nothing. */
  readonly headings: readonly Bilingual[];
  readonly rows: readonly {
    readonly name: string;
    readonly label: Bilingual;
    /** True if the row must add up to zero. */
    readonly isClosed: boolean;
    readonly cells: readonly string[];
    readonly values: Float64Array | undefined;
  }[];
}

export interface BooksOrder {
  readonly model: ModelRef;
  /** Number of the period of the values; without it symbols only. */
  readonly period?: number;
}

export interface BooksAnswer {
  readonly books: readonly Book[];
  readonly problems: readonly Problem[];
}

const central = new WeakMap<OpenedModel, ReturnType<typeof simulate>>();

/** Balance sheet, flows and revaluations of a model; their values come from its central run. */
export async function readBooks({ model: ref, period }: BooksOrder): Promise<BooksAnswer> {
  const opened = await openModel(ref);
  const { model } = opened;
  if (!model) return { books: [], problems: opened.problems };
  const found =
    period === undefined ? undefined : (central.get(opened) ?? simulate(model.system, { members: 1 }));
  if (found) central.set(opened, found);
  const run = found?.value;
  const series = run && model.system.variables.map(({ name }) => run.series[name]);
  const { balance, flows, revaluations } = model.matrices;
  const books = [balance, flows, revaluations].map((matrix): Book => {
    const values =
      series && period !== undefined
        ? evaluateMatrix(matrix, (variable, at) => series[variable][at], period)
        : undefined;
    return {
      kind: matrix.kind,
      columns: matrix.columns,
      headings: matrix.headings,
      rows: matrix.rows.map(({ name, label, isClosed, cells }, row) => ({
        name,
        label,
        isClosed,
        cells: cells.map((cell) => cell?.text ?? ""),
        values: values?.[row],
      })),
    };
  });
  return { books, problems: found?.problems ?? [] };
}
