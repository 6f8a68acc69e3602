import { share as german } from "../../text/de/share.ts";
import { share as english } from "../../text/en/share.ts";
import { speaker } from "../words.ts";

/** Sentences of what leaves the app. */
export const say = speaker(english, german);
export type ShareWord = keyof typeof english;
