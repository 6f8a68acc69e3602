import type { Planned } from "../app/worker/plan-order.ts";
import type { SentFile } from "./app-files.ts";

const folder = "/app/plans/";

/** Plans that the build has computed, by economy: each for the goals that come with its accounts. */
export function builtPlans(files: ReadonlyMap<string, SentFile>): ReadonlyMap<string, Planned> {
  return new Map(
    [...files].flatMap(([path, { plain }]) =>
      path.startsWith(folder)
        ? [[path.slice(folder.length, -".json".length), JSON.parse(plain.toString()) as Planned] as const]
        : [],
    ),
  );
}
