import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { sortProblems, type Problem } from "../../core/problem.ts";
import type { Dossier } from "../../dossier/index.ts";
import { data as german } from "../../text/de/data.ts";
import { data as english } from "../../text/en/data.ts";
import { createProblem, describeProblem } from "../../text/index.ts";
import { type Dropped, readDropped } from "../data/dropped-files.ts";
import { areOfEconomy, strangers } from "../data/economy-files.ts";
import { fetchFiles } from "../data/library.ts";
import { saveFile } from "../share/save.ts";
import { useView, type View } from "../view.ts";
import { speaker } from "../words.ts";
import {
  type CheckedEconomy,
  checkEconomy,
  EconomyTemplate,
  KeptEconomies,
  OpenEconomy,
} from "./data-economy.tsx";
import { KeptBadly } from "./data-damaged.tsx";
import { Stopped } from "../worker/connection.ts";

const say = speaker(english, german);
const mostShown = 200;

interface Checked {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  readonly dossier: Dossier | undefined;
  readonly economy?: CheckedEconomy | undefined;
}

/** Bring your own dossier: checked and measured here, kept in this browser, sent nowhere. */
export function Data(): JSX.Element {
  const view = useView();
  const { language } = view.state;
  const word = (key: keyof typeof english, values = {}): string => say(language, key, values);
  const [checked, setChecked] = useState<Checked>();
  const [reading, setReading] = useState(false);
  const [over, setOver] = useState(false);
  const take = async (dropped: readonly Dropped[]): Promise<void> => {
    if (dropped.length === 0) return;
    setReading(true);
    try {
      setChecked(await check(dropped, view));
    } catch (error) {
      if (!(error instanceof Stopped)) {
        const reason = error instanceof Error ? error.message : String(error);
        view.notify([createProblem("worker-died", { file: "", line: 0, column: 0 }, { reason })]);
      }
    }
    setReading(false);
  };
  return (
    <div class="data">
      <h1>{word("title")}</h1>
      <p class="lead">{word("intro")}</p>
      <div
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry());
          void filesOf(entries.filter((entry) => entry !== null)).then(take);
        }}
      >
        <Picker label={word("choose")} folder={false} take={take} />
        <Picker label={word("chooseFolder")} folder take={take} />
        <span class="quiet">{word("drop")}</span>
      </div>
      <p class="quiet">
        {word("formatNote").replaceAll("`", "")}{" "}
        <a href={view.href({ screen: "docs", part: "dossier" })}>{word("format")}</a>.{" "}
        {!view.library.find(({ id }) => id === view.state.dossier)?.own && <Template view={view} />}
      </p>
      <p class="quiet">
        {word("economyNote").replaceAll("`", "")} <EconomyTemplate view={view} />
      </p>
      {reading && <p role="status">{word("reading")}</p>}
      {checked && !reading && <Findings checked={checked} view={view} />}
      <Own view={view} />
      <KeptEconomies view={view} />
      <KeptBadly />
    </div>
  );
}

function Picker(props: {
  readonly label: string;
  readonly folder: boolean;
  readonly take: (files: readonly Dropped[]) => Promise<void>;
}): JSX.Element {
  return (
    <label class="button picker">
      {props.label}
      <input
        type="file"
        multiple
        class="unseen"
        {...(props.folder && { webkitdirectory: true })}
        onChange={(event) => void props.take([...(event.currentTarget.files ?? [])])}
      />
    </label>
  );
}

/** All files of dropped folders and files. */
async function filesOf(entries: readonly FileSystemEntry[], prefix = ""): Promise<readonly Dropped[]> {
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly Dropped[]> => {
      if (entry.isFile) {
        const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
        const { name, size } = file;
        return [{ name, size, webkitRelativePath: prefix + name, arrayBuffer: () => file.arrayBuffer() }];
      }
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      const inside = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
      return filesOf(inside, `${prefix}${entry.name}/`);
    }),
  );
  return found.flat();
}

