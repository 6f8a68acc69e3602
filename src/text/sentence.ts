/**
 * Puts values in the `{places}` of a sentence. A place without a value stays as written, so that a mistake
 * is seen instead of hidden. `{count?loop|loops}` is the first word for 1 and the second for everything else.
 *
 * @example
 * import { fill } from "kreislauf/text";
 * fill("Actor “{actor}” is unknown.", { actor: "nvidai" }); // → "Actor “nvidai” is unknown."
 * fill("{count} {count?loop|loops}", { count: 1 }); // → "1 loop"
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(
    /\{(\w+)(?:\?([^|{}]*)\|([^{}]*))?\}/g,
    (place, name: string, one?: string, many?: string) => {
      if (!Object.hasOwn(values, name)) return place;
      if (one === undefined || many === undefined) return String(values[name]);
      return String(values[name]) === "1" ? one : many;
    },
  );
}
