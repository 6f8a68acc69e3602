import type { JSX } from "preact";

/** What a screen is for; on a phone `more` gives its room to the first picture. */
export function Lead(props: { readonly text: string; readonly more: string }): JSX.Element {
  return (
    <p class="lead">
      {props.text} <span class="wide-only">{props.more}</span>
    </p>
  );
}

/** What a phone left out above, at the end of the screen. */
export function LeadEnd({ more }: { readonly more: string }): JSX.Element {
  return <p class="narrow-only lead-end">{more}</p>;
}
