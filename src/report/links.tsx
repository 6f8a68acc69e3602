import type { ComponentChildren, JSX } from "preact";
import type { Page } from "./subject.ts";

/**
 * A number that leads to where it comes from: to the row of its figure or tie, which names the source, or, if it
 * is computed from several, to the list of all of them.
 */
export function Sourced(props: {
  readonly page: Page;
  readonly evidence: readonly string[];
  /** Id of the list of evidence that the number is computed from. */
  readonly list: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { page } = props;
  const known = props.evidence.filter((id) => page.rowOf(id) !== undefined);
  const one = known.length === 1 ? page.rowOf(known[0]) : page.rowsOf?.(known);
  return (
    <a class="n" href={one ?? `#${props.list}`}>
      {props.children}
    </a>
  );
}

/** Where numbers come from: a link to each figure and tie. */
export function EvidenceList(props: {
  readonly page: Page;
  readonly evidence: readonly string[];
  readonly id: string;
}): JSX.Element {
  const { page, evidence, id } = props;
  const rows = evidence.flatMap((item) => {
    const href = page.rowOf(item);
    return href === undefined ? [] : [{ item, href }];
  });
  return (
    <p class="evidence" id={id}>
      <b>{page.say("evidence")}</b>
      {rows.length === 0 && " –"}
      {rows.map(({ item, href }) => (
        <>
          {" "}
          <a key={item} href={href}>
            {item}
          </a>
        </>
      ))}
    </p>
  );
}
