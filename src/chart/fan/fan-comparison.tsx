import type { JSX } from "preact";
import { short } from "../coordinate.ts";
import { Drawing } from "../drawing.tsx";
import { FanAxes } from "./fan-axes.tsx";
import { type FanSeries, type FanSize, type PlacedFan, placeFan, reachOf } from "./place.ts";

/** One of the fans that are laid over each other. */
export interface ComparedFan {
  /** Its letter in the comparison, written at the end of its line. */
  readonly letter: string;
  /** Its place among the colours and dashes, from 0 to 3. */
  readonly place: number;
  readonly series: Pick<FanSeries, "dates" | "bands">;
}

export interface FanComparisonProps {
  readonly fans: readonly ComparedFan[];
  /** What all are measured against. */
  readonly baseline?: ArrayLike<number> | undefined;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly yWords: (value: number) => string;
  readonly style?: string;
}

const size: FanSize = { width: 420, height: 250, right: 24, top: 10, bottom: 24 };
const letterHeight = 13;

/** Medians and middle halves of several fans on one scale; colour, dash and letter tell them apart. */
export function FanComparison(props: FanComparisonProps): JSX.Element | null {
  const { fans, baseline, id, yWords } = props;
  if (fans.length === 0) return null;
  const middle = fans.map(({ series }) => middleOf(series.bands));
  const reach = reachOf([...middle.flat(), ...(baseline ? [baseline] : [])]);
  const longest = fans.map(({ series }) => series.dates).reduce((a, b) => (b.length > a.length ? b : a));
  const placed = fans.map((_, index) =>
    placeFan({ dates: longest, bands: middle[index], samples: [] }, yWords, size, reach),
  );
  const [frame] = placed;
  const { width, height } = frame.shape;
  const base = baseline && placeFan({ dates: longest, bands: [baseline], samples: [] }, yWords, size, reach);
  const ends = placeLetters(fans.map(({ series }, index) => endOf(series, frame, middle[index])));
  return (
    <Drawing
      name="fan-comparison"
      id={id}
      width={width}
      height={height}
      title={props.title}
      description={props.description}
      style={props.style}
    >
      <FanAxes placed={frame} yWords={yWords} />
      {base && <path class="baseline" d={base.median} />}
      {placed.map(({ areas }, index) => (
        <g key={index} class={`layer of-${fans[index].place}`}>
          {areas.map((path, depth) => (
            <path key={depth} class="fan" d={path} />
          ))}
        </g>
      ))}
      {placed.map(({ median }, index) => (
        <g key={index} class={`layer of-${fans[index].place}`}>
          <path class="median" d={median} />
          {ends[index] && (
            <text class="letter" x={ends[index].x + 6} y={ends[index].y + 4.5}>
              {fans[index].letter}
            </text>
          )}
        </g>
      ))}
    </Drawing>
  );
}

/** The median with the half of the runs around it, or a line alone. */
function middleOf(bands: readonly ArrayLike<number>[]): readonly ArrayLike<number>[] {
  const half = Math.floor(bands.length / 2);
  return half > 0 ? [bands[half - 1], bands[half], bands[half + 1]] : bands;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function endOf(
  { dates }: Pick<FanSeries, "dates">,
  frame: PlacedFan,
  bands: readonly ArrayLike<number>[],
): Place | undefined {
  const line = bands[Math.floor(bands.length / 2)];
  let last = dates.length - 1;
  while (last > 0 && !Number.isFinite(line[last])) last--;
  return Number.isFinite(line[last]) ? { x: frame.x(last), y: frame.y(line[last]) } : undefined;
}

/** Letters moved apart where lines end close to each other, in the order of their lines. */
function placeLetters(ends: readonly (Place | undefined)[]): readonly (Place | undefined)[] {
  const order = ends
    .flatMap((end, index) => (end ? [{ index, end }] : []))
    .sort((a, b) => a.end.y - b.end.y || a.index - b.index);
  const moved = [...ends];
  let above = -Infinity;
  for (const { index, end } of order) {
    above = Math.max(end.y, above + letterHeight);
    moved[index] = { x: end.x, y: above };
  }
  let below = size.height - size.bottom + 2;
  for (const { index } of order.toReversed()) {
    const place = moved[index];
    if (!place) continue;
    below = Math.min(place.y, below);
    moved[index] = { x: place.x, y: below };
    below -= letterHeight;
  }
  return moved.map((place) => place && { x: short(place.x), y: short(place.y) });
}
