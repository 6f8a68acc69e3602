import { planScreen as german } from "../../../text/de/plan-screen.ts";
import { planScreen as english } from "../../../text/en/plan-screen.ts";
import { sideBySide as besideGerman } from "../../../text/de/side-by-side.ts";
import { sideBySide as besideEnglish } from "../../../text/en/side-by-side.ts";
import { speaker } from "../../words.ts";

/** Sentences of the plan screen. */
export const say = speaker(english, german);
/** Words of the comparison with the boom. */
export const sayBeside = speaker(besideEnglish, besideGerman);
export type PlanWord = keyof typeof english;
