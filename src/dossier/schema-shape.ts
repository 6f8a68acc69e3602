import { z } from "zod";

/** What of a JSON Schema tells people what would be right. */
export interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  /** What a number counts, by its name in `yamlWords`. */
  readonly "x-unit"?: string;
}

/** Shapes are derived once a schema: files full of unknown keys must not take long. */
const shapes = new WeakMap<z.ZodType, Shape>();

/** Every shape that a schema has at a path of the content: several where it branches, none where it knows no such path. */
export function shapesAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly Shape[] {
  const known =
    shapes.get(schema) ?? (z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Shape);
  shapes.set(schema, known);
  let at = branches(known);
  for (const step of path) {
    at = at.flatMap(({ items, properties, additionalProperties: any }) => {
      if (typeof step === "number") return items ? branches(items) : [];
      const name = String(step);
      if (properties && Object.hasOwn(properties, name)) return branches(properties[name]);
      return typeof any === "object" ? branches(any) : [];
    });
  }
  return at;
}

/** The keys that a schema knows at a path of the content. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  return [...new Set(shapesAt(schema, path).flatMap(({ properties = {} }) => Object.keys(properties)))];
}

/** What a number counts at a path, by its name in `yamlWords`. */
export function unitAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  return shapesAt(schema, path).find((shape) => shape["x-unit"] !== undefined)?.["x-unit"];
}

/**
 * What may stand at a path in place of a value of the same type: a range (`0 … 168`, `> 0`) with its unit, lengths of a
 * text or list, or the pattern of a text.
 */
export function wantedAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string {
  for (const shape of shapesAt(schema, path)) {
    if (typeof value === "number") {
      const found = range(
        larger(shape.minimum, shape.exclusiveMinimum),
        smaller(shape.maximum, shape.exclusiveMaximum),
        shape.exclusiveMinimum !== undefined &&
          shape.exclusiveMinimum === larger(shape.minimum, shape.exclusiveMinimum),
      );
      if (found !== "")
        return [found, ...(shape["x-unit"] === undefined ? [] : [shape["x-unit"]])].join("; ");
    } else if (typeof value === "string" && shape.pattern !== undefined) {
      return shape.pattern;
    } else {
      const found = Array.isArray(value)
        ? range(shape.minItems, shape.maxItems, false)
        : range(shape.minLength, shape.maxLength, false);
      if (found !== "") return `${found}; ${Array.isArray(value) ? "entries" : "characters"}`;
    }
  }
  return "–";
}

function branches(shape: Shape): readonly Shape[] {
  return shape.anyOf ? shape.anyOf.flatMap(branches) : [shape];
}

/** Whole numbers carry the limits of exactness as theirs; those tell nobody anything. */
const endless = 2 ** 53 - 1;

function range(low: number | undefined, high: number | undefined, above: boolean): string {
  const from = low !== undefined && low > -endless ? low : undefined;
  const to = high !== undefined && high < endless ? high : undefined;
  if (from !== undefined && to !== undefined) return above ? `> ${from}, ≤ ${to}` : `${from} … ${to}`;
  if (from !== undefined) return above ? `> ${from}` : `≥ ${from}`;
  return to === undefined ? "" : `≤ ${to}`;
}

function larger(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function smaller(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
