import { type ImportTreatment, reportValues, type ValuesReport } from "../plan/index.ts";
import { nearestName } from "../core/nearest-name.ts";
import { economy as german } from "../text/de/economy.ts";
import { economy as english } from "../text/en/economy.ts";
import { fill, formatNumber } from "../text/index.ts";
import { openEconomy } from "./economy-argument.ts";
import { wrongCall } from "./program.ts";
import { alignColumns, type Terminal } from "./terminal.ts";

const treatments: readonly ImportTreatment[] = ["as-made-here", "left-out", "exchange"];
const shownAccounts = ["ghg", "co2", "energy", "water"] as const;
const shownProducts = 20;

/** `kreislauf values`: labour values and what else is embodied, as an aligned table or as one JSON document. */
export async function values(
  name: string,
  options: Readonly<Record<string, string | boolean | undefined>>,
  terminal: Terminal,
): Promise<void> {
  const imports = treatmentOf(options["imports"]);
  const top = topOf(options["top"]);
  const json = options["json"] === true;
  const economy = await openEconomy(name, terminal);
  if (json) {
    const report = reportValues(economy, top === undefined ? { imports } : { imports, top });
    terminal.out(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const all = reportValues(economy, { imports });
  terminal.out(writeValues(all, top ?? shownProducts, terminal));
}

function treatmentOf(value: string | boolean | undefined): ImportTreatment {
  if (value === undefined) return "as-made-here";
  const found = treatments.find((treatment) => treatment === value);
  if (found) return found;
  const wanted = treatments.join(", ");
  throw wrongCall(
    "bad-option-value",
    { option: "--imports", value: String(value), wanted },
    nearestName(String(value), treatments),
  );
}

function topOf(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && /^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw wrongCall("bad-option-value", { option: "--top", value: String(value), wanted: "1, 2, 3 …" });
}

function writeValues(report: ValuesReport, top: number, terminal: Terminal): string {
  const { language } = terminal;
  const text = language === "de" ? german : english;
  const { currency } = report.economy;
  const number = (value: number, decimals = 2): string => formatNumber(value, language, decimals);
  const shown = report.products.slice(0, top);
  const embodied = shownAccounts.filter((id) => id in report.units);
  const injuries = "injuries" in report.units;
  const heading = [
    "",
    text.product,
    text.direct,
    text.inputs,
    ...(report.method.fixedCapital ? [text.capital] : []),
    text.value,
    ...(injuries ? [text.injuries] : []),
    ...embodied.map((id) => `${id === "co2" ? "CO2" : text[id]} ${unitPerThousand(report.units[id])}`),
  ];
  const rows = shown.map((product) => [
    product.id,
    shorten(product.name[language]),
    number(product.direct),
    number(product.inputs),
    ...(report.method.fixedCapital ? [number(product.capital)] : []),
    number(product.value),
    ...(injuries ? [number(product.embodied["injuries"])] : []),
    ...embodied.map((id) => number(product.embodied[id])),
  ]);
  const { totals, method } = report;
  const title = fill(shown.length < report.products.length ? text.titleTop : text.title, {
    title: report.economy.title[language],
    top: shown.length,
    count: report.products.length,
    currency,
  });
  const persons =
    totals.personsThousand === null
      ? text.personsUnknown
      : fill(text.persons, { persons: number(totals.personsThousand, 0) });
  return [
    title,
    "",
    alignColumns(
      [heading, ...rows],
      heading.map((_, column) => column).filter((column) => column > 1),
    ),
    "",
    fill(text.totals, {
      hours: number(totals.hoursMillion, 0),
      persons,
      mean: number(totals.meanValue),
      currency,
    }),
    fill(
      {
        "as-made-here": text.importsAsMadeHere,
        "left-out": text.importsLeftOut,
        exchange: text.importsExchange,
      }[method.imports],
      { hours: number(method.hoursPerImport ?? 0), currency },
    ),
    ...(method.fixedCapital ? [] : [text.capitalUnknown]),
    "",
    text.reservations,
    ...report.reservations.map((reservation) => `  ${reservation.text[language]}`),
    text.source,
    "",
  ].join("\n");
}

const smaller: Readonly<Record<string, string>> = { k: "", M: "k", G: "M", T: "G", P: "T" };

/** What is so much of a unit per million is as much of the next smaller unit per thousand: kt → t, TJ → GJ. */
function unitPerThousand(perMillion: string): string {
  const unit = perMillion.split(" ", 1)[0];
  return Object.hasOwn(smaller, unit[0]) && /^.[A-Za-z]+$/.test(unit)
    ? smaller[unit[0]] + unit.slice(1)
    : `${unit}/m`;
}

const longestName = 44;

function shorten(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
