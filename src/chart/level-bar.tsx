import type { JSX } from "preact";

/**
 * A bar from zero to what is reached, with a mark at the goal and a line at today's level (1), on a scale that ends at
 * `most`. It carries no text and stretches with its cell; the numbers stand beside it.
 */
export function LevelBar(props: {
  readonly reached: number;
  readonly goal: number;
  readonly most: number;
}): JSX.Element {
  const { reached, goal, most } = props;
  const at = (level: number): number => Math.round((Math.max(0, level) / most) * 1000);
  return (
    <svg class="bar level-bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
      <rect
        class={reached < goal - 1e-6 ? "reached short" : "reached"}
        x="0"
        y="5"
        width={at(reached)}
        height="10"
      />
      <line class="today" x1={at(1)} x2={at(1)} y1="0" y2="20" />
      <rect class="goal" x={at(goal) - 3} y="2" width="6" height="16" />
    </svg>
  );
}

/** A bar as long as a weight against the largest; the numbers stand beside it. */
export function WeightBar(props: { readonly weight: number; readonly most: number }): JSX.Element {
  const { weight, most } = props;
  return (
    <svg class="bar weight-bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      <rect
        class="weight"
        x="0"
        y="2"
        width={most > 0 ? Math.round((weight / most) * 1000) : 0}
        height="10"
      />
    </svg>
  );
}

/** A bar from zero to a value with a mark at another one; the numbers stand beside it. */
export function MarkedBar(props: {
  readonly value: number;
  readonly mark: number;
  readonly most: number;
}): JSX.Element {
  const { value, mark, most } = props;
  const at = (level: number): number => Math.round((Math.max(0, level) / most) * 990);
  return (
    <svg class="bar level-bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
      <rect class="reached" x="0" y="5" width={at(value)} height="10" />
      <rect class="goal" x={Math.max(0, at(mark) - 3)} y="2" width="6" height="16" />
    </svg>
  );
}
