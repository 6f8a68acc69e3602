import { formatNumber, type Language } from "../text/index.ts";

/** A number to about three digits. */
export function formatSignificant(value: number, language: Language): string {
  return formatNumber(value, language, decimalsOf(Math.abs(value)));
}

function decimalsOf(size: number): number {
  if (size >= 100 || size === 0) return 0;
  if (size >= 10) return 1;
  if (size >= 1) return 2;
  return size >= 0.1 ? 3 : 4;
}
