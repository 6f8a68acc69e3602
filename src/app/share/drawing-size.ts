import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";

/** Width and height of a chart, out of its own view box. */
export function sizeOf(chart: JSX.Element): { readonly width: number; readonly height: number } {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(renderToString(chart));
  if (!box) throw new Error("A chart of a picture has a view box from 0 0.");
  return { width: Number(box[1]), height: Number(box[2]) };
}
