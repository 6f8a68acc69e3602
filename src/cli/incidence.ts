import { type Model, nameOfPeriod } from "../model/index.ts";
import {
  hashRun,
  type Incidence,
  incidence,
  type IncidenceKind,
  incidenceMembers,
  type IncidenceOptions,
  type IncidenceRow,
  type RangedIncidence,
  rangeIncidence,
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

/** `kreislauf incidence`: who pays under a scenario, against another; with several runs over all of them. */
export async function showIncidence(name: string, call: IncidenceCall, terminal: Terminal): Promise<void> {
  const options = { set: readSettings(call.set ?? []), ...wholeNumber("seed", "--seed", call.seed, 0) };
  const { members = 1 } = wholeNumber("members", "--runs", call.runs, 1);
  const model = await openModel(name, call.dossier, terminal, call.scenarios);
  const variables = {
    variables: call.also ?? [],
    ...window("from", call.from, model, model.system.periods),
    ...window("to", call.to, model, model.system.periods),
  };
  if (variables.from !== undefined && variables.to !== undefined && variables.from > variables.to) {
    const wanted = `${call.from} … ${nameOfPeriod(model.calendar, model.system.periods)}`;
    throw wrongCall("bad-option-value", { option: "--to", value: call.to ?? "", wanted });
  }
  const ensemble = { ...options, scenario: call.scenario ?? [], against: call.against ?? [], members };
  const found =
    members > 1
      ? compareMembers(model, ensemble, variables, terminal)
      : comparePair(model, ensemble, variables, terminal);
  terminal.out(call.json === true ? `${JSON.stringify(found)}\n` : formatIncidence(found, model, terminal));
}

type Paired = Parameters<typeof incidenceMembers>[1];

function compareMembers(
  model: Model,
  ensemble: Paired,
  options: IncidenceOptions,
  terminal: Terminal,
): RangedIncidence {
  const { value, problems } = incidenceMembers(model, ensemble, options);
  printModelProblems(terminal, problems, undefined);
  if (!value || value.length === 0) throw new CommandFailure(exitCode.problems, []);
  return rangeIncidence(value, ensemble.members);
}

function comparePair(
  model: Model,
  { scenario: changed = [], against = [], set = {}, seed = 1 }: Paired,
  variables: IncidenceOptions,
  terminal: Terminal,
): Incidence & { readonly hash: string } {
  const run = (scenario: string | readonly string[]): Run => {
    const { value, problems } = simulate(model.system, { set, seed, scenario });
    printModelProblems(terminal, problems, undefined);
    if (!value) throw new CommandFailure(exitCode.problems, []);
    return value;
  };
  const changedRun = run(changed);
  const { value, problems } = incidence(model, { scenario: changedRun, against: run(against) }, variables);
  printModelProblems(terminal, problems, undefined);
  if (!value) throw new CommandFailure(exitCode.problems, []);
  return { ...value, hash: hashRun(changedRun) };
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

function formatIncidence(found: Incidence | RangedIncidence, model: Model, terminal: Terminal): string {
  const { language } = terminal;
  const say = (key: Parameters<typeof sayModel>[1], values = {}): string => sayModel(terminal, key, values);
  const names = (scenarios: readonly string[]): string => scenarios.join(" + ") || say("asItIs");
  const largest = Math.max(...found.rows.flatMap(({ values }) => values.map(Math.abs)));
  const decimals = largest >= 1000 ? 0 : largest >= 10 ? 1 : 3;
  const show = (value: number): string => {
    const shown = formatNumber(value, language, decimals);
    return value > 0 && /[1-9]/.test(shown) ? `+${shown}` : /[1-9]/.test(shown) ? shown : "0";
  };
  const isRanged = found.members > 1;
  const cellsOf = (row: IncidenceRow): readonly (readonly string[])[] => {
    const name = `  ${row.label[language]}`;
    if (!("ranges" in row)) return [[name, ...row.values.map(show), show(row.total)]];
    const { ranges, totalRange } = row as RangedIncidence["rows"][number];
    const all = [...ranges, totalRange];
    return [
      [name, ...all.map(({ median }) => show(median))],
      [
        `    ${say("tenths")}`,
        ...all.map(({ low, high }) => (show(low) === show(high) ? "" : `${show(low)}…${show(high)}`)),
      ],
    ];
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
      lines.push(...cellsOf(row).map((line) => [...line]));
    }
    const small = rows.filter((row) => !isShown(row));
    if (small.length > 0) {
      const sums = found.columns.map((_, column) => small.reduce((sum, row) => sum + row.values[column], 0));
      const total = small.reduce((sum, row) => sum + row.total, 0);
      const cells = isRanged ? lines[0].slice(1).map(() => "") : [...sums, total].map(show);
      lines.push([`  ${say("smallRows", { count: small.length })}`, ...cells]);
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
  if (largest === 0 && !isRanged) return `${title}\n${say("incidenceSame")}\n`;
  const right = lines[0].map((_, column) => column).slice(1);
  const over = isRanged ? `${say("incidenceMembers", { count: found.members })}\n` : "";
  return `${title}\n${say("incidenceReading")}\n${over}\n${alignColumns(lines, right)}\n`;
}
