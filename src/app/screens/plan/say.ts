import { planScreen as german } from "../../../text/de/plan-screen.ts";
import { planScreen as english } from "../../../text/en/plan-screen.ts";
import { speaker } from "../../words.ts";

/** Sentences of the plan screen. */
export const say = speaker(english, german);
export type PlanWord = keyof typeof english;
