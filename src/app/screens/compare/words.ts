import { compare as german } from "../../../text/de/compare.ts";
import { compare as english } from "../../../text/en/compare.ts";
import { speaker } from "../../words.ts";

/** Sentences of the comparison. */
export const say = speaker(english, german);
