import type { JSX } from "preact";

/** A choice among few as links: each has an address of its own and works without script. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly hrefOf: (value: Value) => string;
}): JSX.Element {
  return (
    <div class="choice" role="group" aria-label={props.label}>
      <span class="choice-label" aria-hidden="true">
        {props.label}
      </span>
      <span class="choice-options">
        {props.options.map(({ value, label }) => (
          <a key={value} href={props.hrefOf(value)} aria-current={value === props.value ? "true" : undefined}>
            {label}
          </a>
        ))}
      </span>
    </div>
  );
}
