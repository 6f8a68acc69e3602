import { simulate as german } from "../../../text/de/simulate.ts";
import { simulate as english } from "../../../text/en/simulate.ts";
import { speaker } from "../../words.ts";

/** Sentences of the screens of the second verb. */
export const say = speaker(english, german);
