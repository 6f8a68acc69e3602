import { short } from "../coordinate.ts";
import type { JSX } from "preact";
import { formatMoney, type Language } from "../../text/index.ts";
import { chartText } from "../words.ts";
import { LoopMapDefinitions } from "../definitions.tsx";
import { ActorBars } from "./actor-bars.tsx";
import { Legend, legendHeight } from "./legend.tsx";
import type { PlacedLoopMap, PlacedRibbon } from "./place.ts";
import { bandPath } from "./ribbon-path.ts";

export interface LoopMapProps {
  readonly placed: PlacedLoopMap;
  readonly language: Language;
  /** Prefix of all ids in the drawing; two drawings on one page need different ones. */
  readonly id: string;
  readonly description: string;
  /** Address of the row behind a ribbon or an actor. */
  readonly linkOf: (target: { readonly ribbon: string } | { readonly actor: string }) => string;
  /** Prefix of the hatching and gradients of `ChartDefinitions` on the same page; without one it carries its own. */
  readonly definitions?: string;
  /** Ribbons to bring out; all others step back. */
  readonly lit?: ReadonlySet<string>;
  /** Style sheet to carry inside, for a drawing that stands alone. */
  readonly style?: string;
}

const top = 26;

/** The loop map as SVG: bars are actors, ribbons are payments, what comes back runs through the outer channel. */
export function LoopMap(props: LoopMapProps): JSX.Element {
  const { placed, language, id, description } = props;
  const { upright } = placed.shape;
  const [width, height] = upright ? [placed.breadth, placed.length] : [placed.length, placed.breadth];
  const legendWidth = upright ? placed.shape.breadth : placed.shape.length;
  const legend = legendHeight(legendWidth, language);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={`loop-map${upright ? " upright" : ""}${props.lit ? " has-lit" : ""}`}
      viewBox={`0 0 ${Math.ceil(width)} ${Math.ceil(height + top + legend)}`}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{chartText(language, "mapTitle")}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {props.style && <style>{props.style}</style>}
      {props.definitions === undefined && <LoopMapDefinitions id={id} upright={upright} />}
      <g transform={`translate(0 ${top})`}>
        {widestFirst(placed.ribbons).map((ribbon) => (
          <Ribbon key={ribbon.ribbon.id} {...props} ribbon={ribbon} />
        ))}
        <ActorBars {...props} />
        <Amounts placed={placed} language={language} lit={props.lit} />
        <Steps placed={placed} />
      </g>
      <Headings placed={placed} language={language} />
      <g transform={`translate(0 ${Math.round(height + top + 16)})`}>
        {props.definitions === undefined ? (
          <Legend id={id} width={legendWidth} language={language} />
        ) : (
          <use href={`#${props.definitions}-legend`} />
        )}
      </g>
    </svg>
  );
}

/** Thin ribbons lie over wide ones; those of the main loop over all. */
function widestFirst(ribbons: readonly PlacedRibbon[]): readonly PlacedRibbon[] {
  return [...ribbons].sort((a, b) => b.width - a.width || (a.ribbon.id < b.ribbon.id ? -1 : 1));
}

function Ribbon({ ribbon: placed, ...props }: LoopMapProps & { readonly ribbon: PlacedRibbon }): JSX.Element {
  const { ribbon, width } = placed;
  const { upright } = props.placed.shape;
  const names = new Map(props.placed.series.actors.map((actor) => [actor.id, actor.name]));
  const money = (amount: number): string => formatMoney(amount, props.placed.series.unit, props.language);
  const title = chartText(props.language, "ribbonTitle", {
    from: names.get(ribbon.from) ?? ribbon.from,
    to: names.get(ribbon.to) ?? ribbon.to,
    amount: money(ribbon.amount),
    status: chartText(props.language, ribbon.status),
    expected: money(ribbon.expected),
  });
  const part = (amount: number): number => (width * amount) / ribbon.amount;
  const band = (size: number): string => bandPath(placed, width / 2 - size, width / 2, upright);
  const main = props.placed.series.mainLoop.some((leg) => leg.ribbon === ribbon.id);
  const [expected, certain] = [part(ribbon.expected), part(ribbon.certain)];
  return (
    <a
      href={props.linkOf({ ribbon: ribbon.id })}
      class={`ribbon ${ribbon.kind} ${ribbon.status}${main ? " main" : ""}${props.lit?.has(ribbon.id) ? " lit" : ""}`}
    >
      <title>{title}</title>
      <path class="whole" d={bandPath(placed, -width / 2, width / 2, upright)} />
      {expected >= 0.3 && <path class="expected" d={band(expected)} />}
      {certain >= 0.3 && <path d={band(certain)} fill={`url(#${props.definitions ?? props.id}-hatch)`} />}
    </a>
  );
}

