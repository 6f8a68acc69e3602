import { readPeriod } from "../core/period.ts";
import { type Dossier, namesIn } from "../dossier/index.ts";
import type { Measurement, Result, Verdict } from "../measure/index.ts";
import { findings as german } from "../text/de/findings.ts";
import { findings as english } from "../text/en/findings.ts";
import {
  describeLeftOut,
  describeMethod,
  describeMoneySource,
  fill,
  formatDayInWords,
  formatMoney,
  formatNumber,
  formatPeriodLabel,
  formatQuantity,
  formatShare,
  nameThing,
} from "../text/index.ts";
import { alignColumns, type Terminal } from "./terminal.ts";

/** How many loops, actors and results of one measure the terminal shows. */
export const findingsDefaults = {
  loops: 10,
  selfFinanced: 6,
  provenance: 6,
  sources: 3,
  results: 6,
} as const;

const lists = [
  "realisation",
  "concentration",
  "marketShares",
  "valuation",
  "requiredRevenue",
  "growth",
  "chipLife",
  "leverage",
  "losses",
  "footprint",
] as const;

/** A measurement as text: headings, aligned tables, numbers as the language writes them. */
export function writeFindings(
  measurement: Measurement,
  dossier: Dossier,
  terminal: Pick<Terminal, "language">,
): string {
  const { language } = terminal;
  const { circuit } = measurement;
  const say = (key: keyof typeof english, values: Readonly<Record<string, string | number>> = {}): string =>
    fill((language === "de" ? german : english)[key], values);
  const names = namesIn(dossier, language);
  const nameOf = (id: string): string => names.get(id) ?? nameThing(id, language);
  const money = (amount: number): string => formatMoney(amount, circuit.unit, language);
  const period = (text: string): string => formatPeriodLabel(text, language, nameOf);
  const day = readPeriod(measurement.asOf);
  const blocks: string[] = [
    say("title", {
      title: dossier.title[language],
      asOf: day ? formatDayInWords(day.end, language) : measurement.asOf,
      status: say(circuit.status),
      window: period(circuit.window),
      unit: circuit.unit,
    }),
  ];

  const chain = (actors: readonly string[]): string =>
    [...actors, ...actors.slice(0, 1)].map(nameOf).join(" → ");
  const loops = circuit.loops.slice(0, findingsDefaults.loops);
  if (loops.length === 0) blocks.push(say("loopsNone"));
  else {
    const rows = loops.map((loop) => [
      chain(loop.actors),
      ...[loop.certain, loop.expected, loop.possible].map(money),
    ]);
    const more = circuit.loops.length - loops.length;
    const rest = more > 0 ? `\n${indent(say("loopsMore", { count: more }))}` : "";
    blocks.push(`${say("loops")}\n${indent(alignColumns(rows, [1, 2, 3]))}${rest}`);
  }
  const { circulation } = circuit;
  blocks.push(
    [
      say("circulation", {
        value: money(circulation.value),
        share: formatShare(circulation.shareOfFlow, language),
        bound: money(circulation.bound),
        gap: formatNumber(circulation.gap, language),
      }),
      say("indices", {
        finn: formatShare(circuit.finnCyclingIndex, language),
        kappa: formatShare(circuit.loopShare, language),
        incoherence: formatNumber(circuit.incoherence, language, 2),
      }),
    ].join("\n"),
  );
  const financed = circuit.selfFinanced
    .filter(({ outlays }) => outlays > 0)
    .slice(0, findingsDefaults.selfFinanced);
  if (financed.length > 0) {
    const rows = financed.map((own) => [
      nameOf(own.actor),
      ...[own.certain, own.proportional, own.possible, own.revenue].map(money),
    ]);
    blocks.push(`${say("selfFinanced")}\n${indent(alignColumns(rows, [1, 2, 3, 4]))}`);
  }
  const traced = [...circuit.provenance]
    .sort((a, b) => b.throughflow - a.throughflow)
    .slice(0, findingsDefaults.provenance);
  if (traced.length > 0) {
    const rows = traced.map(({ actor, sources }) => [
      nameOf(actor),
      sources
        .slice(0, findingsDefaults.sources)
        .map(({ label, at, share }) => {
          const source = { label, name: nameOf(label), actor: nameOf(at) };
          return `${formatShare(share, language)} ${describeMoneySource(source, language)}`;
        })
        .join(" · "),
    ]);
    blocks.push(`${say("provenance")}\n${indent(alignColumns(rows))}`);
  }
  const quantity = (result: Result): readonly string[] => {
    const { value, low, high } = result.value;
    const words = (amount: number): string => formatQuantity(amount, result.unit, language);
    return [words(value), low === high ? "" : `${words(low)} … ${words(high)}`];
  };
  for (const list of lists) {
    const results = measurement[list];
    if (results.length === 0) continue;
    const parts = [...new Set(results.map(({ measure }) => measure))].map((measure) => {
      const all = results.filter((result) => result.measure === measure);
      const rows = all.slice(0, findingsDefaults.results).map((result) => {
        const of = result.of === undefined ? "" : ` / ${nameOf(result.of)}`;
        const article = result.origin ? say("articleSays") : "";
        return [nameOf(result.subject) + of, period(result.period), ...quantity(result), article];
      });
      const more = all.length - rows.length;
      const rest = more > 0 ? `\n${indent(indent(say("loopsMore", { count: more })))}` : "";
      return `${indent(describeMethod(measure, language).name)}\n${indent(indent(alignColumns(rows, [2])))}${rest}`;
    });
    blocks.push(`${say(list)}\n${parts.join("\n")}`);
  }
  if (measurement.claims.length > 0) {
    const count = (verdict: Verdict): number =>
      measurement.claims.filter((claim) => claim.verdict === verdict).length;
    const statements = new Map(dossier.claims.map((claim) => [claim.id, claim.statement[language]]));
    const rows = measurement.claims.map((claim) => [
      claim.id,
      say(claim.verdict),
      statements.get(claim.id) ?? claim.stated,
    ]);
    const counts = {
      supported: count("supported"),
      loose: count("loose"),
      contradicted: count("contradicted"),
      unverified: count("unverified"),
    };
    blocks.push(`${say("claims", counts)}\n${indent(alignColumns(rows))}`);
  }
  if (circuit.leftOut.length > 0) {
    const reasons = [...new Set(circuit.leftOut.map(({ reason }) => reason))].map((reason) => {
      const count = circuit.leftOut.filter((one) => one.reason === reason).length;
      return `${describeLeftOut(reason, language)} ${count}`;
    });
    blocks.push(say("leftOut", { count: circuit.leftOut.length, reasons: reasons.join(", ") }));
  }
  blocks.push(say("sources", { name: measurement.dossier }));
  return `${blocks.join("\n\n")}\n`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
