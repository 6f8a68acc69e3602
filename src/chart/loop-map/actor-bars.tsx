import type { JSX } from "preact";
import { formatMoney } from "../../text/index.ts";
import { chartText } from "../words.ts";
import type { LoopMapProps } from "./loop-map.tsx";
import type { PlacedActor, PlacedEnd, PlacedLoopMap } from "./place.ts";

/** The actors' bars with their names, and the open ends towards the outside world. */
export function ActorBars(props: LoopMapProps): JSX.Element {
  const { placed } = props;
  return (
    <g>
      {placed.actors.map((actor) => (
        <g key={actor.actor.id}>
          {actor.sources.map((end) => (
            <End key={end.end.kind} {...props} at={actor.along} side="in" end={end} />
          ))}
          {actor.sinks.map((end) => (
            <End key={end.end.kind} {...props} at={actor.along + placed.shape.bar} side="out" end={end} />
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
        <text x={round(across + 4)} y={round(along + bar / 2 + 4.5)} class="name">
          {actor.name}
        </text>
      ) : (
        <>
          <text x={round(along)} y={round(across - 19)} class="name">
            {actor.name}
          </text>
          <text x={round(along)} y={round(across - 5)} class="amount">
            {money}
          </text>
        </>
      )}
    </a>
  );
}

interface EndProps extends LoopMapProps {
  readonly at: number;
  readonly side: "in" | "out";
  readonly end: PlacedEnd;
}

function End({ at, side, end: { end, across, width }, ...props }: EndProps): JSX.Element {
  const { upright, stub } = props.placed.shape;
  const start = side === "in" ? at - stub : at;
  const money = formatMoney(end.amount, props.placed.series.unit, props.language);
  const word = chartText(
    props.language,
    end.kind === "own" ? "unknownSource" : end.kind === "retained" ? "stays" : "known",
  );
  return (
    <g class={`end ${end.kind}`}>
      <rect {...box(start, across - width / 2, stub, width, upright)} fill={`url(#${props.id}-${side})`} />
      <EndLabel
        {...{ at, side, across, width, money, word, upright }}
        kind={end.kind}
        placed={props.placed}
      />
    </g>
  );
}

interface EndLabelProps {
  readonly at: number;
  readonly side: "in" | "out";
  readonly across: number;
  readonly width: number;
  readonly money: string;
  readonly word: string;
  readonly upright: boolean;
  readonly kind: string;
  readonly placed: PlacedLoopMap;
}

function EndLabel(props: EndLabelProps): JSX.Element | undefined {
  const { at, side, across, width, money, word, upright, kind } = props;
  if (upright) {
    if (width < 52) return undefined;
    const y = side === "in" ? at - 6 : at + 13;
    return (
      <text x={round(across)} y={round(y)} text-anchor="middle" aria-hidden="true">
        {money}
      </text>
    );
  }
  if (width < 12) return undefined;
  const [x, anchor] = side === "in" ? [at - 5, "end"] : [at + 5, "start"];
  const both = width >= 26 && kind !== "known";
  return (
    <text x={round(x)} y={round(across + (both ? -2 : 4))} text-anchor={anchor} aria-hidden="true">
      {money}
      {both && (
        <tspan x={round(x)} dy="13">
          {word}
        </tspan>
      )}
    </text>
  );
}

function box(
  along: number,
  across: number,
  length: number,
  breadth: number,
  upright: boolean,
): { x: number; y: number; width: number; height: number } {
  const [x, y, width, height] = upright ? [across, along, breadth, length] : [along, across, length, breadth];
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
