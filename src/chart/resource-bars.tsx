import type { JSX } from "preact";
import { short } from "./coordinate.ts";
import { Drawing } from "./drawing.tsx";
import { textWidth } from "./words.ts";

/** One resource in its own unit, as several parties take or free it; the longest bar of each resource is the same. */
export interface ResourceBar {
  readonly id: string;
  readonly name: string;
  readonly bars: readonly { readonly id: string; readonly value: number; readonly words: string }[];
}

export interface ResourceBarsProps {
  readonly resources: readonly ResourceBar[];
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width?: number;
}

const size = 12;
const line = { height: 17, bar: 10, heading: 20, gap: 8 } as const;

/** Bars side by side, each resource on a scale of its own, since gigawatts and hours have none in common. */
export function ResourceBars(props: ResourceBarsProps): JSX.Element {
  const { resources, id, title, description, width = 420 } = props;
  const all = resources.flatMap(({ bars }) => bars);
  const room = Math.max(0, ...all.map(({ words }) => textWidth(words, size))) + 8;
  let top = 0;
  const placed = resources.map((resource) => {
    const from = top;
    top += line.heading + resource.bars.length * line.height + line.gap;
    return { ...resource, from };
  });
  return (
    <Drawing name="resource-bars" id={id} width={width} height={top} title={title} description={description}>
      {placed.map(({ id: resource, name, bars, from }) => {
        const most = Math.max(0, ...bars.map(({ value }) => value));
        return (
          <g key={resource}>
            <text class="name" x={0} y={from + 13}>
              {name}
            </text>
            {bars.map(({ id: bar, value, words }, index) => {
              const y = from + line.heading + index * line.height;
              const long = most > 0 ? (Math.max(0, value) / most) * Math.max(0, width - room) : 0;
              return (
                <g key={bar} class={bar}>
                  <rect x={0} y={y} width={short(long)} height={line.bar} />
                  <text x={short(long + 5)} y={y + line.bar - 1}>
                    {words}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </Drawing>
  );
}
