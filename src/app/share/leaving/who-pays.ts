import { readPeriod } from "../../../core/period.ts";
import { numberColumn, type Table, textColumn } from "../../../core/table.ts";
import { engineVersion } from "../../../core/version.ts";
import type { ScreenResults } from "../../results.ts";
import { titleOfGroup } from "../../screens/simulate/group-title.ts";
import { policyName, whoPaysOrderOf } from "../../screens/simulate/policy.ts";
import type { GuideIncidence } from "../../../simulate/index.ts";
import type { WhoPaysOrder } from "../../worker/who-pays-job.ts";
import type { View } from "../../view.ts";
import { commandLine, repeated, settings } from "../command.ts";
import type { Leave, Leaving } from "../leaving.ts";
import { payerPicture } from "../payer-picture.tsx";
import { drawSheet } from "../picture-frame.tsx";
import { say } from "../say.ts";
import { changesInCode } from "./simulated.ts";

type Found = Extract<ScreenResults, { readonly kind: "who-pays" }>;

/** What leaves the comparison of who pays: its rows by group and kind of payment, its picture, and the call that repeats it. */
export function payersLeaving({ view, address, today }: Leave, results: Found): Leaving {
  const { state } = view;
  const { language, model, seed, set, theme } = state;
  const { card, guide, hash } = results;
  const { scenarios, until } = whoPaysOrderOf(state, card.guide);
  const { from, against } = guide;
  const policy = policyName(card, scenarios, language);
  const content = payerPicture(card, guide, results, state, { day: readPeriod(today)?.end });
  const moved = { ...guide.set, ...set };
  return {
    title: `${card.title[language]}: ${policy}, ${from}–${until}`,
    stem: ["kreislauf", model, "who-pays", ...scenarios, until].join("-"),
    source: [...content.lead, content.source.at(-1) ?? "", address].join(" "),
    hash,
    date: today,
    pictures: [
      {
        name: "sheet",
        label: say(language, "sheetPicture"),
        draw: () => drawSheet(content, { address, theme }),
      },
    ],
    tables: [{ name: "rows", label: say(language, "payersTable"), table: () => payersTable(results, view) }],
    documents: [],
    command: payersCommand(model, guide, { scenarios, set, seed, until }),
    commandNotes: [say(language, "commandHash", { hash: hash.slice(0, 12) })],
    canEmbed: true,
    linkNotes: [],
    method: say(language, "methodPayers", {
      version: engineVersion,
      model,
      scenario: scenarios.join(" + "),
      against: against.join(" + ") || say(language, "modelAsItIs"),
      from,
      until,
      changes: changesInCode(moved),
      seed,
    }),
  };
}

/** The call that counts who pays in a model up to a date. */
export function payersCommand(
  model: string,
  { from, against, variables, set: fixed }: GuideIncidence,
  order: Omit<WhoPaysOrder, "model">,
): string {
  const { scenarios, set, seed, until } = order;
  return commandLine([
    ...["incidence", model],
    ...repeated("--scenario", scenarios),
    ...repeated("--against", against),
    ...["--from", from, "--to", until],
    ...repeated("--also", variables),
    ...settings({ ...fixed, ...set }),
    ...["--seed", String(seed), "--json"],
  ]);
}

/** A row a kind of payment and group: how much more (+) or less (−) it has. */
export function payersTable(
  { guide, card, found }: Pick<Found, "guide" | "card" | "found">,
  { state }: Pick<View, "state">,
): Table {
  const { language } = state;
  const { money } = card.guide;
  const unit = money ? `${money.currency} × ${money.size}` : "";
  const columns = [
    ...["group", "row", "kind", "unit", "payer_id", "payer"].map(textColumn),
    numberColumn("difference"),
  ];
  const kinds = [
    ...found.groups.flatMap(({ id, rows }) =>
      rows.map((row) => ({ row, title: titleOfGroup(id, guide, language), unit })),
    ),
    // Years of work and the like are no money.
    ...found.variables.map((row) => ({ row, title: "", unit: "" })),
  ];
  const rows = kinds.flatMap(({ row, title, unit: of }) =>
    [...found.payers.map(({ id, label }) => [id, label[language]]), ["", ""]].map(([id, label], place) => [
      title,
      row.label[language],
      row.kind,
      of,
      id || "sum",
      label,
      row.values[place] ?? row.total,
    ]),
  );
  return { columns, rows };
}
