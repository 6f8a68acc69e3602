import type { JSX } from "preact";
import { chartText } from "../chart/index.ts";
import { conflictsOf, type Dossier, type Figure, type Source, type Tie } from "../dossier/index.ts";
import { formatPeriodInWords, formatQuantity } from "../text/index.ts";
import { nameSubject } from "./finding.tsx";
import type { Page } from "./subject.ts";

/** Every figure of the dossier, each with its sources; the rows that numbers on the page lead to. */
export function FigureRows({ page }: { readonly page: Page }): JSX.Element {
  const { figures } = page.dossier;
  return (
    <Rows
      title={page.say("figuresTitle", { count: figures.length })}
      intro={page.say("figuresIntro")}
      head={[page.say("id"), page.say("what"), page.say("value"), page.say("period"), page.say("source")]}
    >
      {figures.map((figure) => (
        <tr key={figure.id} id={`f-${figure.id}`}>
          <th scope="row">{figure.id}</th>
          <td>
            <Named page={page} id={figure.subject} />
            {figure.counterparty && (
              <>
                {" / "}
                <Named page={page} id={figure.counterparty} />
              </>
            )}{" "}
            <i>
              <Named page={page} id={figure.measure} />
            </i>
          </td>
          <td class="r">
            {figure.amount || !figure.category ? (
              valueOf(figure, page)
            ) : (
              <Named page={page} id={figure.category} />
            )}
          </td>
          <td>
            {figure.period && formatPeriodInWords(figure.period, page.language)} {page.say(figure.status)}
          </td>
          <td>
            <SourceLinks page={page} sources={figure.sources} />
            <Derivation page={page} figure={figure} />
            <Conflicts page={page} dossier={page.dossier} id={figure.id} />
          </td>
        </tr>
      ))}
    </Rows>
  );
}

/** The name of an actor, thing or measure; one that exists in English only is marked as such. */
function Named({ page, id }: { readonly page: Page; readonly id: string }): JSX.Element {
  const name = nameSubject(page, id);
  const foreign = page.language !== "en" && !page.isNamed(id) && / |_|[a-z]{3}/.test(id);
  return foreign ? <span lang="en">{name}</span> : <>{name}</>;
}

function valueOf({ amount, unit, currency }: Figure | Tie, page: Page): string {
  if (!amount) return page.say("noAmount");
  const words = (value: number): string => formatQuantity(value, unit, page.language, currency);
  const span = amount.low === amount.high ? "" : ` (${words(amount.low)} … ${words(amount.high)})`;
  return words(amount.value) + span;
}

function Derivation({
  page,
  figure,
}: {
  readonly page: Page;
  readonly figure: Figure;
}): JSX.Element | undefined {
  if (!figure.derivation) return undefined;
  return (
    <>
      {" = "}
      {figure.derivation.split(/([A-Z]\d{3}[a-z]?)/).map((part) => {
        const row = page.rowOf(part);
        return row ? (
          <a key={part} href={row}>
            {part}
          </a>
        ) : (
          part
        );
      })}
    </>
  );
}

function Conflicts(props: {
  readonly page: Page;
  readonly dossier: Dossier;
  readonly id: string;
}): JSX.Element | undefined {
  const others = conflictsOf(props.dossier, props.id);
  if (others.length === 0) return undefined;
  return (
    <span class="conflict">
      {" "}
      {props.page.say("conflicts")}:
      {others.map(({ id }) => (
        <>
          {" "}
          <a key={id} href={`#f-${id}`}>
            {id}
          </a>
        </>
      ))}
    </span>
  );
}

/** Every tie of the dossier, with amount, term, status, condition and sources. */
export function TieRows({ page }: { readonly page: Page }): JSX.Element {
  const { ties } = page.dossier;
  const words = ["id", "from", "to", "kind", "amount", "status", "source"] as const;
  return (
    <Rows
      title={page.say("tiesTitle", { count: ties.length })}
      head={words.map((word) => (word === "status" ? page.say("date") : page.say(word)))}
    >
      {ties.map((tie) => (
        <TieRow key={tie.id} page={page} tie={tie} />
      ))}
    </Rows>
  );
}

function TieRow({ page, tie }: { readonly page: Page; readonly tie: Tie }): JSX.Element {
  const date = formatPeriodInWords(tie.date, page.language);
  const term = tie.term && formatPeriodInWords(tie.term, page.language);
  return (
    <tr id={`t-${tie.id}`}>
      <th scope="row">{tie.id}</th>
      <td>{page.nameOf(tie.from)}</td>
      <td>{page.nameOf(tie.to)}</td>
      <td>{page.say(tie.kind)}</td>
      <td class="r">{valueOf(tie, page)}</td>
      <td>
        <b>{chartText(page.language, tie.status)}</b> {date}
        {term !== date && term && ` → ${term}`}
        {tie.datesBasis === "assumed" && ` (${page.say("assumedDates")})`}
        {tie.replaces.length > 0 && ` ${page.say("replaces")} ${tie.replaces.join(", ")}`}
      </td>
      <td>
        <SourceLinks page={page} sources={sourcesOf(tie, page)} />
        {tie.figures.map((id) => (
          <>
            {" "}
            <a key={id} href={`#f-${id}`}>
              {id}
            </a>
          </>
        ))}
        {tie.condition && (
          <>
            {" – "}
            <Named page={page} id={tie.condition} />
          </>
        )}
      </td>
    </tr>
  );
}

/** The sources of a tie, and those of the figures it rests on. */
export function sourcesOf(tie: Tie, page: Page): readonly string[] {
  const figures = page.dossier.figures.filter(({ id }) => tie.figures.includes(id));
  return [...new Set([...tie.sources, ...figures.flatMap(({ sources }) => sources)])];
}

/** All sources, with publisher, date and address. */
export function SourceRows({ page }: { readonly page: Page }): JSX.Element {
  const { sources } = page.dossier;
  return (
    <>
      <h3>{page.say("sourcesTitle", { count: sources.length })}</h3>
      <ul class="sources">
        {sources.map((source) => (
          <li key={source.id} id={`s-${source.id}`}>
            {source.publisher}: <SourceTitle source={source} />
            {source.date && `, ${formatPeriodInWords(source.date, page.language)}`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A source by its title, with its address if it has one. */
export function SourceTitle({ source }: { readonly source: Source }): JSX.Element {
  if (!/^https?:\/\//.test(source.link)) return <cite>{source.title}</cite>;
  return (
    <a href={source.link} rel="noopener noreferrer external">
      {source.title}
    </a>
  );
}

/** The sources of a row, by publisher, each with a link to its title and address. */
export function SourceLinks({
  page,
  sources,
}: {
  readonly page: Page;
  readonly sources: readonly string[];
}): JSX.Element {
  const found = sources.flatMap((id) => page.dossier.sources.filter((source) => source.id === id));
  return (
    <>
      {found.map((source, index) => (
        <>
          {index > 0 && ", "}
          <a key={source.id} href={`#s-${source.id}`}>
            {source.publisher || page.say("ownArithmetic")}
          </a>
        </>
      ))}
    </>
  );
}

export function Rows(props: {
  readonly title: string;
  readonly intro?: string;
  readonly head: readonly string[];
  readonly children: JSX.Element[];
}): JSX.Element {
  return (
    <>
      <h3>{props.title}</h3>
      {props.intro && <p>{props.intro}</p>}
      <table class="rows">
        <thead>
          <tr>
            {props.head.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </>
  );
}
