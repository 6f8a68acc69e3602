import { type Table, numberColumn, textColumn } from "../../../core/table.ts";
import { engineVersion } from "../../../core/version.ts";
import type { Result } from "../../../measure/index.ts";
import { nameSubject, resultLists } from "../../../report/index.ts";
import { describeMethod } from "../../../text/index.ts";
import type { View } from "../../view.ts";
import { printedMeasurement } from "../../worker/measure-job.ts";
import { commandLine } from "../command.ts";
import { measurePicture } from "../measure-picture.tsx";
import type { Leave, Leaving, LeavingPicture } from "../leaving.ts";
import { paymentsTable, sourcesOf } from "../payments-table.ts";
import { drawPicture } from "../picture.tsx";
import { drawSheet } from "../picture-frame.tsx";
import { say } from "../say.ts";
import { isChanged, sourceLine } from "../source-line.ts";

/** What leaves a measured dossier: the loop map, payments, loops, results of every measure, statements checked. */
export function measuredLeaving({ view, address }: Leave): Leaving {
  const { state, dossier, measured, library } = view;
  const { language } = state;
  const { measurement, hash } = measured;
  const { asOf, circuit } = measurement;
  const isOwn = library.some(({ id, own }) => own && id === state.dossier);
  const name = isOwn ? `./${state.dossier}` : state.dossier;
  return {
    title: dossier.title[language],
    stem: `kreislauf-${measurement.dossier}-${asOf}-${circuit.status}`,
    source: sourceLine(view, address),
    hash,
    date: asOf,
    pictures: measuredPictures({ view, address }),
    tables: [
      { name: "payments", label: say(language, "paymentsTable"), table: () => paymentsTable(view) },
      { name: "loops", label: say(language, "loopsTable"), table: () => loopsTable(view) },
      { name: "results", label: say(language, "resultsTable"), table: () => resultsTable(view) },
      ...(measurement.claims.length > 0
        ? [{ name: "claims", label: say(language, "claimsTable"), table: () => claimsTable(view) }]
        : []),
    ],
    documents: [
      {
        file: `kreislauf-${measurement.dossier}-${asOf}-${circuit.status}.json`,
        label: say(language, "resultsDocument"),
        type: "application/json",
        text: () => printedMeasurement(measurement),
      },
    ],
    command: commandLine(["measure", name, "--as-of", asOf, "--status", circuit.status, "--json"]),
    commandNotes: [
      ...(isOwn ? [say(language, "ownDossierCommand", { name: state.dossier })] : []),
      say(language, isChanged(state) ? "commandDoubts" : "commandSum", { hash: hash.slice(0, 12) }),
    ],
    canEmbed: !isOwn,
    linkNotes: isOwn ? [say(language, "ownDossier")] : [],
    method: say(language, "methodMeasured", { version: engineVersion, dossier: dossier.id, day: asOf }),
  };
}

/** The loop map, a picture for each list of measures, and one of the statements checked; first what the screen shows. */
function measuredPictures({ view, address }: Pick<Leave, "view" | "address">): readonly LeavingPicture[] {
  const { page, state, measured } = view;
  const { language, theme, screen } = state;
  const { measurement } = measured;
  const lists = [...resultLists, "claims" as const].filter((list) => measurement[list].length > 0);
  const pictures = lists.map((part): LeavingPicture => ({
    name: part,
    label: page.say(part),
    draw: () => {
      const content = measurePicture({ ...view, state: { ...state, part } });
      return content && drawSheet(content, { address, theme });
    },
  }));
  const map: LeavingPicture = {
    name: "loop-map",
    label: say(language, "mapPicture"),
    draw: () => drawPicture(view, address),
  };
  const maps = measurement.circuit.totalFlow > 0 ? [map] : [];
  if (screen !== "measure") return [...maps, ...pictures];
  const shown = pictures.find(({ name }) => name === state.part) ?? pictures[0];
  return [...(shown ? [shown] : []), ...maps, ...pictures.filter((picture) => picture !== shown)];
}

/** The loops found, with the amount that must, on average does and at most can go round. */
function loopsTable({ measured, page, original }: View): Table {
  const { circuit } = measured.measurement;
  const columns = [
    textColumn("loop"),
    ...["certain", "expected", "possible"].map((name) => numberColumn(name, circuit.unit)),
    textColumn("evidence"),
    textColumn("sources"),
  ];
  const rows = circuit.loops.map(({ actors, legs, certain, expected, possible }) => {
    const flows = [...new Set(legs.flatMap((leg) => leg.flows))];
    const chain = [...actors, actors[0]].map(page.nameOf).join(" → ");
    return [chain, certain, expected, possible, flows.join(" "), sourcesOf(flows, original).join(" ")];
  });
  return { columns, rows };
}

/** Every result of every measure, with range, unit, evidence and addresses of sources. */
export function resultsTable({
  measured,
  page,
  original,
  state,
}: Pick<View, "measured" | "page" | "original" | "state">): Table {
  const columns = [
    ...["measure", "name", "subject", "of", "period", "unit"].map(textColumn),
    ...["value", "low", "high"].map((name) => numberColumn(name)),
    ...["evidence", "sources"].map(textColumn),
  ];
  const rowOf = ({
    measure,
    subject,
    of,
    value,
    unit,
    period,
    evidence,
  }: Result): readonly (string | number)[] => [
    measure,
    describeMethod(measure, state.language).name,
    nameSubject(page, subject),
    of === undefined ? "" : nameSubject(page, of),
    period,
    unit,
    value.value,
    value.low,
    value.high,
    evidence.join(" "),
    sourcesOf(evidence, original).join(" "),
  ];
  return { columns, rows: resultLists.flatMap((list) => measured.measurement[list].map(rowOf)) };
}

/** What the article states, and whether the evidence bears it out. */
function claimsTable({ measured, dossier, original, state }: View): Table {
  const columns = ["id", "claim", "stated", "found", "verdict", "evidence", "sources"].map(textColumn);
  const rows = measured.measurement.claims.map(({ id, stated, found, verdict, evidence }) => {
    const words = dossier.claims.find((claim) => claim.id === id)?.statement[state.language] ?? id;
    return [id, words, stated, found, verdict, evidence.join(" "), sourcesOf(evidence, original).join(" ")];
  });
  return { columns, rows };
}
