import { voteScreen as german } from "../../../text/de/vote-screen.ts";
import { voteScreen as english } from "../../../text/en/vote-screen.ts";
import { speaker } from "../../words.ts";

/** Sentences of the page where a class votes. */
export const say = speaker(english, german);
