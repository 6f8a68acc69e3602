import { short } from "../coordinate.ts";
import type { JSX } from "preact";
import { formatMoney } from "../../text/index.ts";
import { chartText, textWidth } from "../words.ts";
import type { LoopMapProps } from "./loop-map.tsx";
import { Pen } from "./ribbon-path.ts";
import type { PlacedActor, PlacedEnd } from "./place.ts";

/** The actors' bars with their names, and the open ends towards the outside world. */
export function ActorBars(props: LoopMapProps): JSX.Element {
  const { placed } = props;
  return (
    <g>
      {placed.actors.map((actor) => (
        <g key={actor.actor.id}>
          {actor.sources.map((end) => (
            <End
              key={end.end.kind}
              {...props}
              actor={actor.actor.id}
              name={actor.actor.name}
              at={actor.along}
              side="in"
              stub={actor.stubs.in}
              bar={actor.across}
              ends={actor.sources}
              end={end}
            />
          ))}
          {actor.sinks.map((end) => (
            <End
              key={end.end.kind}
              {...props}
              actor={actor.actor.id}
              name={actor.actor.name}
              at={actor.along + placed.shape.bar}
              side="out"
              stub={actor.stubs.out}
              bar={actor.across}
              ends={actor.sinks}
              end={end}
            />
          ))}
        </g>
      ))}
      {placed.actors.map((actor) => (
        <Bar key={actor.actor.id} {...props} actor={actor} />
      ))}
    </g>
  );
}

function Bar({ actor: placed, ...props }: LoopMapProps & { readonly actor: PlacedActor }): JSX.Element {
  const { actor, along, across, length } = placed;
  const { upright, bar } = props.placed.shape;
  const money = formatMoney(actor.throughflow, props.placed.series.unit, props.language);
  const title = chartText(props.language, "actorTitle", { name: actor.name, amount: money });
  return (
    <a href={props.linkOf({ actor: actor.id })} class="actor">
      <title>{title}</title>
      <rect {...box(along, across, bar, length, upright)} />
      {upright ? (
        <text x={short(across + 4)} y={short(along + bar / 2 + 4.5)} class="name">
          {actor.name}
        </text>
      ) : (
        <>
          <text x={short(along)} y={short(across - 19)} class="name">
            {actor.name}
          </text>
          <text x={short(along)} y={short(across - 5)} class="amount">
            {money}
          </text>
        </>
      )}
    </a>
  );
}

interface EndProps extends LoopMapProps {
  readonly actor: string;
  readonly name: string;
  readonly at: number;
  readonly side: "in" | "out";
  readonly stub: number;
  /** Start of the bar, across. */
  readonly bar: number;
  readonly ends: readonly PlacedEnd[];
  readonly end: PlacedEnd;
}

function End({ at, side, stub, bar, ends, end: placed, ...props }: EndProps): JSX.Element {
  const { upright } = props.placed.shape;
  const { end, across, width, cut } = placed;
  const start = side === "in" ? at - stub : at;
  const mark = at + (side === "in" ? -0.9 : 0.9) * stub;
  const money = formatMoney(end.amount, props.placed.series.unit, props.language);
  const words = {
    known: "",
    own: chartText(props.language, "unexplained"),
    retained: chartText(props.language, "stays"),
  };
  // On a narrow page there is room for one number a side.
  const largest = ends.every(({ end: other }) => other.amount <= end.amount);
  const labelled = upright ? width >= 24 && largest : width >= 12;
  const full = `${money} ${words[end.kind]}`.trim();
  const text = !upright && textWidth(full, 11.5) <= 0.8 * stub ? full : money;
  return (
    <a class="end" href={props.linkOf({ actor: props.actor })} aria-label={`${props.name}: ${full}`}>
      <rect
        {...box(start, across - width / 2, stub, width, upright)}
        fill={`url(#${props.definitions ?? props.id}-${side})`}
      />
      {cut && <path class="cut" d={cutMark(mark, across, width, upright)} />}
      {labelled && <EndLabel {...{ at, side, placed, bar, upright }} text={text} />}
    </a>
  );
}

interface EndLabelProps {
  readonly at: number;
  readonly side: "in" | "out";
  readonly placed: PlacedEnd;
  /** Start of the bar, across. */
  readonly bar: number;
  readonly text: string;
  readonly upright: boolean;
}

function EndLabel({ at, side, placed, bar, text, upright }: EndLabelProps): JSX.Element {
  const inward = side === "in" ? -1 : 1;
  if (upright) {
    const y = side === "in" ? at - 5 : at + 13;
    return (
      <text x={short(bar)} y={short(y)} aria-hidden="true">
        {text}
      </text>
    );
  }
  return (
    <text
      x={short(at + 5 * inward)}
      y={short(placed.across + 4)}
      text-anchor={side === "in" ? "end" : "start"}
      aria-hidden="true"
    >
      {text}
    </text>
  );
}

/** Two strokes across an open end: here the drawing leaves something out. */
function cutMark(along: number, across: number, width: number, upright: boolean): string {
  const pen = new Pen(upright);
  for (const shift of [-3, 3]) {
    pen.move(along + shift - 3, across + width / 2 + 2);
    pen.line(along + shift + 3, across - width / 2 - 2);
  }
  return pen.path;
}

function box(
  along: number,
  across: number,
  length: number,
  breadth: number,
  upright: boolean,
): { x: number; y: number; width: number; height: number } {
  const [x, y, width, height] = upright ? [across, along, breadth, length] : [along, across, length, breadth];
  return { x: short(x), y: short(y), width: short(width), height: short(height) };
}
