import type { Model } from "../model/index.ts";
import type { Discovery, Sensitivity } from "../simulate/index.ts";
import { ensembles as german } from "../text/de/ensembles.ts";
import { ensembles as english } from "../text/en/ensembles.ts";
import { fill, formatNumber, formatShare, type Language } from "../text/index.ts";
import { formatSignificant } from "./significant.ts";
import { alignColumns, type Terminal } from "./terminal.ts";

const parametersShown = 20;

/** Which assumptions decide an outcome, as a table, the strongest first. */
export function writeSensitivity(
  { method, output, runs, leftOut, effects, indices }: Sensitivity,
  model: Pick<Model, "names">,
  { language }: Pick<Terminal, "language">,
): string {
  const say = speaker(language);
  const labels = labelsOf(model, language);
  const share = (value: number, [low, high]: readonly [number, number]): string =>
    `${formatNumber(value, language, 2)} (${formatNumber(low, language, 2)} … ${formatNumber(high, language, 2)})`;
  const rows =
    method === "morris"
      ? effects.map(({ name, strength, error, mean, deviation }) => [
          name,
          `${formatSignificant(strength, language)} ± ${formatSignificant(error, language)}`,
          formatSignificant(mean, language),
          formatSignificant(deviation, language),
          labels.get(name) ?? "",
        ])
      : indices.map(({ name, first, firstInterval, total, totalInterval }) => [
          name,
          share(total, totalInterval),
          share(first, firstInterval),
          labels.get(name) ?? "",
        ]);
  const head =
    method === "morris"
      ? [say("assumption"), say("strength"), say("direction"), say("unevenness"), ""]
      : [say("assumption"), say("totalShare"), say("firstShare"), ""];
  const more = rows.length - parametersShown;
  return [
    say(method === "morris" ? "morrisTitle" : "sobolTitle", { output, runs: formatNumber(runs, language) }),
    "",
    alignColumns([head, ...rows.slice(0, parametersShown)], [1, 2, ...(method === "morris" ? [3] : [])]),
    ...(more > 0 ? [say("more", { count: more })] : []),
    ...(leftOut > 0 ? ["", say("leftOut", { count: leftOut })] : []),
    "",
    say(method === "morris" ? "morrisMeaning" : "sobolMeaning"),
    "",
  ].join("\n");
}

/** The box of assumptions in which a condition is frequent. */
export function writeDiscovery(
  { condition, runs, share, box }: Discovery,
  model: Pick<Model, "names">,
  { language }: Pick<Terminal, "language">,
): string {
  const say = speaker(language);
  const labels = labelsOf(model, language);
  const end = (value: number): string =>
    Number.isFinite(value) ? formatSignificant(value, language) : say("open");
  const rows = box.limits.map(({ parameter, low, high, chance }) => [
    parameter,
    `${end(low)} … ${end(high)}`,
    chance > 0.05 ? say("maybeChance") : "",
    labels.get(parameter) ?? "",
  ]);
  return [
    say("discoveryTitle", {
      condition,
      share: formatShare(share, language),
      runs: formatNumber(runs, language),
    }),
    "",
    rows.length === 0 ? say("noBox") : alignColumns(rows),
    "",
    say("box", {
      density: formatShare(box.density, language),
      coverage: formatShare(box.coverage, language),
      mass: formatShare(box.mass, language),
    }),
    say("boxRule"),
    "",
    say("meaning"),
    "",
  ].join("\n");
}

function speaker(
  language: Language,
): (key: keyof typeof english, values?: Readonly<Record<string, string | number>>) => string {
  return (key, values = {}) => fill((language === "de" ? german : english)[key], values);
}

function labelsOf({ names }: Pick<Model, "names">, language: Language): ReadonlyMap<string, string> {
  return new Map(names.map(({ name, label }) => [name, label[language]]));
}
