import type { JSX } from "preact";
import type { Language } from "../text/index.ts";
import { Legend } from "./loop-map/legend.tsx";
import { loopMapShapes } from "./loop-map/shape.ts";

/** Prefixes of the ids of what the drawings of a page share. */
export const definitionsOf = { bars: "bars", map: "map", upright: "upright" } as const;

/** Hatchings, gradients and legends of all bars and loop maps of a page, once for all of them. */
export function ChartDefinitions({ language }: { readonly language: Language }): JSX.Element {
  return (
    <svg class="unseen" width="0" height="0" aria-hidden="true">
      <pattern
        id={`${definitionsOf.bars}-hatch`}
        width="12"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="skewX(-40)"
      >
        <rect class="hatch" width="5" height="5" />
      </pattern>
      <LoopMapDefinitions id={definitionsOf.map} upright={false} />
      <LoopMapDefinitions id={definitionsOf.upright} upright={true} />
      <g class="loop-map">
        <Legend id={definitionsOf.map} width={loopMapShapes.wide.length} language={language} />
        <Legend id={definitionsOf.upright} width={loopMapShapes.narrow.breadth} language={language} />
      </g>
    </svg>
  );
}

/** Hatching of what is certain, and how open ends fade towards the outside world. */
export function LoopMapDefinitions({
  id,
  upright,
}: {
  readonly id: string;
  readonly upright: boolean;
}): JSX.Element {
  const [x2, y2] = upright ? [0, 1] : [1, 0];
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="hatch" width="2.2" height="5" />
      </pattern>
      <linearGradient id={`${id}-in`} x1="0" y1="0" x2={x2} y2={y2}>
        <stop offset="0" class="fade-away" />
        <stop offset="1" class="fade-near" />
      </linearGradient>
      <linearGradient id={`${id}-out`} x1="0" y1="0" x2={x2} y2={y2}>
        <stop offset="0" class="fade-near" />
        <stop offset="1" class="fade-away" />
      </linearGradient>
    </defs>
  );
}
