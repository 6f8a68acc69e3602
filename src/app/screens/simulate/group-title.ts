import type { GuideIncidence } from "../../../simulate/index.ts";
import type { Language } from "../../../text/index.ts";
import { say } from "./words.ts";

/** Name of a group: from the guide, or one of the four that every model has. */
export function titleOfGroup(id: string, guide: GuideIncidence, language: Language): string {
  const own = guide.groups.find((group) => group.id === id);
  if (own) return own.words[language];
  return say(language, id as "prices" | "writeOffs" | "real" | "worth");
}
