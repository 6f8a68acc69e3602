import { readPeriod } from "../../core/period.ts";
import type { Circuit } from "../../measure/index.ts";
import { formatMoney, formatPeriodInWords, type Language } from "../../text/index.ts";
import { chartText } from "../words.ts";
import type { LoopMapSeries } from "./series.ts";

/** The loop map in a few sentences, for readers who do not see it. */
export function describeLoopMap(series: LoopMapSeries, circuit: Circuit, language: Language): string {
  const window = readPeriod(circuit.window);
  const names = new Map(series.actors.map((actor) => [actor.id, actor.name]));
  const money = (amount: number): string => formatMoney(amount, circuit.unit, language);
  const loop = circuit.loops[0];
  const sentence = loop
    ? chartText(language, "mapLoop", {
        chain: [...loop.actors, loop.actors[0]].map((id) => names.get(id) ?? id).join(" → "),
        certain: money(loop.certain),
        expected: money(loop.expected),
        possible: money(loop.possible),
      })
    : chartText(language, "mapNoLoop");
  return chartText(language, "mapDescription", {
    actors: series.actors.length,
    status: chartText(language, circuit.status),
    window: window ? formatPeriodInWords(window, language) : circuit.window,
    loop: sentence,
  });
}
