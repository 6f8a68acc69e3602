import { type Lever, leverLevel, type LeverSettings } from "../../../plan/programme/levers.ts";
import { formatNumber, formatShare, type Language } from "../../../text/index.ts";
import { say } from "./say.ts";

/** What a lever moves, in words. */
export function leverName({ kind, name }: Lever, language: Language): string {
  const own = name?.[language] ?? "";
  switch (kind) {
    case "account":
      return say(language, "account", { name: own });
    case "target":
    case "parameter":
      return own;
    default:
      return say(language, kind);
  }
}

/** Where a lever stands, in words with its unit. */
export function leverWords(lever: Lever, settings: LeverSettings, language: Language): string {
  const level = leverLevel(lever, settings);
  const give = settings[`give.${lever.id}`];
  const words = levelWords(lever, level, language);
  return give === undefined
    ? words
    : say(language, "gives", { level: words, share: formatShare(give, language) });
}

/** A level of a lever in words. */
export function levelWords({ kind, limits, high }: Lever, level: number, language: Language): string {
  if (limits && level >= high) return say(language, "noLimit");
  switch (kind) {
    case "week":
      return say(language, "hours", {
        hours: formatNumber(level, language, Number.isInteger(level) ? 0 : 1),
      });
    case "assisted":
    case "greener":
      return say(language, level > 0 ? "allowed" : "forbidden");
    case "parameter":
      return plainNumber(level, language);
    default:
      return say(language, "ofToday", { share: formatShare(level, language) });
  }
}

/** A number with as many digits as it needs, at most four. */
export function plainNumber(value: number, language: Language): string {
  const text = String(Number(value.toPrecision(4)));
  return language === "de" ? text.replace(".", ",") : text;
}
