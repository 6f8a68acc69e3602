import { hasErrors } from "../core/problem.ts";
import { compareFiveYearPlans, loadSolver, type MeasuredPlan, readFiveYearTables } from "../plan/index.ts";
import { fiveYear as german } from "../text/de/five-year.ts";
import { fiveYear as english } from "../text/en/five-year.ts";
import { fill, formatNumber } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { alignColumns, CommandFailure, type Terminal } from "./terminal.ts";

/**
 * The part of `kreislauf plan` for a folder with the tables of 5yearplan: both plans and the difference between them,
 * as text or as one JSON document.
 */
export async function planFiveYears(
  files: ReadonlyMap<string, string>,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { value: tables, problems } = readFiveYearTables(files);
  if (!tables || hasErrors(problems)) throw new CommandFailure(exitCode.problems, problems);
  const comparison = compareFiveYearPlans(tables, await loadSolver());
  if (options.json === true) {
    const listed = (_: string, value: unknown): unknown =>
      value instanceof Float64Array ? Array.from(value) : value;
    terminal.out(`${JSON.stringify({ goods: tables.goods, ...comparison }, listed, 2)}\n`);
    return;
  }
  const text = terminal.language === "de" ? german : english;
  const number = (value: number): string => formatNumber(value, terminal.language, 4);
  const { exact, heuristic, lost } = comparison;
  const row = (name: string, { fulfilment, objective, harmony }: MeasuredPlan): readonly string[] => [
    name,
    ...Array.from(fulfilment, number),
    number(objective),
    number(harmony),
  ];
  const heading = [
    "",
    ...tables.targets.map((_, t) => fill(text.year, { year: t + 1 })),
    text.objective,
    text.harmony,
  ];
  const rows = [heading, ...(exact ? [row(text.exact, exact)] : []), row(text.heuristic, heuristic)];
  terminal.out(
    [
      fill(text.title, { years: tables.targets.length, goods: tables.goods.length }),
      text.fulfilment,
      alignColumns(
        rows,
        heading.map((_, column) => column).filter((column) => column > 0),
      ),
      exact ? fill(text.lost, { lost: number(lost), best: number(exact.objective) }) : text.noExact,
      "",
    ].join("\n"),
  );
}
