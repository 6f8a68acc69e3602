import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { boldness, chartStyle, wrapWords } from "../../chart/index.ts";
import type { AppState } from "../state/state.ts";
import type { PictureContent, PictureDrawing } from "./picture-content.ts";

/** Sizes of a sheet, in the units of its drawings. */
const margin = 20;
const gap = 28;
const letters = { title: 20, head: 14, plain: 12.5 } as const;
const leastWidth = 560;

const frameStyle = `
.sheet-ground{fill:var(--paper)}
.sheet-title,.sheet-head,.sheet-plain,.sheet-foot{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:${letters.plain}px;fill:var(--ink)}
.sheet-title{font-size:${letters.title}px;font-weight:700}
.sheet-head{font-size:${letters.head}px;font-weight:700}
.sheet-note,.sheet-foot{fill:var(--quiet)}
`;

/**
 * A picture as an SVG document that stands alone: the finding above, the drawings in one column or two, the sources and
 * the address below, and the style sheet inside.
 */
export function drawSheet(
  { title, lead, drawings, source }: PictureContent,
  { address, theme }: { readonly address: string; readonly theme: AppState["theme"] },
): string {
  const columns = drawings.length > 1 && drawings.every(({ width }) => width < 600) ? 2 : 1;
  const column = Math.max(0, ...drawings.map(({ width }) => width));
  const width = Math.max(leastWidth, columns * column + (columns - 1) * gap);
  let y = 0;
  const lines = (
    text: string,
    kind: "title" | "head" | "plain" | "foot" | "note",
    options: { readonly x?: number; readonly within?: number } = {},
  ): JSX.Element[] => {
    const { x = 0, within = width } = options;
    const size = kind === "title" || kind === "head" ? letters[kind] : letters.plain;
    const height = Math.round(size * 1.32);
    const drawn = wrapWords(text, within, kind === "title" || kind === "head" ? size * boldness : size);
    const name = kind === "note" ? "sheet-plain sheet-note" : `sheet-${kind}`;
    const first = y + height - 4;
    y += drawn.length * height;
    return drawn.map((line, index) => (
      <text key={`${first} ${index}`} class={name} x={x} y={first + index * height}>
        {line}
      </text>
    ));
  };
  const headline = lines(title, "title");
  y += 5;
  const above = [headline, ...lead.map((line) => lines(line, "plain"))];
  const rows = Array.from({ length: Math.ceil(drawings.length / columns) }, (_, row) =>
    drawings.slice(row * columns, (row + 1) * columns),
  );
  const body = rows.map((row) => {
    const top = y + 18;
    const heads = row.map((drawing, place) => {
      y = top;
      const at = { x: place * (column + gap), within: columns === 1 ? width : column };
      const words = [
        ...(drawing.title ? lines(drawing.title, "head", at) : []),
        ...(drawing.note ? lines(drawing.note, "note", at) : []),
      ];
      return { drawing, words, x: at.x, bottom: y + 6 };
    });
    // Drawings of one row begin at one height, however long the words above them are.
    const begin = Math.max(...heads.map(({ bottom }) => bottom));
    y = begin + Math.max(...row.map(({ height }) => height));
    return heads.map(({ drawing, words, x }) => (
      <g key={drawing.id}>
        {words}
        <Placed drawing={drawing} x={x} y={begin} />
      </g>
    ));
  });
  y += 14;
  const below = [...source, address].filter(Boolean).map((line) => lines(line, "foot"));
  const size = { width: width + 2 * margin, height: y + 2 * margin - 6 };
  return `${renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${-margin} ${-margin + 6} ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-labelledby="sheet-title"
      {...(theme !== "auto" && { "data-theme": theme })}
    >
      <title id="sheet-title">{title}</title>
      <style>{chartStyle + frameStyle}</style>
      <rect class="sheet-ground" x={-margin} y={-margin} width="100%" height="110%" />
      {above}
      {body}
      {below}
    </svg>,
  )}\n`;
}

/** A drawing at its place: its own SVG fills the room, whatever a style sheet says of charts in a page. */
function Placed(props: {
  readonly drawing: PictureDrawing;
  readonly x: number;
  readonly y: number;
}): JSX.Element {
  const { drawing, x, y } = props;
  return (
    <svg x={x} y={y} width={drawing.width} height={drawing.height} overflow="visible">
      {drawing.chart}
    </svg>
  );
}
