/** A coordinate to a tenth of a pixel: finer is not seen, and makes pictures larger. */
export function short(value: number): number {
  return Math.round(value * 10) / 10;
}
