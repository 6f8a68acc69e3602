import { liveChart as german } from "../../../text/de/live-chart.ts";
import { liveChart as english } from "../../../text/en/live-chart.ts";
import { speaker } from "../../words.ts";

/** Sentences of the charts in the documents. */
export const say = speaker(english, german);
