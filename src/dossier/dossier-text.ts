import type { Dossier, Series } from "./dossier.ts";

/**
 * A dossier as JSON, for a page that shows it without reading its tables again. Whoever wants to change it, changes the
 * tables.
 */
export function writeDossier(dossier: Dossier): string {
  const series = dossier.series.map(({ days, values, ...rest }) => ({
    ...rest,
    days: [...days],
    values: [...values],
  }));
  return JSON.stringify({ ...dossier, series });
}

/** The dossier that `writeDossier` wrote, equal in every field. */
export function readWrittenDossier(text: string): Dossier {
  const plain = JSON.parse(text) as Dossier;
  const series = plain.series.map((one): Series => ({
    ...one,
    days: Float64Array.from(one.days),
    values: Float64Array.from(one.values),
  }));
  return { ...plain, series };
}
