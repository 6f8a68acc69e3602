import { nearestName } from "../../core/nearest-name.ts";
import type { Problem } from "../../core/problem.ts";
import { createProblem } from "../../text/problem.ts";
import { readAddress } from "../state/address.ts";
import type { AppState } from "../state/state.ts";
import type { Block } from "./markdown.tsx";

/** What a live chart of a document draws. */
export type LiveKind = "map" | "run" | "text" | "plan" | "ballot";

/**
 * A chart of a document that can be moved. In the text it is a code block that names a state of the app by its address,
 * what of it is drawn, and the slider beside it, so that it can be read where nothing is drawn:
 *
 *     ```kreislauf
 *     /en/simulate?scenario=stop&runs=200&v=1
 *     show: index, outcomes
 *     slider: M0
 *     ```
 */
export interface LiveChart {
  readonly kind: LiveKind;
  readonly state: AppState;
  /** Ids of graphs, lines and the like; see the parts in `live/`. */
  readonly show: readonly string[];
  /** The parameter or lever that is moved; empty for none. */
  readonly slider: string;
}

const keys = ["show", "slider"] as const;
const drawable = ["start", "simulate", "model", "plan"] as const;

/** Reads the text of a block; with problems there is no chart. */
export function readLiveChart(text: string): {
  readonly chart: LiveChart | undefined;
  readonly problems: readonly Problem[];
} {
  const [address = "", ...lines] = text.split("\n").map((line) => line.trim());
  const { state, problems: found } = readAddress(address);
  const problems = [...found];
  const given: Partial<Record<(typeof keys)[number], string>> = {};
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    const [, key = line, value = ""] = /^(\w+):\s*(.+)$/.exec(line) ?? [];
    const known = keys.find((one) => one === key);
    if (known) given[known] = value;
    else {
      const where = { file: address, line: index + 2, column: 1 };
      problems.push(createProblem("address-parameter", where, { key }, { hint: nearestName(key, keys) }));
    }
  }
  const kind = kindOf(state);
  if (!kind || !address.startsWith("/")) {
    const where = { file: address, line: 1, column: 1 };
    problems.push(
      createProblem("address-screen", where, { value: state.screen, wanted: drawable.join(", ") }),
    );
  }
  const show = (given.show ?? "").split(",").map((id) => id.trim());
  return {
    chart:
      kind && problems.length === 0
        ? { kind, state, show: show.filter((id) => id !== ""), slider: given.slider ?? "" }
        : undefined,
    problems,
  };
}

function kindOf({ screen, part }: AppState): LiveKind | undefined {
  switch (screen) {
    case "start":
      return "map";
    case "simulate":
      return "run";
    case "model":
      return "text";
    case "plan":
      return part === "vote" ? "ballot" : "plan";
    default:
      return undefined;
  }
}

/** The live charts of a document by the place of their blocks, each with the model text that stands above it. */
export function liveChartsOf(
  blocks: readonly Block[],
): ReadonlyMap<
  number,
  { readonly chart: LiveChart | undefined; readonly problems: readonly Problem[]; readonly above: string }
> {
  let above = "";
  const charts = new Map<number, ReturnType<typeof readLiveChart> & { readonly above: string }>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "code") continue;
    if (block.info === "kreislauf") charts.set(index, { ...readLiveChart(block.text), above });
    else if (block.info === "kl") above = block.text;
  }
  return charts;
}
