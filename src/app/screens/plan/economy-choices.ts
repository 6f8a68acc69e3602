import type { Language } from "../../../text/index.ts";
import { say } from "./say.ts";

/** Economies that can be planned here. */
export function economyChoices(
  language: Language,
): readonly { readonly value: string; readonly label: string }[] {
  return [
    { value: "lehrbeispiel", label: say(language, "economyTeaching") },
    { value: "us-2023", label: say(language, "economyReal") },
  ];
}
