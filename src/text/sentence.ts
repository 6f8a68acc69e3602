/**
 * Puts values in the `{places}` of a sentence. A place without a value stays as written, so that a mistake
 * is seen instead of hidden.
 *
 * @example
 * import { fill } from "kreislauf/text";
 * fill("Actor “{actor}” is unknown.", { actor: "nvidai" }); // → "Actor “nvidai” is unknown."
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}
