import { readPeriod } from "../../core/period.ts";
import type { Circuit } from "../../measure/index.ts";
import { formatMoney, formatPeriodInWords, type Language } from "../../text/index.ts";
import { chartText } from "../words.ts";
import type { LoopMapSeries } from "./series.ts";

/** The largest loop with what of it is certain, expected and possible. */
function largestLoopInWords(series: LoopMapSeries, circuit: Circuit, language: Language): string {
  const [loop] = circuit.loops;
  if (!loop) return chartText(language, "mapNoLoop");
  const names = new Map(series.actors.map((actor) => [actor.id, actor.name]));
  const money = (amount: number): string => formatMoney(amount, circuit.unit, language);
  return chartText(language, "mapLoop", {
    chain: [...loop.actors, loop.actors[0]].map((id) => names.get(id) ?? id).join(" → "),
    certain: money(loop.certain),
    expected: money(loop.expected),
    possible: money(loop.possible),
  });
}

/** The loop map in a few sentences, for readers who do not see it. */
export function describeLoopMap(series: LoopMapSeries, circuit: Circuit, language: Language): string {
  const window = readPeriod(circuit.window);
  return chartText(language, "mapDescription", {
    actors: series.actors.length,
    status: chartText(language, circuit.status),
    window: window ? formatPeriodInWords(window, language) : circuit.window,
    loop: largestLoopInWords(series, circuit, language),
  });
}
