import type { ComponentChildren, JSX } from "preact";

/** A box with one finding: what it is about above it, the finding as its heading. */
export function Card(props: {
  readonly kicker?: string;
  readonly finding: string | JSX.Element;
  readonly id?: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <article class="card" id={props.id}>
      {props.kicker && <p class="kicker">{props.kicker}</p>}
      <h3>{props.finding}</h3>
      {props.children}
    </article>
  );
}
