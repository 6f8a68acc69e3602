import { type Model, nameOfPeriod } from "../model/index.ts";
import {
  hashRun,
  type Incidence,
  incidence,
  type IncidenceKind,
  type Run,
  simulate,
} from "../simulate/index.ts";
import { formatNumber } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { openModel, printModelProblems } from "./model-argument.ts";
import { sayModel } from "./model-words.ts";
import { wrongCall } from "./program.ts";
import { readSettings, wholeNumber } from "./simulate.ts";
import { alignColumns, CommandFailure, type Terminal } from "./terminal.ts";

export interface IncidenceCall {
  readonly scenario?: readonly string[];
  /** A file of scenarios of one's own. */
  readonly scenarios?: string;
  readonly against?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly also?: readonly string[];
  readonly set?: readonly string[];
  readonly runs?: string;
  readonly seed?: string;
  readonly json?: boolean;
  readonly dossier?: string;
}

/** `kreislauf incidence`: who pays under a scenario, against another. */
export async function showIncidence(name: string, call: IncidenceCall, terminal: Terminal): Promise<void> {
  const options = {
    set: readSettings(call.set ?? []),
    ...wholeNumber("members", "--runs", call.runs, 1),
    ...wholeNumber("seed", "--seed", call.seed, 0),
  };
  const model = await openModel(name, call.dossier, terminal, call.scenarios);
  const run = (scenario: readonly string[]): Run => {
    const { value, problems } = simulate(model.system, { ...options, scenario });
    printModelProblems(terminal, problems, undefined);
    if (!value) throw new CommandFailure(exitCode.problems, []);
    return value;
  };
  const runs = { scenario: run(call.scenario ?? []), against: run(call.against ?? []) };
  const { value, problems } = incidence(model, runs, {
    variables: call.also ?? [],
    ...window("from", call.from, model, runs.scenario.periods),
    ...window("to", call.to, model, runs.scenario.periods),
  });
  printModelProblems(terminal, problems, undefined);
  if (!value) throw new CommandFailure(exitCode.problems, []);
  const hash = hashRun(runs.scenario);
  terminal.out(
    call.json === true ? `${JSON.stringify({ ...value, hash })}\n` : formatIncidence(value, model, terminal),
  );
}

/** A date of the model, or the number of a period. */
function window<Key extends "from" | "to">(
  key: Key,
  word: string | undefined,
  model: Model,
  periods: number,
): Partial<Record<Key, number>> {
  if (word === undefined) return {};
  const names = Array.from({ length: periods }, (_, index) => nameOfPeriod(model.calendar, index + 1));
  const found = names.indexOf(word);
  const number = found >= 0 ? found + 1 : /^\d+$/.test(word) ? Number(word) : 0;
  if (number === 0 || number > periods) {
    const wanted = `${names[0]} … ${names.at(-1)}`;
    throw wrongCall("bad-option-value", { option: `--${key}`, value: word, wanted });
  }
  return { [key]: number } as Record<Key, number>;
}

const headings = {
  payment: "paymentRows",
  gain: "gainRows",
  loss: "lossRows",
  real: "realRows",
  worth: "worthRows",
  variable: "variableRows",
} as const satisfies Record<IncidenceKind, string>;

/** Rows below this share of the largest of their kind are added up in one. */
const smallShare = 0.01;

function formatIncidence(found: Incidence, model: Model, terminal: Terminal): string {
  const { language } = terminal;
  const say = (key: Parameters<typeof sayModel>[1], values = {}): string => sayModel(terminal, key, values);
  const names = (scenarios: readonly string[]): string => scenarios.join(" + ") || say("asItIs");
  const largest = Math.max(...found.rows.flatMap(({ values }) => values.map(Math.abs)));
  const decimals = largest >= 1000 ? 0 : largest >= 10 ? 1 : 3;
  const show = (value: number): string => {
    const shown = formatNumber(value, language, decimals);
    return value > 0 && /[1-9]/.test(shown) ? `+${shown}` : /[1-9]/.test(shown) ? shown : "0";
  };
  const lines: string[][] = [["", ...found.columns.map(({ label }) => label[language]), say("rowSum")]];
  for (const kind of Object.keys(headings) as IncidenceKind[]) {
    const rows = found.rows.filter((row) => row.kind === kind);
    if (rows.length === 0) continue;
    const size = ({ values, total }: (typeof rows)[number]): number =>
      Math.max(Math.abs(total), ...values.map(Math.abs));
    const most = Math.max(...rows.map(size));
    const isShown = (row: (typeof rows)[number]): boolean =>
      kind === "variable" || kind === "worth" || size(row) >= smallShare * most;
    lines.push([say(headings[kind]), ...found.columns.map(() => ""), ""]);
    for (const row of rows.filter(isShown).sort((a, b) => size(b) - size(a))) {
      lines.push([`  ${row.label[language]}`, ...row.values.map(show), show(row.total)]);
    }
    const small = rows.filter((row) => !isShown(row));
    if (small.length > 0) {
      const sums = found.columns.map((_, column) => small.reduce((sum, row) => sum + row.values[column], 0));
      const total = small.reduce((sum, row) => sum + row.total, 0);
      lines.push([`  ${say("smallRows", { count: small.length })}`, ...sums.map(show), show(total)]);
    }
  }
  const title = say("incidenceTitle", {
    model: model.title[language] || found.model,
    scenario: names(found.scenarios),
    against: names(found.against),
    from: nameOfPeriod(model.calendar, found.from),
    to: nameOfPeriod(model.calendar, found.to),
    unit: model.calendar.moneyLabel[language],
  });
  const right = lines[0].map((_, column) => column).slice(1);
  return `${title}\n${say("incidenceReading")}\n\n${alignColumns(lines, right)}\n`;
}