/** Amounts written on ribbons that are wide enough, where they leave their bar: there no two ribbons meet. */
function Amounts({
  placed,
  language,
  lit,
}: {
  readonly placed: PlacedLoopMap;
  readonly language: Language;
  readonly lit: LoopMapProps["lit"];
}): JSX.Element {
  const { upright } = placed.shape;
  const shine = (id: string): { readonly class?: string } => (lit?.has(id) ? { class: "lit" } : {});
  const least = upright ? 48 : 12;
  const main = new Set(placed.series.mainLoop.map((leg) => leg.ribbon));
  return (
    <g class="amounts" aria-hidden="true">
      {placed.ribbons
        .filter(({ width, back }) => width >= least && !back)
        .map(({ ribbon, points }) => {
          const { along, across } = points[0];
          const [x, y] = upright ? [across, along + 13] : [along + 6, across + 4];
          return (
            <text
              key={ribbon.id}
              {...shine(ribbon.id)}
              x={short(x)}
              y={short(y)}
              text-anchor={upright ? "middle" : "start"}
            >
              {formatMoney(ribbon.amount, placed.series.unit, language)}
            </text>
          );
        })}
      {placed.ribbons
        .filter(({ ribbon, width, back }) => back && (upright || width >= 12 || main.has(ribbon.id)))
        .map(({ ribbon, back, width }) => {
          if (!back || (upright && width < least)) return undefined;
          const middle = (back.turnIn + back.turnOut) / 2;
          const along = middle + (upright ? 24 : 16);
          const [x, y] = upright ? [back.lane, along] : [along, back.lane + 4];
          const word = chartText(language, "comesBack");
          const money = formatMoney(ribbon.amount, placed.series.unit, language);
          return (
            <text
              key={ribbon.id}
              {...shine(ribbon.id)}
              x={short(x)}
              y={short(y)}
              text-anchor={upright ? "middle" : "start"}
            >
              {upright ? money : `← ${money} ${word}`}
            </text>
          );
        })}
    </g>
  );
}

/** Numbered marks on the legs of the main loop, so that the circle can be walked. */
function Steps({ placed }: { readonly placed: PlacedLoopMap }): JSX.Element {
  const { upright } = placed.shape;
  const ribbons = new Map(placed.ribbons.map((ribbon) => [ribbon.ribbon.id, ribbon]));
  return (
    <g class="steps" aria-hidden="true">
      {placed.series.mainLoop.map(({ ribbon: id }, index) => {
        const ribbon = ribbons.get(id);
        if (!ribbon) return undefined;
        const { along, across } = middleOf(ribbon);
        const [x, y] = upright ? [across, along] : [along, across];
        return (
          <g key={id} transform={`translate(${short(x)} ${short(y)})`}>
            <circle r="9.5" />
            <text y="4" text-anchor="middle">
              {index + 1}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function middleOf({ points, back }: PlacedRibbon): { readonly along: number; readonly across: number } {
  if (back) return { along: (back.turnOut + back.turnIn) / 2, across: back.lane };
  const [a, b] = points;
  return { along: (a.along + b.along) / 2, across: (a.across + b.across) / 2 };
}

/** What stands in each column, and that money runs this way. */
function Headings({
  placed,
  language,
}: {
  readonly placed: PlacedLoopMap;
  readonly language: Language;
}): JSX.Element | undefined {
  if (placed.shape.upright) return undefined;
  const columns = new Map<number, Map<string, number>>();
  for (const { actor, along } of placed.actors) {
    const roles = columns.get(along) ?? new Map<string, number>();
    roles.set(actor.role, (roles.get(actor.role) ?? 0) + actor.throughflow);
    columns.set(along, roles);
  }
  return (
    <g class="headings" aria-hidden="true">
      {[...columns].map(([along, roles]) => {
        const named = [...roles].sort((a, b) => b[1] - a[1]);
        const words = named.map(([role]) => chartText(language, role as "chips"));
        return (
          <text key={along} x={short(along)} y="14">
            {words.join(" · ")}
          </text>
        );
      })}
    </g>
  );
}
