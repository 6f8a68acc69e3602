import { modelText as german } from "../../../text/de/model-text.ts";
import { modelText as english } from "../../../text/en/model-text.ts";
import { speaker } from "../../words.ts";

/** Sentences of the screen of a model's text. */
export const say = speaker(english, german);
