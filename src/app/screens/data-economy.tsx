import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../core/problem.ts";
import { data as german } from "../../text/de/data.ts";
import { data as english } from "../../text/en/data.ts";
import { createProblem } from "../../text/index.ts";
import { economyFiles } from "../data/economy-files.ts";
import {
  forgetEconomy,
  keepEconomy,
  type OwnEconomy,
  ownEconomies,
  ownEconomyId,
} from "../data/own-economies.ts";
import { saveFile } from "../share/save.ts";
import type { View } from "../view.ts";
import { speaker } from "../words.ts";
import { planConnection } from "./plan/plan-connection.ts";

const say = speaker(english, german);
const template = "lehrbeispiel";
const nowhere = { file: "", line: 0, column: 0 };

/** An economy without errors, ready to be kept. */
export interface CheckedEconomy extends OwnEconomy {
  readonly products: number;
}

/** Reads and checks an economy; tables alone take their place in the economy that is open. */
export async function checkEconomy(
  files: ReadonlyMap<string, string>,
  view: View,
): Promise<{ readonly problems: readonly Problem[]; readonly economy: CheckedEconomy | undefined }> {
  const whole = files.has("economy.yaml")
    ? files
    : new Map([...(await economyFiles(view.state.economy)), ...files]);
  const { economy, problems } = await view.run({ kind: "read-economy", files: whole });
  return {
    problems,
    economy: economy && { ...economy, id: ownEconomyId(economy.id), files: Object.fromEntries(whole) },
  };
}

/** Keeps a checked economy in this browser and plans with it. */
export function OpenEconomy({
  economy,
  view,
}: {
  readonly economy: CheckedEconomy;
  readonly view: View;
}): JSX.Element {
  const { language } = view.state;
  const { products, ...kept } = economy;
  const open = async (): Promise<void> => {
    try {
      await keepEconomy(kept);
    } catch {
      return view.notify([createProblem("economy-not-kept", nowhere, { name: kept.id })]);
    }
    // What the worker holds is the economy of this id from before.
    planConnection().stop();
    view.change({ screen: "plan", part: "", economy: kept.id, goals: {}, evidence: "" });
  };
  return (
    <p>
      {say(language, "economyKnown", { products })}{" "}
      <button type="button" class="main" onClick={() => void open()}>
        {say(language, "openEconomy", { title: kept.title[language] })}
      </button>
    </p>
  );
}

/** Economies kept in this browser, with a way to forget them. */
export function KeptEconomies({ view }: { readonly view: View }): JSX.Element | null {
  const { language } = view.state;
  const [kept, setKept] = useState<readonly OwnEconomy[]>([]);
  const list = async (): Promise<void> =>
    setKept((await ownEconomies().catch(() => undefined))?.values ?? []);
  useEffect(() => void list(), []);
  if (kept.length === 0) return null;
  return (
    <section>
      <h2>{say(language, "ownEconomies")}</h2>
      <ul>
        {kept.map(({ id, title }) => (
          <li key={id}>
            <a href={view.href({ screen: "plan", part: "", economy: id, goals: {} })}>{title[language]}</a>{" "}
            <button type="button" onClick={() => void forgetEconomy(id).then(list)}>
              {say(language, "forget")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The files of the teaching economy, one after the other. */
export function EconomyTemplate({ view }: { readonly view: View }): JSX.Element {
  const save = async (): Promise<void> => {
    try {
      for (const [name, text] of await economyFiles(template))
        saveFile(name, text, "text/plain;charset=utf-8");
    } catch {
      view.notify([createProblem("server-gone", nowhere)]);
    }
  };
  return (
    <button type="button" onClick={() => void save()}>
      {say(view.state.language, "economyTemplate")}
    </button>
  );
}
