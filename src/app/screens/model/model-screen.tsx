import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { describeProblem } from "../../../text/index.ts";
import { ProblemList } from "../../parts/problem-list.tsx";
import { Lead, LeadEnd } from "../../parts/lead.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useJob } from "../../parts/use-job.ts";
import { useResults } from "../../parts/use-results.ts";
import type { ReadBooks } from "../../results.ts";
import { useView } from "../../view.ts";
import type { PreparedModel } from "../../worker/opened-models.ts";
import type { Simulated } from "../../worker/simulate-job.ts";
import { appText } from "../../words.ts";
import { Books } from "./books.tsx";
import { CodeEditor, type Mark } from "./code-editor.tsx";
import { ModelRun } from "./model-run.tsx";
import { ModelProblems, type Place } from "./model-problems.tsx";
import { NamesTable } from "./names-table.tsx";
import { useEdits } from "./use-edits.ts";
import { say } from "./words.ts";

/** The text of a model with its mistakes, its books beside it, and what comes of it. */
export function ModelScreen(): JSX.Element {
  const view = useView();
  const { language, model } = view.state;
  const { result } = useJob({ kind: "source", name: model }, model);
  const [isRead, setRead] = useState(false);
  // The screen is drawn behind the page that the server sent until its books are there.
  const isBehind = view.still !== undefined && !isRead && (!result || result.source !== undefined);
  return (
    <>
      {isBehind && <Waiting />}
      <div class="model-screen" hidden={isBehind}>
        <h1>{say(language, "modelTitle")}</h1>
        <Lead text={say(language, "modelLead")} more={say(language, "modelLeadMore")} />
        {!result && <p class="quiet">{appText(language, "loading")}</p>}
        {result && (
          <>
            <p>
              <label>
                {say(language, "whichModel")}{" "}
                <select
                  value={model}
                  onChange={(event) =>
                    view.change({ model: event.currentTarget.value, text: "", scenarios: [], set: {} })
                  }
                >
                  {result.names.map((name) => {
                    const short = name.slice(name.lastIndexOf("/") + 1);
                    return (
                      <option key={name} value={short}>
                        {name}
                      </option>
                    );
                  })}
                </select>
              </label>
            </p>
            <ProblemList problems={result.problems} />
            {result.source && (
              <Workbench key={result.source.name} source={result.source} onWhole={() => setRead(true)} />
            )}
            <LeadEnd more={say(language, "modelLeadMore")} />
          </>
        )}
      </div>
    </>
  );
}

const longestLink = 3000;
/** How long the pen rests before the text is read. */
const pause = 250;

function Workbench(props: {
  readonly source: PreparedModel;
  /** The first books, or the mistakes that stand in their place, are there. */
  readonly onWhole: () => void;
}): JSX.Element {
  const { source, onWhole } = props;
  const view = useView();
  const { language, model } = view.state;
  const { edits, write, discard } = useEdits(source);
  const files = [source.file, ...Object.keys(source.files).filter((file) => file.startsWith(`${model}/`))];
  const [file, setFile] = useState(source.file);
  const [starts, setStarts] = useState(0);
  const [goTo, setGoTo] = useState<Place>();
  const [read, setRead] = useState<ReadBooks>();
  const [ran, setRan] = useState<Simulated>();
  const rested = useRested(edits, pause);
  const { result: card } = useJob(
    rested && { kind: "describe", model: { name: model, edits: rested } },
    JSON.stringify([model, rested]),
  );
  useResults(
    card && rested
      ? {
          kind: "model",
          source,
          edits: rested,
          card: card.parameters ? card : undefined,
          ...(card.parameters ? { read, ran } : { read: undefined, ran: undefined }),
        }
      : undefined,
    [card, read, ran],
  );
  const isWhole = card !== undefined && (!card.parameters || read !== undefined);
  useEffect(() => {
    if (isWhole) onWhole();
  }, [isWhole]);
  if (!edits || !rested) return <p class="quiet">{appText(language, "loading")}</p>;
  const textOf = (name: string): string =>
    edits[name] ?? (name === source.file ? source.text : source.files[name]);
  const problems = card?.problems ?? [];
  const marks = problems
    .filter(({ where }) => where.file === file && where.line > 0)
    .map((problem): Mark => ({
      line: problem.where.line,
      column: problem.where.column,
      severity: problem.severity,
      text: describeProblem(problem, language),
    }));
  const isChanged = Object.keys(edits).length > 0;
  const isFine = card?.parameters !== undefined;
  const own = textOf(source.file);
  const canLink = own.length <= longestLink && Object.keys(edits).every((name) => name === source.file);
  return (
    <>
      <div class="workbench">
        <section class="text-side">
          <p class="files">
            {files.length > 1 && (
              <label>
                {say(language, "whichFile")}{" "}
                <select value={file} onChange={(event) => setFile(event.currentTarget.value)}>
                  {files.map((name) => (
                    <option key={name} value={name}>
                      {name}
                      {name in edits ? ` (${say(language, "changed")})` : ""}
                    </option>
                  ))}
                </select>
              </label>
            )}{" "}
            {isChanged && (
              <button
                type="button"
                onClick={() => {
                  discard();
                  setStarts(starts + 1);
                }}
              >
                {say(language, "discard")}
              </button>
            )}{" "}
            {isChanged && canLink && (
              <button type="button" onClick={() => view.change({ text: own })}>
                {say(language, "linkText")}
              </button>
            )}
            {isChanged && !canLink && <span class="quiet">{say(language, "linkTooLong")}</span>}
          </p>
          <CodeEditor
            name={`${file} ${starts}`}
            label={say(language, "editorLabel", { file })}
            text={textOf(file)}
            marks={marks}
            goTo={goTo?.file === file ? goTo : undefined}
            onChange={(text) => write(file, text)}
          />
          <ModelProblems
            problems={problems}
            equations={card?.parameters ? card.equations : 0}
            onGo={(place) => {
              if (files.includes(place.file)) setFile(place.file);
              setGoTo({ ...place });
            }}
          />
        </section>
        <section class="book-side" aria-label={say(language, "books")}>
          {isFine && card.parameters && (
            <Books model={{ name: model, edits: rested }} dates={card.dates} onRead={setRead} />
          )}
        </section>
      </div>
      {card?.parameters && (
        <ModelRun {...{ card, isChanged }} model={{ name: model, edits: rested }} onRan={setRan} />
      )}
      {card?.parameters && <NamesTable card={card} />}
    </>
  );
}

/** A value once it has stood still for a while. */
function useRested<Value>(value: Value, milliseconds: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (rested === undefined) {
      setRested(value);
      return undefined;
    }
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [JSON.stringify(value)]);
  return rested;
}
