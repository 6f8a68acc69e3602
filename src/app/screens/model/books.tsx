import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { formatNumber, type Language } from "../../../text/index.ts";
import { matrixWords } from "../../../text/matrix.ts";
import { Slider } from "../../parts/slider.tsx";
import { useJob } from "../../parts/use-job.ts";
import type { ReadBooks } from "../../results.ts";
import { useView } from "../../view.ts";
import type { Book } from "../../worker/books-job.ts";
import type { ModelRef } from "../../worker/opened-models.ts";
import { say } from "./words.ts";

/** Balance sheet, flows and revaluations: as symbols, or in numbers of a period. */
export function Books(props: {
  readonly model: ModelRef;
  readonly dates: readonly string[];
  readonly onRead: (read: ReadBooks) => void;
}): JSX.Element {
  const { model, dates } = props;
  const { language } = useView().state;
  const [period, setPeriod] = useState<number>();
  const { result } = useJob(
    { kind: "books", order: { model, ...(period !== undefined && { period }) } },
    JSON.stringify([model, period]),
  );
  useEffect(() => {
    if (result) props.onRead({ books: result.books, period });
  }, [result]);
  return (
    <>
      <div class="controls">
        <div class="choice">
          <span class="choice-options" role="group" aria-label={say(language, "books")}>
            <button
              type="button"
              class="chip"
              aria-pressed={period === undefined}
              onClick={() => setPeriod(undefined)}
            >
              {say(language, "symbolic")}
            </button>
            <button
              type="button"
              class="chip"
              aria-pressed={period !== undefined}
              onClick={() => setPeriod(1)}
            >
              {say(language, "inPeriod", { date: dates[period ?? 1] })}
            </button>
          </span>
        </div>
        {period !== undefined && (
          <Slider
            label={say(language, "bookPeriod")}
            value={period}
            low={0}
            high={dates.length - 1}
            step={1}
            words={dates[period]}
            onMove={setPeriod}
          />
        )}
      </div>
      {result?.books.map(
        (book) => book.rows.length > 0 && <BookTable key={book.kind} {...{ book, language }} />,
      )}
    </>
  );
}

/** One matrix of the accounts as a table. */
export function BookTable(props: { readonly book: Book; readonly language: Language }): JSX.Element {
  const { book, language } = props;
  const words = matrixWords[language];
  const title = words[book.kind];
  const sumOf = (values: ArrayLike<number>): string => {
    let [sum, size] = [0, 0];
    for (const value of Array.from(values)) {
      sum += value;
      size += Math.abs(value);
    }
    // What is left of rounding is zero.
    return number(Math.abs(sum) <= 1e-9 * size ? 0 : sum);
  };
  const number = (value: number): string =>
    formatNumber(value, language, Math.abs(value) >= 100 || value === 0 ? 0 : 2);
  const hasValues = book.rows.every(({ values }) => values !== undefined);
  return (
    <>
      <h2>{title}</h2>
      <div class="scroll book" tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">{title}</span>
              </th>
              {book.columns.map((column, place) => (
                <th key={column} scope="col" class="r" title={column}>
                  {book.headings[place][language] || column}
                </th>
              ))}
              {hasValues && (
                <th scope="col" class="r">
                  {words.sum}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {book.rows.map(({ name, label, cells, values }, index) => (
              <tr key={`${name} ${index}`}>
                <th scope="row">{label[language] || name}</th>
                {cells.map((cell, column) => (
                  <td key={book.columns[column]} class="r" title={values ? undefined : cell}>
                    {values ? (cell === "" ? "" : number(values[column])) : cell}
                  </td>
                ))}
                {hasValues && values && <td class="r">{sumOf(values)}</td>}
              </tr>
            ))}
            {hasValues && (
              <tr class="group">
                <th scope="row">{words.sum}</th>
                {book.columns.map((column, place) => (
                  <td key={column} class="r">
                    {sumOf(book.rows.map(({ values }) => values![place]))}
                  </td>
                ))}
                <td class="r">{sumOf(book.rows.flatMap(({ values }) => Array.from(values!)))}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
