import type { ComponentChildren, JSX } from "preact";

export interface DrawingProps {
  /** The kind of chart, as style sheets name it. */
  readonly name: string;
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** Rules for a picture that stands alone. */
  readonly style?: string | undefined;
  readonly children: ComponentChildren;
}

/** What every chart shares: an SVG that says its finding and its description to a screen reader. */
export function Drawing(props: DrawingProps): JSX.Element {
  const { name, id, width, height } = props;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={`chart ${name}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-desc`}>{props.description}</desc>
      {props.style && <style>{props.style}</style>}
      {props.children}
    </svg>
  );
}
