import type { JSX } from "preact";
import type { Language } from "../../text/index.ts";
import { chartText, type ChartWord, textWidth } from "../words.ts";

interface Item {
  readonly word: ChartWord;
  readonly swatch: "colour" | "hatch" | "solid" | "outline" | "dash" | "fade" | "cut";
  readonly kind?: string;
}

const items: readonly Item[] = [
  { word: "buy", swatch: "colour", kind: "buy" },
  { word: "own", swatch: "colour", kind: "own" },
  { word: "lend", swatch: "colour", kind: "lend" },
  { word: "known", swatch: "fade" },
  { word: "cutEnd", swatch: "cut" },
  { word: "possible", swatch: "outline" },
  { word: "expected", swatch: "solid" },
  { word: "certain", swatch: "hatch" },
  { word: "paid", swatch: "dash", kind: "paid" },
  { word: "contracted", swatch: "dash", kind: "contracted" },
  { word: "announced", swatch: "dash", kind: "announced" },
];
const row = 20;
const swatchWidth = 26;
const size = 12;

/** Items in rows that fit the width. */
function layOut(
  width: number,
  language: Language,
): readonly { readonly item: Item; readonly x: number; readonly y: number }[] {
  let x = 0;
  let y = 0;
  return items.map((item) => {
    const needed = swatchWidth + 6 + textWidth(chartText(language, item.word), size) + 16;
    if (x > 0 && x + needed - 16 > width) {
      x = 0;
      y += row;
    }
    const place = { item, x, y };
    x += needed;
    return place;
  });
}

/** Height that the legend takes under a drawing of that width. */
export function legendHeight(width: number, language: Language): number {
  return layOut(width, language).at(-1)!.y + row + 14;
}

/** What colours, fillings and outlines of the loop map mean. */
export function Legend(props: {
  readonly id: string;
  readonly width: number;
  readonly language: Language;
}): JSX.Element {
  return (
    <g class="legend" aria-hidden="true" id={`${props.id}-legend`}>
      {layOut(props.width, props.language).map(({ item, x, y }) => (
        <g key={item.word} transform={`translate(${Math.round(x)} ${y})`}>
          <Swatch {...item} id={props.id} />
          <text x={swatchWidth + 6} y="10">
            {chartText(props.language, item.word)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Swatch({ swatch, kind = "buy", id }: Item & { readonly id: string }): JSX.Element {
  const whole = { x: 1, y: 1, width: swatchWidth - 2, height: 10 };
  const half = { x: 1, y: 5, width: swatchWidth - 2, height: 6 };
  switch (swatch) {
    case "colour":
      return <rect class={`swatch ${kind}`} {...whole} />;
    case "fade":
      return <rect {...whole} fill={`url(#${id}-out)`} />;
    case "cut":
      return (
        <g>
          <rect {...whole} fill={`url(#${id}-out)`} />
          <path class="cut" d="M8 13L14 -1M13 13L19 -1" />
        </g>
      );
    case "dash":
      return <line class={`dash ${kind}`} x1="1" x2={swatchWidth - 1} y1="6" y2="6" />;
    case "outline":
      return (
        <g class="ribbon sample paid">
          <rect class="whole" {...whole} />
        </g>
      );
    default:
      return (
        <g class="ribbon sample paid">
          <rect class="whole" {...whole} />
          <rect class="expected" {...half} />
          {swatch === "hatch" && <rect {...half} fill={`url(#${id}-hatch)`} />}
        </g>
      );
  }
}
