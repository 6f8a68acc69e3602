import { readPeriod } from "../../core/period.ts";
import { engineVersion } from "../../core/version.ts";
import { share as german } from "../../text/de/share.ts";
import { share as english } from "../../text/en/share.ts";
import { fill, formatDayInWords } from "../../text/index.ts";
import type { View } from "../view.ts";
import { appText } from "../words.ts";

/** The line under every picture and table of a dossier that leaves the app: source, date, version, address. */
export function sourceLine(view: Pick<View, "state" | "measured" | "dossier">, address: string): string {
  const { state, measured, dossier } = view;
  const words = state.language === "de" ? german : english;
  const { measurement, hash } = measured;
  const day = readPeriod(measurement.asOf)?.end ?? dossier.asOf;
  const line = fill(words.sourceLine, {
    dossier: dossier.title[state.language],
    day: formatDayInWords(day, state.language),
    status: appText(state.language, measurement.circuit.status),
    version: engineVersion,
    hash: hash.slice(0, 12),
    address,
  }).trimEnd();
  return Object.keys(state.doubts).length > 0 ? `${words.scenario}. ${line}` : line;
}
