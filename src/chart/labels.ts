/**
 * Labels in their order from the top down, at least `distance` apart: moved downwards first, and back up where they
 * would leave the `bottom`.
 *
 * @example
 * import { spreadLabels } from "kreislauf/chart";
 * spreadLabels([{ at: 10 }, { at: 12 }], 15).map(({ at }) => at); // → [10, 25]
 * spreadLabels([{ at: 10 }, { at: 12 }], 15, 20).map(({ at }) => at); // → [5, 20]
 */
export function spreadLabels<Label extends { readonly at: number }>(
  labels: readonly Label[],
  distance: number,
  bottom = Infinity,
): readonly Label[] {
  const placed: Label[] = [];
  for (const label of labels) {
    const least = placed.length > 0 ? placed.at(-1)!.at + distance : -Infinity;
    placed.push({ ...label, at: Math.max(label.at, least) });
  }
  for (let index = placed.length - 1, floor = bottom; index >= 0; index--, floor -= distance) {
    if (placed[index].at > floor) placed[index] = { ...placed[index], at: floor };
  }
  return placed;
}
