import { type Dossier, namesIn } from "../dossier/index.ts";
import type { Page } from "../report/index.ts";
import { report as german } from "../text/de/report.ts";
import { report as english } from "../text/en/report.ts";
import { fill, formatMoney, hasName } from "../text/index.ts";
import type { AppState } from "./state/state.ts";
import type { Measured } from "./worker/measure-job.ts";

/** What the sections of the report need, with numbers that open their evidence in the app. */
export function pageOf(
  dossier: Dossier,
  measured: Measured,
  state: AppState,
  href: (patch: Partial<AppState>) => string,
): Page {
  const { language } = state;
  const names = namesIn(dossier, language);
  const rows = new Set([...dossier.ties, ...dossier.figures].map(({ id }) => id));
  const { measurement, ledger } = measured;
  const reading = measurement.circuit.status;
  return {
    dossier,
    language,
    states: [{ name: "shown", vintage: measurement.asOf, reading, measurement, ledger }],
    say: (key, values = {}) => fill((language === "de" ? german : english)[key], values),
    nameOf: (id) => names.get(id) ?? id,
    isNamed: (id) => names.has(id) || hasName(id, language),
    money: (amount, unit) => formatMoney(amount, unit, language),
    rowOf: (id) => (rows.has(id) ? href({ evidence: id }) : undefined),
    aboutOf: (key) => address(href({ evidence: key.includes(".") ? key : `about.${key}` })),
    citations: {
      cite: (evidence) => {
        const known = [...new Set(evidence)].filter((id) => rows.has(id));
        return known.length === 0 ? undefined : href({ evidence: known.join(",") });
      },
      cited: () => [],
    },
    showsAll: true,
  };
}

/** Addresses of the app begin at the root of the server. */
function address(text: string): `/${string}` {
  return `/${text.replace(/^\//, "")}`;
}
