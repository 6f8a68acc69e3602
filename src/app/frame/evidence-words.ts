import { chartText } from "../../chart/index.ts";
import type { Figure, Tie } from "../../dossier/index.ts";
import { nameSubject } from "../../report/index.ts";
import { evidence as german } from "../../text/de/evidence.ts";
import { evidence as english } from "../../text/en/evidence.ts";
import { formatQuantity } from "../../text/index.ts";
import type { View } from "../view.ts";
import { speaker } from "../words.ts";

/** Sentences of the evidence drawer. */
export const sayEvidence = speaker(english, german);

/** The amount of a figure or tie in words, with its range; a word for a category. */
export function amountInWords(item: Figure | Tie, { page }: View): string {
  const { amount, unit, currency } = item;
  if (!amount)
    return "category" in item && item.category ? nameSubject(page, item.category) : page.say("noAmount");
  const words = (value: number): string => formatQuantity(value, unit, page.language, currency);
  const span = amount.low === amount.high ? "" : ` (${words(amount.low)} … ${words(amount.high)})`;
  return words(amount.value) + span;
}

/** What a figure or tie is about. */
export function headingOf(item: Figure | Tie, { page, state }: View): string {
  if ("from" in item) {
    const status = item.status === "lapsed" ? page.say("lapsed") : chartText(state.language, item.status);
    return `${page.nameOf(item.from)} → ${page.nameOf(item.to)}: ${page.say(item.kind)}, ${status}`;
  }
  const other = item.counterparty ? ` / ${nameSubject(page, item.counterparty)}` : "";
  return `${nameSubject(page, item.subject)}${other}: ${nameSubject(page, item.measure)}`;
}

/** The unit a value is typed in. */
export function unitInWords({ unit, currency }: Pick<Figure, "unit" | "currency">): string {
  return [unit, currency].filter(Boolean).join(" ");
}
