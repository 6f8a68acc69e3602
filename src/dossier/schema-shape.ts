import { z } from "zod";

/** What of a JSON Schema tells people what would be right. */
interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** What a number counts, by its name in `yamlWords`. */
  readonly "x-unit"?: string;
}

/** Shapes are derived once a schema: files full of unknown keys must not take long. */
const shapes = new WeakMap<z.ZodType, Shape>();

/** Every shape that a schema has at a path of the content: several where it branches, none where it knows no such path. */
function shapesAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly Shape[] {
  const known =
    shapes.get(schema) ?? (z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Shape);
  shapes.set(schema, known);
  let at = branches(known);
  for (const step of path) {
    at = at.flatMap(({ items, properties, additionalProperties: others }) => {
      if (typeof step === "number") return items ? branches(items) : [];
      const name = String(step);
      if (properties && Object.hasOwn(properties, name)) return branches(properties[name]);
      return typeof others === "object" ? branches(others) : [];
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

/** What a number at a path may be, or how many entries a list there: `0 … 168; week-hours`, `> 0`, `≥ 1`. */
export function wantedAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string {
  const ranges = shapesAt(schema, path).map((shape) =>
    Array.isArray(value)
      ? range({ minimum: shape.minItems, maximum: shape.maxItems })
      : withUnit(range(shape), shape["x-unit"]),
  );
  return ranges.find((found) => found !== "") ?? "–";
}

/** What is wanted, and what it counts if that is known. */
export function withUnit(wanted: string, unit: string | undefined): string {
  return wanted === "" || unit === undefined ? wanted : `${wanted}; ${unit}`;
}

function branches(shape: Shape): readonly Shape[] {
  const { anyOf = shape.oneOf } = shape;
  return anyOf ? anyOf.flatMap(branches) : [shape];
}

/** Whole numbers carry the limits of exactness as theirs; those tell nobody anything. */
const endless = 2 ** 53 - 1;

function range({
  minimum = -endless,
  exclusiveMinimum,
  maximum = endless,
}: {
  readonly [Bound in "minimum" | "exclusiveMinimum" | "maximum"]?: number | undefined;
}): string {
  const low =
    exclusiveMinimum === undefined ? (minimum > -endless ? `≥ ${minimum}` : "") : `> ${exclusiveMinimum}`;
  const high = maximum < endless ? `≤ ${maximum}` : "";
  if (low.startsWith("≥") && high !== "") return `${minimum} … ${maximum}`;
  return [low, high].filter(Boolean).join(", ");
}