/** Reads and checks files; a table without a dossier.yaml takes the place of that of the open dossier. */
async function check(dropped: readonly Dropped[], view: View): Promise<Checked> {
  const { files: read, problems: left } = await readDropped(dropped);
  const strange = strangers(read);
  const problems = [...left, ...strange];
  const files = new Map([...read].filter(([name]) => !strange.some(({ where }) => where.file === name)));
  const names = [...files.keys()];
  if (files.size === 0) return { files: names, problems, dossier: undefined };
  if (areOfEconomy(files)) {
    const found = await checkEconomy(files, view);
    return { files: names, dossier: undefined, ...found, problems: [...problems, ...found.problems] };
  }
  const { dossier: open } = view.state;
  const whole =
    files.has("dossier.yaml") || files.size === 0
      ? files
      : new Map([...(await fetchFiles(open).catch(() => [])), ...files]);
  if (whole.size === 0) return { files: names, problems, dossier: undefined };
  const answer = await view.run({ kind: "read", files: whole });
  const builtIn = view.library.some(({ id, own }) => !own && id === answer.dossier?.id);
  const dossier =
    answer.dossier && builtIn ? { ...answer.dossier, id: `${answer.dossier.id}-own` } : answer.dossier;
  return { files: names, problems: [...problems, ...sortProblems(answer.problems, names)], dossier };
}

function Findings({ checked, view }: { readonly checked: Checked; readonly view: View }): JSX.Element {
  const { language } = view.state;
  const { problems, dossier, files } = checked;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const counts = { errors, warnings: problems.length - errors };
  const title = dossier?.title[language] ?? "";
  return (
    <section role="status">
      {files.length > 0 && <p class="quiet">{say(language, "read", { files: files.join(", ") })}</p>}
      <h2>{problems.length === 0 ? say(language, "fine") : say(language, "problems", counts)}</h2>
      <ul class="problems">
        {problems.slice(0, mostShown).map((problem, index) => {
          const { file, line, column } = problem.where;
          return (
            <li key={index} class={problem.severity}>
              <code>{line > 0 ? `${file}:${line}:${column}` : file}</code>{" "}
              <b>{say(language, problem.severity === "error" ? "errorWord" : "warningWord")}</b>{" "}
              {describeProblem(problem, language)}
            </li>
          );
        })}
      </ul>
      {problems.length > mostShown && <p>{say(language, "more", { count: problems.length - mostShown })}</p>}
      {checked.economy && <OpenEconomy economy={checked.economy} view={view} />}
      {dossier && (
        <p>
          {say(language, "known", { figures: dossier.figures.length, ties: dossier.ties.length })}{" "}
          <button
            type="button"
            class="main"
            onClick={() => {
              view.addDossier(dossier);
              view.change({
                dossier: dossier.id,
                screen: "circuit",
                part: "",
                asOf: "",
                doubts: {},
                evidence: "",
              });
            }}
          >
            {say(language, "open", { title })}
          </button>
        </p>
      )}
    </section>
  );
}

/** The tables of the open dossier, one file after the other. */
function Template({ view }: { readonly view: View }): JSX.Element {
  const save = async (): Promise<void> => {
    try {
      for (const [name, text] of await fetchFiles(view.state.dossier)) {
        saveFile(name.replaceAll("/", "-"), text, "text/plain;charset=utf-8");
      }
    } catch {
      view.notify([createProblem("server-gone", { file: "", line: 0, column: 0 })]);
    }
  };
  return (
    <button type="button" onClick={() => void save()}>
      {say(view.state.language, "template", { title: view.original.title[view.state.language] })}
    </button>
  );
}

function Own({ view }: { readonly view: View }): JSX.Element {
  const { language } = view.state;
  const own = view.library.filter((entry) => entry.own);
  return (
    <section>
      <h2>{say(language, "own")}</h2>
      {own.length === 0 && <p class="quiet">{say(language, "none")}</p>}
      <ul>
        {own.map(({ id, title }) => (
          <li key={id}>
            <a href={view.href({ dossier: id, screen: "circuit", part: "", asOf: "", doubts: {} })}>
              {title[language]}
            </a>{" "}
            <button type="button" onClick={() => view.forgetDossier(id)}>
              {say(language, "forget")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
