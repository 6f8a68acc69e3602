import { short } from "../coordinate.ts";
import { ticks } from "d3-array";
import { area, line } from "d3-shape";
import { textWidth } from "../words.ts";

/** Paths of many runs over time, ready to be drawn. */
export interface FanSeries {
  /** Names of the periods. */
  readonly dates: readonly string[];
  /** Quantiles from low to high, an odd number, the median in the middle; one number a period. */
  readonly bands: readonly ArrayLike<number>[];
  readonly samples: readonly ArrayLike<number>[];
  readonly baseline?: ArrayLike<number>;
  /** What somebody expected, before seeing it; NaN where nothing was drawn. */
  readonly drawn?: ArrayLike<number>;
}

export interface FanSize {
  readonly width: number;
  readonly height: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface FanShape extends FanSize {
  /** Room for the labels of values. */
  readonly left: number;
}

/** Size and margins of a fan, in units of the drawing. */
export const fanSize: FanSize = { width: 420, height: 236, right: 12, top: 10, bottom: 24 };

export interface PlacedFan {
  readonly shape: FanShape;
  /** From the outermost band inwards. */
  readonly areas: readonly string[];
  readonly median: string;
  readonly samples: readonly string[];
  readonly baseline: string | undefined;
  readonly drawn: string | undefined;
  readonly xTicks: readonly { readonly at: number; readonly text: string }[];
  readonly yTicks: readonly { readonly at: number; readonly value: number }[];
  /** Height of 0, if it is inside. */
  readonly zero: number | undefined;
  readonly x: (period: number) => number;
  readonly y: (value: number) => number;
  /** The period at a place, and the value: for pointers. */
  readonly periodAt: (x: number) => number;
  readonly valueAt: (y: number) => number;
}

/** Values that reach from 0 are shown from 0, unless that would flatten them. */
const flattened = 0.55;
const valueTicks = 4;
/** Size of the letters of labels. */
const letters = 12;

/**
 * Gives a fan its places: the same in every browser and on the server.
 *
 * @param words how values are written: the labels get the room they need
 * @param reach lowest and highest value of the axis, if not those of the series
 */
export function placeFan(
  series: FanSeries,
  words: (value: number) => string,
  size: FanSize = fanSize,
  reach?: readonly [number, number],
): PlacedFan {
  const { dates, bands, samples, baseline, drawn } = series;
  const last = Math.max(1, dates.length - 1);
  const [low, high] = reach ?? reachOf([...bands, ...samples, ...[baseline ?? []], ...[drawn ?? []]]);
  const levels = ticks(low, high, valueTicks);
  const left = Math.ceil(Math.max(0, ...levels.map((value) => textWidth(words(value), letters)))) + 10;
  const shape: FanShape = { ...size, left };
  const { width, height, right, top, bottom } = shape;
  const x = (period: number): number => left + (period / last) * (width - left - right);
  const y = (value: number): number =>
    height - bottom - ((value - low) / (high - low)) * (height - top - bottom);
  const known = (values: ArrayLike<number>): string =>
    line<number>()
      .defined((value) => Number.isFinite(value))
      .x((_, period) => short(x(period)))
      .y((value) => short(y(value)))(Array.from(values)) ?? "";
  const half = Math.floor(bands.length / 2);
  const areas = Array.from({ length: half }, (_, depth) => {
    const [under, over] = [bands[depth], bands[bands.length - 1 - depth]];
    return (
      area<number>()
        .defined((value, period) => Number.isFinite(value) && Number.isFinite(over[period]))
        .x((_, period) => short(x(period)))
        .y0((value) => short(y(value)))
        .y1((_, period) => short(y(over[period])))(Array.from(under)) ?? ""
    );
  });
  return {
    shape,
    areas,
    median: known(bands[half] ?? []),
    samples: samples.map(known),
    baseline: baseline && known(baseline),
    drawn: drawn && known(drawn),
    xTicks: dateTicks(dates).map(({ period, text }) => ({ at: short(x(period)), text })),
    yTicks: levels.map((value) => ({ value, at: short(y(value)) })),
    zero: low < 0 && high > 0 ? short(y(0)) : undefined,
    x,
    y,
    periodAt: (place) =>
      Math.min(last, Math.max(0, Math.round(((place - left) / (width - left - right)) * last))),
    valueAt: (place) => low + ((height - bottom - place) / (height - top - bottom)) * (high - low),
  };
}

/** The axis that holds all values of some paths. */
export function reachOf(lists: readonly ArrayLike<number>[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists) {
    for (let place = 0; place < list.length; place++) {
      const value = list[place];
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return [0, 1];
  if (low > 0 && low < flattened * high) low = 0;
  if (high < 0 && high > flattened * low) high = 0;
  if (high - low < 1e-9 * Math.max(1, Math.abs(high))) {
    const room = Math.max(Math.abs(high) * 0.1, 0.01);
    return [low - room, high + room];
  }
  const room = (high - low) * 0.04;
  return [low === 0 ? 0 : low - room, high === 0 ? 0 : high + room];
}

const mostDates = 6;

/** Dates worth a label: years where there are quarters or months, round numbers of periods elsewhere. */
function dateTicks(dates: readonly string[]): readonly { readonly period: number; readonly text: string }[] {
  const years = dates.flatMap((date, period) => {
    const year = /^(\d{4})(?:Q1|M01)$/.exec(date)?.[1];
    return year === undefined ? [] : [{ period, text: year }];
  });
  const all = years.length > 1 ? years : dates.map((text, period) => ({ period, text }));
  const step = Math.ceil(all.length / mostDates);
  return all.filter((_, place) => place % step === 0);
}
