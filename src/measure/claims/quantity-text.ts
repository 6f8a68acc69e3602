import { type Dimension, findUnit, sameDimension } from "../../core/unit.ts";
import type { Figure, Quantity } from "../../dossier/index.ts";

/** A figure as its source writes it: `37.4 percent`, `380–410 bn USD`, or its category. */
export function writeFigure(figure: Figure): string {
  if (!figure.amount) return figure.category;
  const { value, low, high } = figure.amount;
  return [writeRange(value, low, high), figure.unit === "1" ? "" : figure.unit, currencyBeside(figure)]
    .filter((part) => part !== "")
    .join(" ");
}

function currencyBeside({ unit, currency }: Figure): string {
  return unit.includes(currency) ? "" : currency;
}

/**
 * A computed quantity: in the unit of the figure it is compared with, else numbers as they are, money in billions, others
 * with their dimension.
 */
export function writeQuantity(quantity: Quantity, like?: Figure): string {
  const unit = like && findUnit(like.unit, like.currency);
  if (like?.amount && unit && sameDimension(unit.dimension, quantity.dimension)) {
    const { value, low, high } = quantity;
    return writeFigure({
      ...like,
      amount: { value: value / unit.factor, low: low / unit.factor, high: high / unit.factor },
    });
  }
  const name = nameDimension(quantity.dimension);
  const scale = quantity.dimension["money"] === 1 ? 1e9 : 1;
  const text = writeRange(quantity.value / scale, quantity.low / scale, quantity.high / scale);
  const words = [scale === 1 ? "" : "bn", name].filter((part) => part !== "").join(" ");
  return words === "" ? text : `${text} ${words}`;
}

function nameDimension(dimension: Dimension): string {
  return Object.entries(dimension)
    .map(([base, exponent]) => (exponent === 1 ? base : `${base}^${exponent}`))
    .join(" ");
}

function writeRange(value: number, low: number, high: number): string {
  const text = writeNumber(value);
  return low === high ? text : `${text} [${writeNumber(low)}–${writeNumber(high)}]`;
}

function writeNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}
