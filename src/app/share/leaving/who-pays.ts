import { numberColumn, type Table, textColumn } from "../../../core/table.ts";
import { engineVersion } from "../../../core/version.ts";
import type { ScreenResults } from "../../results.ts";
import { titleOfGroup } from "../../screens/simulate/group-title.ts";
import type { View } from "../../view.ts";
import { commandLine, repeated, settings } from "../command.ts";
import type { Leave, Leaving } from "../leaving.ts";
import { say } from "../say.ts";
import { dayInWords } from "../today.ts";
import { changesInCode, changesInWords, scenarioWords } from "./simulated.ts";

type Found = Extract<ScreenResults, { readonly kind: "who-pays" }>;

/** What leaves the comparison of who pays: its rows by group and kind of payment, and the call that repeats it. */
export function payersLeaving({ view, address, today }: Leave, found: Found): Leaving {
  const { state } = view;
  const { language, model, seed, set } = state;
  const { card, guide, scenarios, until, hash } = found;
  const { from, against, variables } = guide;
  const wordsOf = (names: readonly string[]): string => {
    const policy = card.guide.policies.find((one) => one.scenarios.join("+") === names.join("+"));
    return policy?.words[language] ?? scenarioWords(card, names, view);
  };
  return {
    title: `${card.title[language]}: ${wordsOf(scenarios)}, ${from}–${until}`,
    stem: ["kreislauf", model, "who-pays", ...scenarios, until].join("-"),
    source: say(language, "payersLine", {
      model: card.title[language],
      source: card.source,
      scenario: wordsOf(scenarios),
      against: wordsOf(against),
      from,
      until,
      set: changesInWords(set, view),
      seed,
      day: dayInWords(today, language),
      version: engineVersion,
      hash: hash.slice(0, 12),
      address,
    }),
    hash,
    date: today,
    pictures: [],
    tables: [{ name: "rows", label: say(language, "payersTable"), table: () => payersTable(found, view) }],
    documents: [],
    command: commandLine([
      ...["incidence", model],
      ...repeated("--scenario", scenarios),
      ...repeated("--against", against),
      ...["--from", from, "--to", until],
      ...repeated("--also", variables),
      ...settings({ ...guide.set, ...set }),
      ...["--seed", String(seed), "--json"],
    ]),
    commandNotes: [say(language, "commandHash", { hash: hash.slice(0, 12) })],
    linkNotes: [],
    method: `Kreislauf ${engineVersion}, model ${model}, scenario ${scenarios.join(" + ")} against ${against.join(" + ") || "the model as it is"}, ${from} to ${until}${changesInCode({ ...guide.set, ...set })}, seed ${seed}`,
  };
}

/** A row a kind of payment and group: how much more (+) or less (−) it has. */
function payersTable({ guide, card, found }: Found, { state }: View): Table {
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
