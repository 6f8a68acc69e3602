import { nearestName } from "../core/nearest-name.ts";
import { publishedSchemas } from "./published-schemas.ts";
import { wrongCall } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/** `kreislauf schema`: one published JSON Schema on standard output. */
export function schema(name: string, terminal: Terminal): void {
  const schemas = publishedSchemas();
  const found = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (found === undefined) {
    const known = Object.keys(schemas);
    throw wrongCall("no-such-schema", { name, known: known.join(", ") }, nearestName(name, known));
  }
  terminal.out(`${JSON.stringify(found, null, 2)}\n`);
}
