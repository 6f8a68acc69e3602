import type { ComponentChildren, JSX } from "preact";
import { fill } from "../text/index.ts";
import type { Page } from "./subject.ts";

/** Ids of figures, ties and series, or the address of the place that shows them. */
export type Evidence = readonly string[] | `#${string}` | `/${string}`;

/**
 * A number that leads to where it comes from: to the row of its figure or tie, or, if it is computed from several, to
 * the row of the calculation; either names the sources. A number without evidence is no link.
 */
export function Sourced(props: {
  readonly page: Page;
  readonly evidence: Evidence;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { evidence, page } = props;
  const href = typeof evidence === "string" ? evidence : page.citations.cite(evidence);
  if (href === undefined) return <span>{props.children}</span>;
  return (
    <a class="n" href={href}>
      {props.children}
    </a>
  );
}

/** A sentence whose numbers lead to their evidence; `values` without evidence are words. */
export function SourcedSentence(props: {
  readonly page: Page;
  readonly sentence: string;
  readonly words: Readonly<Record<string, string | number>>;
  readonly numbers: Readonly<Record<string, readonly [text: string, evidence: Evidence]>>;
}): JSX.Element {
  return (
    <>
      {props.sentence.split(/(\{\w+\})/).map((part, index) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1] ?? "";
        if (!Object.hasOwn(props.numbers, name)) return fill(part, props.words);
        const [text, evidence] = props.numbers[name];
        return (
          <Sourced key={index} page={props.page} evidence={evidence}>
            {text}
          </Sourced>
        );
      })}
    </>
  );
}
